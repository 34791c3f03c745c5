"""Edits of a page, block by block, which leave every other byte as it was.

slot, slots         where the text of a block stands in its file
segment             a block's text as words and codes (links, facts, emphasis), which no tool can break
writing_segments    a segment as Markdown that is read back as the same segment
escaping            the signs that Markdown would read, as words
matching            the codes of a translation, numbered as those of its source
edit                a block's new text in the file
yaml_values         the same of a value in front matter, quoted as it was
elements, keys      lines that stand or go together: a list, a table, a box; a key with its value
insertion           a block that the translation lacks, put where it belongs
removal             a block taken out, without another
merging, pieces     three texts of one page, merged block by block
"""
