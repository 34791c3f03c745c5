"""A passage: running text as its reader meets it, every character of which knows where it was typed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

THING = "\ufffc"
"""Stands for what is no text of this language: code, an address, a fact, words in another language."""


class Letter(NamedTuple):
    """One character; a page has thousands, which a tuple makes cheap. start, end: its place in the file (`&nbsp;` has six); locale: "" for the passage's own."""

    char: str
    start: int
    end: int
    locale: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph, cell or caption without its markup.

    text: what is read; starts, ends: the place in the file of each of its characters.
    locale: the language it is in, which an attribute (`lang=en`) may have changed.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    locale: str

    @property
    def language(self) -> str:
        """The locale without its region: "en" of "en-IE"."""
        return self.locale.replace("_", "-").partition("-")[0].lower()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the file the characters from `start` up to `end` stand."""
        if start == end:
            at = self.starts[start] if start < len(self.starts) else self.ends[-1]
            return at, at
        return self.starts[start], self.ends[end - 1]


def passages_of(letters: Sequence[Letter], locale: str) -> Iterator[Passage]:
    """The passage that these letters are, and one for each run of words in another language within it."""
    whole: list[Letter] = []
    for language, run in groupby(letters, key=lambda letter: letter.locale or locale):
        found = list(run)
        if language == locale:
            whole += found
        else:
            whole.append(Letter(THING, found[0].start, found[-1].end))
            yield from _passage(found, language)
    yield from _passage(whole, locale)


def _passage(letters: Iterable[Letter], locale: str) -> Iterator[Passage]:
    found = list(letters)
    text = "".join(letter.char for letter in found)
    if text.strip():
        starts = tuple(letter.start for letter in found)
        yield Passage(text, starts, tuple(letter.end for letter in found), locale)


class Lines:
    """The lines of a file by the place of a character in it."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def number(self, place: int) -> int:
        """The line, counted from 1."""
        return bisect_right(self._starts, place)

    def start(self, line: int) -> int:
        """The place at which a line begins."""
        return self._starts[min(line, len(self._starts)) - 1]
