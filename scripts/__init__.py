"""The `pubs` command: one file for each subcommand, all of them doors to `publications`."""
