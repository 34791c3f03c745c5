"""Importing: a newsletter that exists as a Word file, a PDF or text, as a page to edit.

container: which kind of file it is, and whether it is safe to open → pandoc → tree: Word, OpenDocument and HTML by
pandoc, its tree cleaned; pdf: the text of a PDF by its type sizes; plain: text without marks
→ document: title, Markdown and pictures, and losses: what could not be kept, with its place.
"""
