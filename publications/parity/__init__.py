"""Parity: does a translation keep what its source has – structure, numbers, links – and bring nothing harmful.

quantities  numbers and dates, whatever language they are written in
structure   source ↔ translation: headings, pictures, links, footnotes, tables, facts, code, figures
harm        script, raw HTML and links that a reader could be harmed by
tongues     which language a passage is in
glossary    the project's terms, in every form they take
"""
