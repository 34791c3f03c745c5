"""Posters: an infographic as a printed sheet (Typst, PDF/UA-1) and as pictures.

words, chart: what is read, as values that theme/poster can set; sheet: all that one poster says;
typesetting: Typst; poster: the files of one page in one language; cache: so that none is made twice.
"""
