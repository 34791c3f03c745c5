"""Segments as Markdown: words as they were typed before, or escaped where they would be read as something else."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import LCSseq

from publications.editing.draft import Draft
from publications.editing.escaping import with_fewest_escapes
from publications.editing.reading_segments import parts_in
from publications.editing.segment import CodeName, Part, PartKind
from publications.editing.slot import LITERAL, ONE_LINE, Slot
from publications.editing.table_row import BETWEEN_CELLS
from publications.editing.whitespace import on_one_line, tidied
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
    texts = _cells(_as_typed_before(row, before))
    drafts = (Draft.of(text, kind, is_underlined=is_underlined) for text in texts)
    return BETWEEN_CELLS.join(map(with_fewest_escapes, drafts))


def _cells(parts: Iterable[Part]) -> Sequence[Sequence[Part]]:
    """The parts of each cell of a row; of any other text all."""
    cells: list[list[Part]] = [[]]
    for part in parts:
        if part.name is CodeName.CELL:
            cells.append([])
        else:
            cells[-1].append(part)
    return cells


def _as_typed_before(parts: Iterable[Part], before: Iterable[Part]) -> Iterator[Part]:
    """The parts of a text, each sign that stood there before with its `typed`. before: as `parts_in` gives them."""
    new, old = list(_signs(parts)), list(_signs(before))
    typed = [part.typed for part in new]
    for same in LCSseq.opcodes([_key(part) for part in old], [_key(part) for part in new]):
        if same.tag == "equal":
            was = (part.typed for part in old[same.src_start : same.src_end])
            typed[same.dest_start : same.dest_end] = was
    found = (Part(part.kind, known, part.words, part.name) for part, known in zip(new, typed, strict=True))
    for (is_plain, _), group in groupby(found, key=_plainness):
        some = list(group)
        yield from _joined(some) if is_plain else some


def _signs(parts: Iterable[Part]) -> Iterator[Part]:
    """Words letter by letter; what was typed otherwise than it is read stays whole."""
    for part in parts:
        if part.kind is PartKind.TEXT and part.typed in ("", part.words):
            yield from (Part(part.kind, letter if part.typed else "", letter) for letter in part.words)
        else:
            yield part


def _key(part: Part) -> Hashable:
    return part.words if part.kind is PartKind.TEXT else (part.kind, part.typed)


def _plainness(part: Part) -> tuple[bool, bool]:
    """Whether it is words as they are read, and whether they stood there before."""
    return part.kind is PartKind.TEXT and part.typed in ("", part.words), bool(part.typed)


def _joined(letters: Sequence[Part]) -> Iterator[Part]:
    words = "".join(letter.words for letter in letters)
    yield Part(PartKind.TEXT, words if letters[0].typed else "", words)
