"""Where every translation of a project stands, read from its files: what the commands, the site and the gates tell.

page_files    the texts of each page, on disk
reading       all of them compared with their sources: side by side on the machine's cores, and remembered
known, at_hand, remembered, packing   what was worked out before, in .cache/, until a text changes
statuses      the result, and questions to it
coverage      how far each language has come, in pages and words
to_do         what a translator does next, what readers lack most first
told          the object of `pubs status --json` and of site/status.json
page_names    a page as people type it
following     a translator says that a version was followed
starting      the page that a translator fills in; likeness: where its sentences were translated before
meaning       an editor says that an edit changes none
before        where translations stood at a commit; pull_request: what is told of it there
"""
