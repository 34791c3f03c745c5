"""The `pubs` command: one file for each subcommand, all of them doors to the rooms beside."""
