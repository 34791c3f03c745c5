"""The website: what readers get of the findings.

content            a text as HTML, before anyone knows who reads it in which language
renderer           a page for one reader: page_context → page_view, cards, translation_view, changed_sections, own_files, addresses
translations_page  the translators' page of a language; translation_task
assets             style sheet, scripts, fonts and pictures, named by their content
policy             what a page may load and run, also as headers for servers
large_pictures     photographs in a smaller form
workshop           pages made where readers would see something new
feeds, feed_links  the newest publications as Atom, and where readers find them
build              the whole site: workshop on all cores, whole_site (root_pages, crawlers, feeds, search_index), summary
stage, staging     the new site beside the old one; swapped in whole, or not at all
part, join         a share of the pages built by itself; all of them put together
live               every page made when somebody asks for it: for preview (`pubs serve`) and built (a plain MkDocs build)
"""
