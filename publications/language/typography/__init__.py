"""Typography: what each language's typographers would mark in a page, and the same page mended.

passages     what is read of a page, each character with its place in the file
conventions  how each language sets its marks
rules        what is found in a passage: quotes, dashes, figures, spaces, letters, doubled, scan
page         all of it for one page: `slips_in`, `mend`
"""
