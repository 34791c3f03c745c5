"""Infographics: a page whose text is Markdown and whose look is said once, for all languages.

layout_file: data/infographics/<id>.yml → layout: what it says; story: the sections of a page's text;
agreement: whether the two tell of the same sections; drawing: both together, from which page and poster are made.
"""
