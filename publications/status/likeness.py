"""Likeness: which other pages share a line with a page, told without taking them apart."""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process

_NEAR = 80.0
_LEAST_LETTERS, _LEAST_WORDS = 4, 3
_MARKS = re.compile(r"^[\s#>*+\-|:!?\d.]+|\{[^{}]*\}\s*$|[\s|]+$")


class Wanted:
    """The lines of a page for which a translation is looked for; what is found is not looked for again."""

    def __init__(self, text: str) -> None:
        self._same = set(_lines(text))
        self._near = {line for line in self._same if len(line.split()) >= _LEAST_WORDS}

    def finds(self, text: str) -> bool:
        """Whether another page has one of the lines, or one nearly like it, that none had before."""
        lines = set(_lines(text))
        same = self._same & lines
        near = {line for line in self._near - same if _has_near(line, lines)}
        self._same -= same
        self._near -= same | near
        return bool(same or near)


def _has_near(line: str, lines: set[str]) -> bool:
    return process.extractOne(line, lines, scorer=fuzz.ratio, score_cutoff=_NEAR) is not None


def _lines(text: str) -> list[str]:
    lines = (_MARKS.sub("", line) for line in text.splitlines())
    return [line for line in lines if len(line) >= _LEAST_LETTERS]
