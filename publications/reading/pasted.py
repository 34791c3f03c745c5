"""Pasted text: what Word and spreadsheets leave in a page, and the Markdown that was meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from publications.reading.reading import Reading

_TAG = re.compile(
    r"</?(?:[ovwm]|st1):[A-Za-z]+[^<>]*>|<!--\[if.*?<!\[endif\]-->|<!\[(?:if|endif)[^>]*\]>|</?font\b[^<>]*>|<\?xml[^<>]*>"
)
_ATTRIBUTE = re.compile(r"""\s(?:class=["']?Mso\w*["']?|style=(?:"[^"]*mso-[^"]*"|'[^']*mso-[^']*'))""")
_BARE_SPAN = re.compile(r"<span>((?:(?!</?span\b).)*)</span>")
_BULLET = re.compile(
    r"^(?P<indent>[ \t]*)(?:[\uf0b7\uf0a7\uf076\uf0d8\uf02d•‣◦·▪●■§](?:[ \t\u00a0]+|(?=\w))|o\t)"
)
_NUMBERED = re.compile(r"^(?P<mark>[ ]*\d{1,3}[.)])\t+")
_TABBED = re.compile(r"^\t+(?=\S+(?:\s+\S+){3,}[.!?:;,…]$)")
_MAY_BE_PASTED = re.compile(
    r"[\t\u000b\u00ad\u2028\uf000-\uf8ff•‣◦·▪●■§]|</?(?:[ovwm]|st1):|<!?(?:--)?\[(?:if|endif)|</?font\b|<span>|<\?xml|[Mm]so"
)
_SOFT_HYPHEN = "\u00ad"
_BREAK = re.compile(r"[\u000b\u2028]")
_CELL = re.compile(r"\t")
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class Paste:
    """A line, or a table, as it was pasted and as it should be. line: of the file, from 1; lines: how many it takes."""

    line: int
    lines: int
    typed: str
    better: str


def pasted_in(reading: Reading) -> tuple[Paste, ...]:
    """Everything in the body that Markdown does not mean so; code is left as it is."""
    if not _MAY_BE_PASTED.search(reading.source.body):
        return ()
    first = reading.source.body_line
    lines = reading.source.body.split("\n")
    code = {
        at
        for token in reading.tokens
        if token.type == "fence" and token.map
        for at in range(token.map[0], token.map[1])
    }
    found: list[Paste] = []
    at = 0
    while at < len(lines):
        rows = _rows(lines, at, code)
        if rows:
            table = _table(rows)
            above = "\n" if at and lines[at - 1].strip() else ""
            below = "\n" if at + len(rows) < len(lines) and lines[at + len(rows)].strip() else ""
            found.append(Paste(first + at, len(rows), "\n".join(rows), f"{above}{table}{below}"))
        elif at not in code and (better := _mended(lines[at])) != lines[at]:
            found.append(Paste(first + at, 1, lines[at], better))
        at += max(len(rows), 1)
    return tuple(found)


def unpasted(reading: Reading, pastes: Sequence[Paste]) -> str:
    """The text of the whole page with these mended."""
    lines: list[str | None] = list(reading.text.split("\n"))
    for paste in pastes:
        lines[paste.line - 1 : paste.line - 1 + paste.lines] = [paste.better, *[None] * (paste.lines - 1)]
    return "\n".join(line for line in lines if line is not None)


def _mended(line: str) -> str:
    for step in _STEPS:
        line = step(line)
    return line


def _rows(lines: Sequence[str], at: int, code: set[int]) -> list[str]:
    """The lines of a table with tabs between its cells that begins here."""
    rows = list(_tabbed(lines, at, code))
    return rows if len(rows) >= _FEWEST_ROWS else []


def _tabbed(lines: Sequence[str], at: int, code: set[int]) -> Iterator[str]:
    columns = 0
    while at < len(lines) and at not in code:
        cells = lines[at].strip("\n").count("\t")
        is_row = cells > 0 and not lines[at].startswith("\t") and not _NUMBERED.match(lines[at])
        if not is_row or _BULLET.match(lines[at]) or cells != (columns or cells):
            return
        columns = cells
        yield lines[at]
        at += 1


def _table(rows: Sequence[str]) -> str:
    cells = [[cell.strip().replace("|", "\\|") for cell in _CELL.split(row)] for row in rows]
    head, *rest = (f"| {' | '.join(row)} |" for row in cells)
    return "\n".join([head, f"|{' --- |' * len(cells[0])}", *rest])


_STEPS: tuple[Callable[[str], str], ...] = (
    lambda line: _TAG.sub("", line) if "<" in line else line,
    lambda line: _ATTRIBUTE.sub("", line) if "=" in line else line,
    lambda line: _BARE_SPAN.sub(r"\1", line) if "<span>" in line else line,
    lambda line: line.replace(_SOFT_HYPHEN, ""),
    lambda line: _BREAK.sub("  \n", line),
    lambda line: _BULLET.sub(lambda found: f"{found['indent'].replace(chr(9), '  ')}- ", line),
    lambda line: _NUMBERED.sub(lambda found: f"{found['mark']} ", line),
    lambda line: _TABBED.sub("", line),
)
