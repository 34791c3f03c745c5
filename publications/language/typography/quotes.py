"""Quotation marks and apostrophes: those of the language, by how deep a quotation stands within another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publications.language.typography.conventions import CONVENTIONS, Conventions, Pair
from publications.language.typography.finding import Finding

_DOUBLE = '"“”„‟«»'
_SINGLE = "'‘’‚‛`´"
_MARK = re.compile(f"[{_DOUBLE}{_SINGLE}]")
# All but the apostrophe within a word, which says nothing of quotations.
_NOT_WITHIN = re.compile(rf"{_MARK.pattern}(?:(?<!’)|(?<![^\W_]’)|(?![^\W_]))")
# What can end a quotation in single marks.
_END = re.compile(r"(?<=\S)['`´](?!\w)")
_STRAIGHT = "\"'`´"
_DEEPEST = 20
_PAIRS = {"“": "”", "„": "”", "«": "»", "‘": "’", "”": "”", "’": "’", "»": "»"}
_OPENS_AFTER = " \t\n\u00a0\u202f\u2009([{–—-/"


def quotation_marks(text: str, language: str) -> Iterator[Finding]:
    """Marks of another language, and straight ones. Rules: quotes, apostrophe."""
    conventions = CONVENTIONS.get(language)
    if conventions and _NOT_WITHIN.search(text):
        yield from _Reader(text, conventions).read()


class _Reader:
    """Walks over the marks of a passage and remembers which quotations are open."""

    def __init__(self, text: str, conventions: Conventions) -> None:
        self.text, self.conventions = text, conventions
        self.open: list[tuple[Pair, int]] = []  # each with its place
        self.opened_at = -1
        self.last_end = max((match.start() for match in _END.finditer(text)), default=-1)
        self.last_elision = text.rfind("’")
        self.own = {mark for pair in conventions.quotes for mark in pair} | set(conventions.accepted)
        self.pairs = {**_PAIRS, **dict(conventions.quotes)}
        self.closing = {pair[1] for pair in conventions.quotes} | set(conventions.accepted)

    def read(self) -> Iterator[Finding]:
        for match in _MARK.finditer(self.text):
            at, mark = match.start(), match.group()
            if mark in _SINGLE and self._is_apostrophe(at):
                if mark != "’" and not self._is_measure(at):
                    yield Finding("apostrophe", at, at + 1, "’")
            elif self._opens(at):
                yield from self._opening(at, mark)
            elif self.open:
                yield from self._closing(at, mark)
            elif mark not in self.own and not self._is_measure(at):
                yield Finding("quotes", at, at + 1, self.conventions.quotes[0][1])

    def _opening(self, at: int, mark: str) -> Iterator[Finding]:
        right = self._inner_pair()
        self.opened_at = at
        del self.open[:-_DEEPEST]
        if mark in self.own and (mark in self.pairs and mark not in self._only_closing()):
            self.open.append(((mark, self.pairs[mark]), at))
        else:
            self.open.append(((mark, right[1]), at))
            yield Finding("quotes", at, at + 1, right[0], pair=at)

    def _closing(self, at: int, mark: str) -> Iterator[Finding]:
        (_, expected), began = self.open.pop()
        if mark != expected and (mark not in self.own or (mark in "“„‘" and mark not in self.closing)):
            yield Finding("quotes", at, at + 1, expected, pair=began)

    def _inner_pair(self) -> Pair:
        """The pair for a quotation that begins here: another one than that which it stands in."""
        first, second = self.conventions.quotes
        return second if self.open and self.open[-1][0][1] == first[1] else first

    def _only_closing(self) -> set[str]:
        opening = {pair[0] for pair in self.conventions.quotes} | set(self.conventions.accepted)
        return {pair[1] for pair in self.conventions.quotes} - opening

    def _opens(self, at: int) -> bool:
        before, after = self._around(at)
        if self.text[at] in self.conventions.gap_before:
            return False
        if self.text[at] in "„«“‘‚‟‛" and self.text[at] in self.own:
            ends = bool(before.strip()) and before not in _OPENS_AFTER and not after.isalnum()
            return not ends and (bool(after.strip()) or not before.strip())
        begins = not before or before in _OPENS_AFTER or (at > 0 and self.opened_at == at - 1)
        return begins and bool(after.strip())

    def _is_apostrophe(self, at: int) -> bool:
        mark, (before, after) = self.text[at], self._around(at)
        if before.isalnum() and after.isalnum():
            return True
        if mark in "‘‚‛" and mark in self.own:
            return False
        if after.isdigit() and not before.isalnum():
            return True  # ’68
        if before.isalnum() or before in tuple('.!?,…)”»"'):
            return not self._is_single_open()
        if mark in "'`´":
            return self.last_end <= at
        # In Swedish the mark opens a quotation too; elsewhere it is an elision: ’n
        return mark == "’" and (mark in self._only_closing() or self.last_elision <= at)

    def _is_single_open(self) -> bool:
        return any(opening in _SINGLE for (opening, _), _ in self.open)

    def _is_measure(self, at: int) -> bool:
        """Feet and inches, minutes and seconds: 5' 10"."""
        return at > 0 and self.text[at] in _STRAIGHT and self.text[at - 1].isdigit()

    def _around(self, at: int) -> tuple[str, str]:
        return self.text[at - 1 : at], self.text[at + 1 : at + 2]
