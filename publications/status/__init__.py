"""Where every translation of a project stands, read from its files: what the commands, the site and the gates tell.

page_files, page_names   the texts of each page on disk; a page as people type it
reading, at_hand         one page compared with what its translations follow; what that depends on beside its texts
statuses                 the result, and questions to it
coverage, to_do          how far each language has come; what a translator does next
told                     the object of `pubs status --json` and of site/status.json
gates, judgement, since  what must stand before publishing, whether it does, and since when it does not
following, starting      a translator says that a version was followed; the page that a translator fills in
text_pictures            pictures with text in them, of which each language needs its own
likeness, remembering    which pages share a line with a page; how its sentences were translated before
meaning                  an editor says that an edit changes none
before, pull_request     where translations stood at a commit; what is told of it there
"""
