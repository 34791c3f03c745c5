"""A row of a table on its one line: its cells, the bars between them, and the room that each cell has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from publications.editing.whitespace import BLANKS, on_one_line

BETWEEN_CELLS = " | "

_BARS = re.compile(r"(?P<kept>\\.|\{\{[^{}\n]*\}\})|\|", re.DOTALL)


def bars_in(line: str) -> list[int]:
    """The places of the bars that part cells: neither such as are texts nor those of facts."""
    return [found.start() for found in _BARS.finditer(line) if not found["kept"]]


def with_escaped_bars(cell: str) -> str:
    r"""The text of a cell as it stands in a table: a bar that is a text is `\|`, those of a fact are left alone."""
    return _BARS.sub(lambda found: found["kept"] or "\\|", cell) if "|" in cell else cell


def cells_of(markdown: str) -> list[str]:
    """The cells of a row without its outer bars, and without the spaces beside the others."""
    first, *others = _between_bars(markdown)
    cells = [first, *(cell.lstrip(" \t") for cell in others)]
    return [*(cell.rstrip(" \t") for cell in cells[:-1]), cells[-1]]


def row_of(row: str, cells: Sequence[str]) -> str:
    """The inside of a row with other cells; each as wide as it was, if its new text is no longer."""
    typed = _between_bars(row)
    pairs = zip_longest(typed, cells[: len(typed)], fillvalue="")
    return "|".join(_padded(was, with_escaped_bars(on_one_line(cell))) for was, cell in pairs)


def _between_bars(line: str) -> list[str]:
    edges = [-1, *bars_in(line), len(line)]
    return [line[before + 1 : bar] for before, bar in pairwise(edges)]


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
