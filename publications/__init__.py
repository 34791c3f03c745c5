"""The room between the two doors: plain Python that knows publications and their languages, not MkDocs.

project      where things are, and which locales mkdocs.yml names
pages        the same path in every locale, and which text a reader is shown
frontmatter  the lines of YAML that open a page
catalogs     the site's own short texts in each locale
faults       what is wrong, where, and what to do
checks/      everything that must be right before publishing
language/    dates, numbers, alphabets
translation/ which text a translation was made from, and what has changed since
site/        how all of it becomes a website (two modules in it know MkDocs: build, built)
writing      files are replaced whole
"""
