"""What the parser's tokens and HTML's elements are to a reader."""

from __future__ import annotations

from publications.reading.block import BlockKind

CONTAINERS = {
    "bullet_list_open": "list",
    "ordered_list_open": "ordered list",
    "blockquote_open": "quote",
    "table_open": "table",
    "admonition_open": "admonition",
    "admonition_mkdocs_open": "admonition",
    "content_tab_mkdocs_open": "tab",
    "footnote_reference_open": "footnote",
    "dl_open": "definitions",
}
LISTS = ("list", "ordered list")
KINDS_OF_TOKENS = {
    "heading_open": BlockKind.HEADING,
    "dt_open": BlockKind.TERM,
    "admonition_title_open": BlockKind.TITLE,
    "admonition_mkdocs_title_open": BlockKind.TITLE,
    "content_tab_mkdocs_title_open": BlockKind.TITLE,
}
KINDS_OF_TAGS = {
    "alt": BlockKind.ALT,
    "caption": BlockKind.CAPTION,
    "dd": BlockKind.DEFINITION,
    "dt": BlockKind.TERM,
    "figcaption": BlockKind.CAPTION,
    "li": BlockKind.LIST_ITEM,
    "summary": BlockKind.TITLE,
    "tr": BlockKind.TABLE_ROW,
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}
