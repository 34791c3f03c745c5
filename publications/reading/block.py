"""A block: one heading, paragraph, row or caption; the unit in which translations are followed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from publications.reading.attributes import Attributes


class BlockKind(StrEnum):
    """What a block is to its reader."""

    FRONT_MATTER = "front matter"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    TITLE = "title"
    CAPTION = "caption"
    ALT = "alt text"
    FOOTNOTE = "footnote"
    TERM = "term"
    DEFINITION = "definition"
    ABBREVIATION = "abbreviation"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page.

    text: the Markdown as typed, without markers such as `##` or `-`; cells of a row stand between bars.
    words: what is read of it: no emphasis, addresses, attribute lists or comments.
    line, end_line: first and last line of the file, counted from 1.
    path: what it stands in, from the outside: ("list", "admonition").
    level: of a heading, or how deep in lists; 0 elsewhere.
    attributes: ("id", "summary"), ("class", "lead"); of front matter ("key", "title").
    links: targets in the order of the text; an alt text has its picture.
    typed: what stands in the file, comments and attribute lists with it; a table's row has one for each cell.
    """

    kind: BlockKind
    text: str
    words: str
    line: int
    end_line: int
    path: tuple[str, ...] = ()
    level: int = 0
    attributes: Attributes = ()
    links: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()

    def attribute(self, name: str) -> str:
        """An attribute's value, "" when the block has none of that name."""
        return dict(self.attributes).get(name, "")
