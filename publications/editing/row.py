"""A row of a table on its one line: its cells, and the room that each has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from publications.editing.slot import BLANKS, Slot, on_one_line, with_escaped_bars

_CELLS = re.compile(r"\\.|\{\{[^{}\n]*\}\}|(?P<bar>[ \t]*\|[ \t]*)", re.DOTALL)


def cells_of(markdown: str) -> list[str]:
    """The cells of a row without its outer bars."""
    cells, done = [], 0
    for found in _CELLS.finditer(markdown):
        if found["bar"]:
            cells.append(markdown[done : found.start()])
            done = found.end()
    return [*cells, markdown[done:]]


def row_of(row: str, slot: Slot, cells: Sequence[str]) -> str:
    """The inside of a row; each cell as wide as it was, if its new text is no longer."""
    parts = []
    for stretch, cell in zip_longest(slot.stretches, cells[: len(slot.stretches)]):
        typed = row[stretch.start - slot.start : stretch.end - slot.start]
        parts.append(_padded(typed, with_escaped_bars(on_one_line(cell or ""))))
    return "|".join(parts)


def _padded(typed: str, words: str) -> str:
    """The words in the room that a cell had, on the side on which they stood."""
    before = typed.strip(BLANKS)
    if words == before:
        return typed
    left = len(typed) - len(typed.lstrip(BLANKS)) if before else 1
    right = len(typed) - len(typed.rstrip(BLANKS)) if before else 1
    if left > right:
        return f" {words}".rjust(len(typed) - right) + " " * right
    right = 1 if right or words.endswith("\\") else 0  # which would take the bar for a text
    return " " * left + words.ljust(len(typed) - left - 1) + " " * right
