"""A passage: running text as its reader meets it, which knows where in the file each of its characters was typed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import NamedTuple

THING = "\ufffc"
"""Stands for what is no text of this language: code, an address, a fact, words in another language."""


class Piece(NamedTuple):
    """Characters that stand together in the file, from start to end; locale: the language they are in.

    They are as typed, one for one, or one character is read for several typed (`&nbsp;`).
    """

    text: str
    start: int
    end: int
    locale: str

    @property
    def is_plain(self) -> bool:
        return len(self.text) == self.end - self.start


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph, cell or caption without its markup.

    text: what is read; locale: the language it is in, which an attribute (`lang=en`) may have changed.
    pieces: what the text consists of; offsets: where in it each begins.
    """

    text: str
    locale: str
    pieces: tuple[Piece, ...]
    offsets: tuple[int, ...]

    @property
    def language(self) -> str:
        """The locale without its region: "en" of "en-IE"."""
        return self.locale.replace("_", "-").partition("-")[0].lower()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the file the characters from `start` up to `end` stand."""
        if start < end:
            return self._span(start)[0], self._span(end - 1)[1]
        at = self._span(start)[0] if start < len(self.text) else self.pieces[-1].end
        return at, at

    def _span(self, offset: int) -> tuple[int, int]:
        """Where one character stands."""
        number = bisect_right(self.offsets, offset) - 1
        piece = self.pieces[number]
        if not piece.is_plain:
            return piece.start, piece.end
        start = piece.start + offset - self.offsets[number]
        return start, start + 1


def passages_of(pieces: Iterable[Piece], locale: str) -> Iterator[Passage]:
    """The passage that these pieces are, and one for each run of them in another language, before it."""
    whole: list[Piece] = []
    for language, run in groupby(pieces, key=lambda piece: piece.locale):
        found = list(run)
        if language == locale:
            whole += found
        else:
            whole.append(Piece(THING, found[0].start, found[-1].end, locale))
            yield from _passage(found, language)
    yield from _passage(whole, locale)


def _passage(pieces: Sequence[Piece], locale: str) -> Iterator[Passage]:
    text = "".join(piece.text for piece in pieces)
    if text.strip():
        ends = accumulate((len(piece.text) for piece in pieces), initial=0)
        yield Passage(text, locale, tuple(pieces), tuple(ends)[:-1])


class Lines:
    """The lines of a file by the place of a character in it."""

    def __init__(self, text: str) -> None:
        self._starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))

    def number(self, place: int) -> int:
        """The line, counted from 1."""
        return bisect_right(self._starts, place)

    def start(self, line: int) -> int:
        """The place at which a line begins; of one behind the last, the end of the file."""
        return self._starts[min(line, len(self._starts)) - 1]
