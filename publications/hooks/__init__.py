"""What MkDocs' events do: a site's hooks/ hand them on to MkDocs, one file for each thing that a reader notices."""
