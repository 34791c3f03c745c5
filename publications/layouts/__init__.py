"""Layouts: how a publication is drawn, said once for all languages; its text is Markdown.

layout_file: data/<section>/<name>.yml → layout: what it says; story: the sections of a page's text, and pieces: lists
and tables within them that are drawn by themselves; components: the ways of drawing there are; timeline: periods as bars;
agreement: whether the two tell of the same sections; drawing: both together, from which page, paper and e-mail are made.
"""
