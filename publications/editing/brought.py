"""Brought: lines of one page on their way into another, with the place where they go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from publications.editing.closing import closing_of
from publications.editing.edit import Edit
from publications.reading.passage import Lines
from publications.reading.reading import Reading

_QUOTE = re.compile(r"(?:[ \t]*>)*")


@dataclass(frozen=True, slots=True)
class Brought:
    """below: the line of the page below which they go, 0 for its start; offset: of the block's own among the lines."""

    below: int
    lines: tuple[str, ...]
    offset: int = 0

    @property
    def line(self) -> int:
        """On which the block stands then."""
        return self.below + 1 + self.offset

    def edit_of(self, own: Reading) -> Edit:
        """The edit that puts them there."""
        text = "".join(f"{one}\n" for one in self.lines)
        at = min(Lines(own.text).start(self.below + 1), len(own.text))
        if at and own.text[at - 1 : at] != "\n":
            text = "\n" + text.removesuffix("\n")
        return Edit(at, at, text)

    def ways(self, own: Reading) -> Iterator[Brought]:
        """As they are; parted with an empty line from what follows, then also from what stands above."""
        lines = own.text.split("\n")
        quotes = (_QUOTE.match(one) for one in ("".join(lines[self.below : self.below + 1]), self.lines[0]))
        following, first = (quote[0] if quote else "" for quote in quotes)
        yield self
        yield replace(self, lines=(*self.lines, following))
        yield replace(self, lines=(first, *self.lines, following), offset=self.offset + 1)


def lines_of(page: Reading, first: int, last: int) -> tuple[str, ...]:
    """Those from `first` to `last`, counted from 1."""
    return tuple(page.text.split("\n")[first - 1 : last])


def closed_lines_of(page: Reading, first: int, last: int) -> tuple[str, ...]:
    """The same, with what ends whatever is left open in them."""
    return (*lines_of(page, first, last), *closing_of(page, first, last))
