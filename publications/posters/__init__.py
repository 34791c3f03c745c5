"""Posters: an infographic as a printed sheet (Typst, PDF/UA-1) and as pictures.

words, chart: what is read, as values that theme/poster can set; sheet, social: all that a poster says, and the
picture beside a link; typesetting: Typst; poster: the files of one page in one language; cache: so that none is
made twice; publishing: where they lie on the site.
"""
