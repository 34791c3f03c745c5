"""Segments as Markdown: words as they were typed before, or escaped where they would be read as something else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from publications.editing.escaping import Draft, with_fewest_escapes
from publications.editing.kept import as_typed_before
from publications.editing.proof import meaning, read_as
from publications.editing.reading_segments import parts_in
from publications.editing.segment import CodeName, Part, PartKind
from publications.editing.slot import BETWEEN_CELLS, LITERAL, ONE_LINE, Slot, on_one_line
from publications.editing.tidying import tidied
from publications.reading.block import BlockKind


def written_for(parts: Sequence[Part], slot: Slot) -> str:
    """The text that is read as these parts in a slot: Markdown, or what readers are shown where there is no Markdown.

    What stands there already is left as its author typed it.
    """
    if slot.is_literal:
        return on_one_line("".join(part.typed or part.words for part in parts))
    if slot.block.kind is BlockKind.CODE:
        return written_segment(parts, BlockKind.CODE)
    is_underlined = slot.block.kind is BlockKind.HEADING and slot.block.line < slot.block.end_line
    return written_segment(parts, slot.block.kind, before=parts_in(slot), is_underlined=is_underlined)


def written_segment(
    parts: Sequence[Part], kind: BlockKind, *, before: Iterable[Part] = (), is_underlined: bool = False
) -> str:
    """The Markdown that is read as these parts. Words that come with no `typed` are escaped where they need it.

    before: what stood there, as `parts_in` gives it.
    is_underlined: nothing stands before a heading, which has a line below it instead.
    """
    if kind is BlockKind.CODE:
        return "".join(part.typed or part.words for part in parts).rstrip("\n")
    if kind in LITERAL:
        return on_one_line("".join(part.typed or part.words for part in parts))
    cells = [list(tidied(cell, is_one_line=kind in ONE_LINE)) for cell in _cells(parts)]
    bar = Part(PartKind.ALONE, BETWEEN_CELLS, "|", CodeName.CELL)
    row = [part for cell in cells for part in (bar, *cell)][1:]
    texts = _cells(as_typed_before(row, before))
    return BETWEEN_CELLS.join(_written(text, kind, is_underlined) for text in texts)


def _cells(parts: Iterable[Part]) -> Sequence[Sequence[Part]]:
    """The parts of each cell of a row; of any other text all."""
    cells: list[list[Part]] = [[]]
    for part in parts:
        if part.name is CodeName.CELL:
            cells.append([])
        else:
            cells[-1].append(part)
    return cells


def _written(parts: Sequence[Part], kind: BlockKind, is_underlined: bool) -> str:
    draft = Draft.of(parts, is_cell=kind is BlockKind.TABLE_ROW)
    read = partial(read_as, kind=kind, is_underlined=is_underlined)
    return with_fewest_escapes(draft, read, meaning(parts))
