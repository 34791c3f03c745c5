"""The room between the two doors: plain Python that knows publications and their languages, not MkDocs.

project, pages                where things are, and which text a reader is shown
reading/                      a page's text, parsed once, and all that is asked of it
catalogs                      the site's own short texts in each locale
faults, writing, repository   what is wrong and what to do; files replaced whole; what git knows
language/                     numbers, dates, lists, alphabets: all that is asked of CLDR
facts/                        what is said once in data/ and written into every page
translation/                  a page taken apart: what a translation follows, and what has changed since
status/, gates/               where all translations stand; what must stand before publishing
checks/                       everything that must be right, each noun in a file
typography/, parity/,         what the checks know of a language's typesetting, of a translation beside its source,
spelling/                     and of words
charts/, infographics/,       tables drawn; texts drawn by a layout; the same on paper
posters/
site/                         how all of it becomes a website (two modules in it know MkDocs: build, built)
"""
