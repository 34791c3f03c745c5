"""A CMS in the browser for people with an account at the repository's host, in docs/admin: Sveltia CMS, told about this site.

desk      the files of docs/admin as they should be, and which of them are not
config    its configuration: languages, collections, fields; fields: the front matter as a form
host      where the repository is, and how people sign in there
page      the page that starts it
script    the CMS itself, at a pinned version; fetching: it comes from the npm registry, checked by its hash

Why Sveltia CMS (MIT) and not Decap CMS (MIT): Decap can keep a language as <folder>/<locale> only, and our pages are
docs/<locale>/<folder>. And its script is 2.1 MB (Decap's 5.2), with the fonts beside it, and a published schema.
"""
