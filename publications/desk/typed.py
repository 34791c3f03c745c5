"""What somebody has typed for a block, and the Markdown that it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from publications.desk.codes import tail_of
from publications.desk.opened import Opened
from publications.editing.reading_segments import segment_of
from publications.editing.segment import Part, PartKind
from publications.editing.slot import Slot, SlotKind
from publications.editing.table_row import BETWEEN_CELLS, cells_of
from publications.editing.whitespace import BLANKS, PARAGRAPHS, blocks_in
from publications.editing.writing_segments import written_for, written_segment
from publications.reading.block import BlockKind
from publications.reading.encoding import as_lines

# Half a letter of UTF-16, and what makes a file one that is no text.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody has typed for a block.

    base: the Markdown that stood there when they began, "" when there was none; parts: what they see, words and codes;
    markdown: what they typed as Markdown instead.
    """

    key: str
    base: str
    parts: Sequence[Part] = ()
    markdown: str | None = None


def preview_of(opened: Opened, typed: Typed) -> str:
    """The Markdown that a block would be saved as."""
    row = opened.row(typed.key)
    block = (row.own or row.source) if row else None
    return markdown_of(typed, opened.slot(block) or opened.source_slot(block), block.kind if block else None)


def markdown_of(typed: Typed, slot: Slot | None, known_kind: BlockKind | None = None) -> str:
    """The Markdown of what was typed. slot: where it is to stand; known_kind: of a block that stands nowhere yet."""
    if typed.markdown is not None:
        return _as_typed(typed.markdown, slot)
    kind = slot.block.kind if slot else known_kind or BlockKind.PARAGRAPH
    segment = segment_of(slot) if slot else ()
    parts = list(_told(typed.parts))
    if kind is BlockKind.CODE:
        return written_segment(parts, kind)
    blocks = list(blocks_in(parts))
    blocks[0] = (*blocks[0], *tail_of(segment))
    texts = (written_for(one, slot) if slot else written_segment(one, kind) for one in blocks)
    return readable(PARAGRAPHS.join(texts))


def _told(parts: Iterable[Part]) -> Iterator[Part]:
    """Neighbouring words as one."""
    for is_text, some in groupby(parts, key=lambda part: part.kind is PartKind.TEXT):
        if is_text:
            yield Part(PartKind.TEXT, "", readable("".join(part.words for part in some)))
        else:
            yield from some


def _as_typed(markdown: str, slot: Slot | None) -> str:
    """The Markdown without what no file can hold. A row may come with the bars at its ends."""
    text = readable(markdown)
    if slot and slot.block.kind is BlockKind.CODE:
        return text.strip("\n")
    text = text.strip(BLANKS)
    cells = cells_of(text) if slot and slot.kind is SlotKind.ROW else []
    if slot and len(cells) > len(slot.stretches) and not (cells[0].strip() or cells[-1].strip()):
        return BETWEEN_CELLS.join(cell.strip() for cell in cells[1:-1])
    return text


def readable(text: str) -> str:
    """The text with line ends as on Unix, and without what no file can hold."""
    return _UNREADABLE.sub("", as_lines(text))
