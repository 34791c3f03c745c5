"""A chart as a form: the text of a `/// chart` block as what can be filled in, and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from publications.charts.block import NAME
from publications.charts.chart import Kind
from publications.desk import chart_options, chart_table
from publications.desk.chart_options import Options
from publications.desk.chart_table import Grid
from publications.editing.whitespace import on_one_line
from publications.reading.reading import Reading
from publications.telling import MISTAKE, RefusalError

_FIRST = re.compile(rf"(?P<head>\s*/{{3,}}\s*{NAME})(?P<bar>\s*\|[ \t]*)?(?P<title>.*?)\s*", re.IGNORECASE)
_NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class ChartForm:
    """What a chart says, as it is typed: facts as `{{ id }}`. title: "" for that of the heading above it.

    options: its type, alternative text and the like, and those that no chart has; grid: its table.
    """

    title: str
    options: Options
    grid: Grid = field(default_factory=Grid)


NEW = ChartForm("", (("type", Kind.BARS),), Grid(("", ""), (("", ""), ("", "")), ("", "right")))
"""A chart that nobody has filled in."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """Numbers of lines, from 0: the options begin with 1; the table is those from `table` up to `below`."""

    lines: list[str]
    options: int
    table: int
    below: int


def read_form(text: str) -> ChartForm:
    """The form of a chart's text, which begins and ends with its slashes. Any other text is a PublicationError."""
    parts = _parts(text)
    return ChartForm(
        title=_first(parts.lines[0])["title"],
        options=chart_options.read_options(parts.lines[1 : parts.options]),
        grid=chart_table.read_table(parts.lines[parts.table : parts.below]),
    )


def written_form(text: str, form: ChartForm) -> str:
    """The chart's text with what the form says. text: as it was, "" for a new one.

    What the form leaves as it is stays letter by letter, but for options that YAML cannot read, which are written anew.
    """
    form = form if text and form == read_form(text) else tidied(form)
    parts = _parts(text or f"/// {NAME}\n\n///")
    old = parts.lines[parts.table : parts.below]
    table = chart_table.written_table(old, form.grid)
    apart = [""] if table and not old else []
    lines = [
        _titled(parts.lines[0], form.title),
        *chart_options.written_options(parts.lines[1 : parts.options], form.options),
        *(parts.lines[parts.options : parts.table] or apart),
        *table,
        *(apart if parts.lines[parts.below].strip("/") else []),
        *parts.lines[parts.below :],
    ]
    return "\n".join(lines)


def tidied(form: ChartForm) -> ChartForm:
    """The form as it is read again once it was written."""
    return ChartForm(
        on_one_line(form.title), chart_options.tidied(form.options), chart_table.tidied(form.grid)
    )


def table_line(text: str) -> int:
    """The line of a chart's text, counted from 1, on which the header of its table stands; 0 without one."""
    parts = _parts(text)
    return parts.table + 1 if parts.below > parts.table else 0


def as_json(form: ChartForm) -> dict[str, object]:
    """The form as a browser has it."""
    grid = form.grid
    return {
        "title": form.title,
        "options": [list(option) for option in form.options],
        "header": list(grid.header),
        "rows": [list(row) for row in grid.rows],
        "sides": list(grid.sides),
    }


def from_json(values: object) -> ChartForm:
    """The form that a browser sends; what is none is a PublicationError."""
    try:
        return _from_json(values)  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError):
        raise RefusalError("desk", MISTAKE, "chart") from None


def _from_json(values: Mapping[str, object]) -> ChartForm:
    options = tuple((_text(name), _text(value)) for name, value in _list(values["options"]))
    if not all(_NAME.fullmatch(name) for name, _ in options):
        raise ValueError(options)
    header, sides = (tuple(map(_text, _list(values[name]))) for name in ("header", "sides"))
    rows = tuple(tuple(map(_text, _list(row))) for row in _list(values["rows"]))
    return ChartForm(_text(values["title"]), options, Grid(header, rows, sides))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _list(value: object) -> list[list[object]]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _parts(text: str) -> _Parts:
    lines, tokens = text.split("\n"), Reading.of(text).tokens
    opening = next(iter(tokens), None)
    begins = opening is not None and opening.type == "slash_block_open" and _FIRST.fullmatch(lines[0])
    if opening is None or not begins or "\n" not in text:
        raise RefusalError("desk", MISTAKE, lines[0])
    options = opening.map[1] if opening.map else 1
    maps = (token.map for token in tokens if token.type == "table_open" and token.map)
    table, below = next(maps, (0, 0))
    if not table:
        # Where a table would stand: below the options and the empty line that ends them.
        table = below = options + (options < len(lines) - 1 and not lines[options].strip())
    return _Parts(lines, options, table, below)


def _first(line: str) -> re.Match[str]:
    found = _FIRST.fullmatch(line)
    assert found  # noqa: S101 (told apart above)
    return found


def _titled(line: str, title: str) -> str:
    found = _first(line)
    if title == found["title"]:
        return line
    return f"{found['head']}{found['bar'] or ' | '}{title}" if title else found["head"]
