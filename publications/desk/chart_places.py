"""The places of charts in a page: the lines that each stands on, to be read and written as one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publications.charts.block import NAME, closing_of, words_of
from publications.editing.edit import Edit
from publications.reading.passage import Lines
from publications.reading.reading import Reading

_OUTSIDE = " >\t"


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """A chart in a page. text: its lines, without what its quote or list puts before each; line: the file's, from 1.

    start, end: characters of the file, with line ends as on Unix; before: what its further lines begin with.
    heading: the words of the heading above it, its title when it has none of its own.
    """

    text: str
    line: int
    start: int
    end: int
    before: str
    heading: str

    def edit(self, text: str) -> Edit:
        """The edit that gives the chart another text."""
        first, *others = text.split("\n")
        lines = (self.before + line if line else self.before.rstrip() for line in others)
        return Edit(self.start, self.end, "\n".join((first, *lines)))


def charts_in(reading: Reading) -> Iterator[ChartPlace]:
    """The charts of a page that can be edited as forms: those that end, and whose lines all begin alike."""
    lines, heading = Lines(reading.text), ""
    for index, token in enumerate(reading.tokens):
        if token.type == "heading_open":
            heading = words_of(reading.tokens[index + 1])
        if token.type != "slash_block_open" or token.info.lower() != NAME or not token.map:
            continue
        closing = closing_of(reading.tokens[index:])
        if closing and closing.map:
            first, last = (reading.source.body_line + number for number in (token.map[0], closing.map[0]))
            start, end = lines.start(first), lines.start(last + 1)
            end -= reading.text[end - 1 : end] == "\n"
            yield from _placed(reading.text[start:end], first, start, heading, is_inside=token.level > 0)


def chart_at(reading: Reading, line: int) -> ChartPlace | None:
    """The chart that stands on a line of the file."""
    return next(
        (one for one in charts_in(reading) if one.line <= line <= one.line + one.text.count("\n")), None
    )


def heading_above(reading: Reading, line: int) -> str:
    """The words of the last heading above a line of the file, "" without one."""
    found = ""
    for token, inline in zip(reading.tokens, reading.tokens[1:], strict=False):
        if token.type == "heading_open" and token.map and reading.source.body_line + token.map[0] <= line:
            found = words_of(inline)
    return found


def _placed(typed: str, line: int, start: int, heading: str, *, is_inside: bool) -> Iterator[ChartPlace]:
    begin = typed.index("///") if is_inside else 0
    before = re.sub(r"[^\s>]", " ", typed[:begin])
    first, *others = typed[begin:].split("\n")
    if all(one.startswith(before) or not one.strip(_OUTSIDE) for one in others):
        lines = (one[begin:] if one.startswith(before) else "" for one in others)
        yield ChartPlace("\n".join((first, *lines)), line, start + begin, start + len(typed), before, heading)
