"""The table of a chart as a grid of cells and back, every line that says the same as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from publications.editing.table_row import cells_of
from publications.editing.whitespace import on_one_line

_BAR = re.compile(r"\\(.)|\|", re.DOTALL)
_OUTER = re.compile(r"\s*\|?(?P<inside>.*?)(?:(?<!\\)\|)?\s*", re.DOTALL)
_SIDES = {(True, True): "center", (True, False): "left", (False, True): "right"}
_LEAST = 3  # dashes that make a line of them a table's


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells as Markdown, without the backslash before a bar. sides: of each column, "left", "right", "center" or ""."""

    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    sides: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The header and the rows below it."""
        return (self.header, *self.rows)


def read_table(lines: Sequence[str]) -> Grid:
    """The grid that the lines of a table say; rows that are too short are filled up with empty cells."""
    if not lines:
        return Grid()
    header, dashes, *rows = _of_one_length([[_shown(cell) for cell in _typed(line)] for line in lines])
    return Grid(header, tuple(rows), tuple(map(_side, dashes)))


def tidied(grid: Grid) -> Grid:
    """The grid as it can be written: each cell on one line, each row as long as the others, none without words."""
    header, *rows = _of_one_length([[_shown(on_one_line(cell)) for cell in line] for line in grid.lines])
    sides = [side if side in _SIDES.values() else "" for side in grid.sides]
    return Grid(header, tuple(row for row in rows if any(row)), (*sides, *[""] * len(header))[: len(header)])


def written_table(lines: Sequence[str], new: Grid) -> list[str]:
    """The lines of a table that says something else now. lines: as it was typed, none where there was no table.

    One whose bars stand below one another stays so; of one typed without such care, each line that says the same is kept.
    """
    old = read_table(lines)
    if new == old or not new.header:
        return list(lines) if new == old else []
    # A bar within a fact may be typed with a backslash or without.
    known = {_shown(cell): cell for line in lines for cell in _typed(line)}
    dashes = [len(cell) for cell in _typed(lines[1])] if lines else []
    is_tidy = _laid_out(old, known, dashes) == lines
    is_tight = bool(lines) and not is_tidy and _laid_out(old, known, [])[2:] == lines[2:]
    room = [] if is_tight else dashes
    if len(old.header) == len(new.header) and not is_tidy:
        return _kept(lines, new, known, room)
    if is_tight:
        return _laid_out(new, known, [])
    least = dashes if is_tidy and len(dashes) == len(new.header) else [_LEAST] * len(new.header)
    columns = zip(*new.lines, strict=True)
    widths = [
        max(one, *(len(_escaped(cell, known)) for cell in column))
        for one, column in zip(least, columns, strict=True)
    ]
    return _laid_out(new, known, widths)


def _kept(lines: Sequence[str], new: Grid, known: Mapping[str, str], widths: Sequence[int]) -> list[str]:
    old = read_table(lines)
    typed, made = [lines[0], *lines[2:]], _laid_out(new, known, widths)
    header, *rows = _lines_kept(typed, [made[0], *made[2:]], old, new)
    return [header, lines[1] if old.sides == new.sides else made[1], *rows]


def _lines_kept(typed: Sequence[str], made: Sequence[str], old: Grid, new: Grid) -> Iterator[str]:
    for tag, first, last, start, end in SequenceMatcher(
        None, old.lines, new.lines, autojunk=False
    ).get_opcodes():
        yield from typed[first:last] if tag == "equal" else made[start:end]


def _laid_out(grid: Grid, known: Mapping[str, str], widths: Sequence[int]) -> list[str]:
    """A table whose columns are that wide; without widths, each cell is as wide as its words."""
    room = (*widths, *[0] * len(grid.header))[: len(grid.header)]
    columns = list(zip(room, grid.sides, strict=True))
    cells = [
        [_padded(_escaped(cell, known), *column) for cell, column in zip(line, columns, strict=True)]
        for line in grid.lines
    ]
    header, *rows = [cells[0], [_dashes(*column) for column in columns], *cells[1:]]
    return [f"| {' | '.join(line)} |" for line in (header, *rows)]


def _of_one_length(lines: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    length = max(map(len, lines))
    return [(*line, *[""] * (length - len(line))) for line in lines]


def _typed(line: str) -> list[str]:
    """The cells of a line as they were typed."""
    found = _OUTER.fullmatch(line)
    return [cell.strip() for cell in cells_of(found["inside"] if found else line)]


def _shown(cell: str) -> str:
    return _BAR.sub(lambda found: "|" if found[1] == "|" else found[0], cell)


def _escaped(cell: str, known: Mapping[str, str]) -> str:
    return known.get(cell) or _BAR.sub(lambda found: found[0] if found[1] else r"\|", cell)


def _side(dashes: str) -> str:
    return _SIDES.get((dashes.startswith(":"), dashes.endswith(":")), "")


def _padded(cell: str, width: int, side: str) -> str:
    if side == "right":
        return cell.rjust(width)
    return cell.center(width) if side == "center" else cell.ljust(width)


def _dashes(width: int, side: str) -> str:
    left, right = ":" * (side in ("left", "center")), ":" * (side in ("right", "center"))
    return left + "-" * (max(width, _LEAST) - len(left + right)) + right
