"""Edits of a page, block by block, which leave every other byte as it was.

slot, slots         where the text of a block stands in its file
segment             a block's text as words and codes (links, facts, emphasis), which no tool can break
reading_segments    the segment of what stands in a slot
writing_segments    a segment as Markdown that is read back as the same segment
kept                words that stood there before, as they were typed
escaping, proof     backslashes where a sign would be read otherwise, and none besides; how a text is read
paragraphs          a segment that was parted into several blocks
matching            the codes of a translation, numbered as those of its source
edit, row           a block's new text in the file; the cells of a row
yaml_values         the same of a value in front matter, quoted as it was
elements, keys      lines that stand or go together: a list, a table, a box; a key with its value
closing             what ends a code or a box that was left open
insertion           a block that the translation lacks, put where it belongs
removal             a block taken out, without another
merging, merged     three texts of one page, merged block by block; what came of it
pieces              what of a page is merged as one
settling            what becomes of a piece that two have changed
"""
