"""Sites that other generators make, read so that they can go on here.

found        what was found: languages, pages, menu, pictures
generators   which generator a folder is for: mkdocs_site, hugo, scripted (Docusaurus, Starlight), or none
files        the pages and pictures below a folder, by language
page         a page's front matter and text, as they are written here; links: where these lead
adopted      the new site: every file of it, and what could not be carried over
"""
