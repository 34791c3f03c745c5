"""Escaping: backslashes before the signs that Markdown would read, and before none besides.

A letter or space beside a mark, which then is none (`**Note:**word`), has its number instead: `**Note:**&#119;ord`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from publications.editing.segment import MARKS, Part, PartKind

_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
# Signs that mean something wherever they stand; most of the others do at the start of a line only.
_ANYWHERE = frozenset("\\`*_[]<>&~{}")
# A text of nothing but marks keeps some that it could do without.
_MOST_READINGS = 100
_FACT = r"\{\{[^{}\n]*\}\}"
_NO_WORDS = re.compile(_FACT)
# An address takes a backslash for its own.
_NO_WORDS_OR_ADDRESSES = re.compile(
    rf"{_FACT}|(?:https?://|www\.)[^\s<]+|[\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+"
)
Reader = Callable[[str], Sequence[str]]
"""What a text is read as; nothing where it is not one text."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words within a text, from `start` up to `end`. is_new: they did not stand there before."""

    start: int
    end: int
    is_new: bool


@dataclass(frozen=True)
class Draft:
    """A text of which nothing is escaped yet.

    bars: places of those that are no bar of a table, and always escaped; edges: of words, beside a mark.
    """

    text: str
    stretches: tuple[Words, ...]
    edges: tuple[int, ...] = ()
    bars: frozenset[int] = frozenset()

    @classmethod
    def of(cls, parts: Iterable[Part], *, is_cell: bool) -> Draft:
        text, stretches, edges = "", [], []
        for part in parts:
            is_as_typed = part.kind is not PartKind.TEXT or (part.typed and part.typed != part.words)
            piece = part.typed if is_as_typed else part.words
            end = len(text) + len(piece)
            if not is_as_typed:
                stretches.append(Words(len(text), end, is_new=not part.typed))
            elif part.name in MARKS:
                edges += [len(text) - 1, end]
            text += piece
        draft = cls(text, tuple(stretches))
        bars = (at for at in draft.signs(_NO_WORDS) if text[at] == "|") if is_cell else ()
        at_edges = (at for at in edges if any(one.start <= at < one.end for one in stretches))
        return cls(text, draft.stretches, tuple(at_edges), frozenset(bars))

    def escaped(self, places: Iterable[int] = ()) -> str:
        """The text with a backslash before the signs at these places, and numbers for what else stands there."""
        pieces, done = [], 0
        for place in sorted(self.bars.union(places)):
            sign = self.text[place]
            pieces += [self.text[done:place], f"\\{sign}" if _SIGN.match(sign) else f"&#{ord(sign)};"]
            done = place + 1
        return "".join((*pieces, self.text[done:]))

    def signs(self, kept: re.Pattern[str]) -> list[int]:
        """Where a sign stands in the words, the first to do without its backslash first. kept: what is left as it is."""
        found = list(self._signs(kept))
        return [at for is_new in (False, True) for at, one in reversed(found) if one.is_new is is_new]

    def _signs(self, kept: re.Pattern[str]) -> Iterator[tuple[int, Words]]:
        whole = [(found.start(), found.end()) for found in kept.finditer(self.text)]
        for stretch in self.stretches:
            for sign in _SIGN.finditer(self.text, stretch.start, stretch.end):
                at = sign.start()
                if at not in self.bars and not any(start <= at < end for start, end in whole):
                    yield at, stretch


def with_fewest_escapes(draft: Draft, read: Reader, meant: Sequence[str]) -> str:
    """The text that is read as it is meant with the fewest backslashes; as near to that as it can be with any."""
    if read(plain := draft.escaped()) == meant:
        return plain
    signs = draft.signs(_NO_WORDS)
    for places in (draft.signs(_NO_WORDS_OR_ADDRESSES), signs, [*signs, *draft.edges]):
        if read(draft.escaped(places)) == meant:
            return draft.escaped(_fewest(draft, places, read, meant))
    heaviest = draft.escaped(signs)
    nearest = read(heaviest)
    return draft.escaped(_fewest(draft, signs, read, nearest)) if nearest else heaviest


def _fewest(draft: Draft, places: Sequence[int], read: Reader, meant: Sequence[str]) -> frozenset[int]:
    """Those of the places that need a backslash: it is taken from many at once, and from fewer where that is too many."""
    needed = frozenset(places)
    anywhere = [place for place in places if draft.text[place] in _ANYWHERE]
    waiting = [anywhere, [place for place in places if draft.text[place] not in _ANYWHERE]]
    for _ in range(_MOST_READINGS):
        if not waiting:
            break
        some = waiting.pop()
        fewer = needed.difference(some)
        if read(draft.escaped(fewer)) == meant:
            needed = fewer
        elif len(some) > 1:
            middle = len(some) // 2
            waiting += [some[middle:], some[:middle]]
    return needed
