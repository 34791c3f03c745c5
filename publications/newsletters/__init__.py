"""Newsletters: one text that goes out in every form that people read.

issue: a newsletter in one language, every address absolute; pictures: its pictures as paper and mail programs show them
→ paper: PDF/UA; letter: the e-mail, HTML and plain text → message: as a file that mail programs open, exports: for
mailing tools; sending: a test to one address; feeds: Atom.
"""
