"""Edits of a page, block by block, which leave every other byte as it was.

slot, slots         where the text of a block stands in its file
segment             a block's text as words and codes (links, facts, emphasis), which no tool can break
reading_segments    the segment of what stands in a slot
writing_segments    a segment as Markdown that is read back as the same segment, with what stood there left as typed
whitespace          spaces and line ends that Markdown would read as something else; empty lines that part blocks
draft, escaping     a text in which nothing is escaped yet; backslashes where a sign would be read otherwise
edit                a block's new text in the file
table_row           the cells of a row, and the bars between them
front_matter        the lines of a key; a text as a value of YAML, quoted as it was
elements            lines that stand or go together: a list, a table, a box
fragment            lines of one page on their way into another, with what ends a code or a box that was left open
insertion           a block that the translation lacks, put where it belongs
removal             a block taken out, without another
relinking           links written anew, when a page gets another name
merging             three texts of one page, merged block by block, with what is left to be decided
pieces              what of a page is merged as one, and what becomes of it where both have changed it
"""
