"""A slot: where in a file the text of one block stands, to be read and written without touching what is around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from publications.editing.table_row import BETWEEN_CELLS, with_escaped_bars
from publications.reading.block import Block, BlockKind

ONE_LINE = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.TITLE,
        BlockKind.TABLE_ROW,
        BlockKind.ALT,
        BlockKind.TERM,
        BlockKind.ABBREVIATION,
    }
)
"""Kinds of block whose text cannot go on in the next line."""


class SlotKind(StrEnum):
    """How a slot's text is written."""

    LINES = "lines"  # Markdown, a stretch for each line
    ROW = "row"  # the cells of a table's row, a stretch for each, with the spaces around it
    YAML = "yaml"  # a value in front matter, or of a `///` block
    HTML = "html"  # a text between tags, or an attribute that is read aloud


_NO_MARKDOWN = frozenset({SlotKind.YAML, SlotKind.HTML})
LITERAL = frozenset({BlockKind.FRONT_MATTER, BlockKind.ABBREVIATION})
"""Texts that are no Markdown: readers are shown them as they stand, but for facts."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the file, from `start` up to `end`; line ends count as one."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A block with its place. style: how its value is quoted, `"`, `'`, `|`, `>` or "" for not at all."""

    block: Block
    kind: SlotKind
    stretches: tuple[Stretch, ...]
    style: str = ""

    @property
    def start(self) -> int:
        return self.stretches[0].start

    @property
    def end(self) -> int:
        return self.stretches[-1].end

    @property
    def is_literal(self) -> bool:
        return self.kind in _NO_MARKDOWN or self.block.kind in LITERAL

    @property
    def texts(self) -> tuple[str, ...]:
        """The block's text as typed, one for each cell of a row."""
        if self.kind is not SlotKind.ROW:
            return self.block.typed
        return tuple(map(with_escaped_bars, self.block.typed[: len(self.stretches)]))

    @property
    def markdown(self) -> str:
        """The same in one piece, the cells of a row between bars."""
        return BETWEEN_CELLS.join(self.texts)
