"""Charts: a table that the author wrote, drawn as a picture that reads well in every language and width.

block: what stands in the Markdown → reading: what it says, a `Chart` → picture: how it looks → figure: the page.
"""
