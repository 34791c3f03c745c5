"""Gaps: blocks of the source that readers of a translation do not get in their own language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from publications.translation.block import Block, BlockKind
from publications.translation.counterparts import Counterpart, counterparts
from publications.translation.normal_form import normal_words

_WORD = re.compile(r"[^\W\d_]{2,}")
_FACT = re.compile(r"\{\{[^{}]*\}\}")
_LONG = 4
_NEARLY = 92.0
_MERGED = 0.75


@dataclass(frozen=True, slots=True)
class Gap:
    """A block that is still in the source language, or is not there at all.

    line, end_line: in the translator's file; when `is_left_out`, the block belongs below `end_line`.
    text: the source's Markdown; words: how many are to be translated.
    """

    block: BlockKind
    line: int
    end_line: int
    source_line: int
    text: str
    words: int
    is_left_out: bool


def gaps_in(source: Sequence[Block], translation: Sequence[Block]) -> tuple[Gap, ...]:
    """The gaps in the order of the translation. source: the text it was made from."""
    return tuple(_Gaps(counterparts(source, translation)).read())


def count_words(block: Block) -> int:
    """The words a translator has to write: numbers, facts and code are none."""
    return 0 if block.kind is BlockKind.CODE else len(_words(block))


def _words(block: Block) -> list[str]:
    return _WORD.findall(_FACT.sub(" ", block.words))


class _Gaps:
    def __init__(self, pairs: Sequence[Counterpart]) -> None:
        self.pairs = pairs
        self.source_only, self.shared = _vocabularies(pairs)

    def read(self) -> Iterator[Gap]:
        last_line = 1
        for place, pair in enumerate(self.pairs):
            if pair.source and pair.translation and self._is_same(pair.source, pair.translation):
                block = pair.translation
                yield _gap(pair.source, block.line, block.end_line, is_left_out=False)
            elif pair.source and not pair.translation and self._is_missed(place, pair.source):
                yield _gap(pair.source, last_line, last_line, is_left_out=True)
            if pair.translation:
                last_line = pair.translation.end_line

    def _is_same(self, source: Block, translation: Block) -> bool:
        """Still the source's words. Names, and words that both languages have, are right in both."""
        if BlockKind.CODE in (source.kind, translation.kind):
            return False
        before, after = normal_words(source.words), normal_words(translation.words)
        if before != after and fuzz.ratio(before, after, score_cutoff=_NEARLY) == 0:
            return False
        words = _words(translation)
        own = [word for word in words if word.lower() not in self.shared]
        ordinary = [word for word in own if len(word) >= _LONG and word[0].islower()]
        if before != after:
            return len(ordinary) > _LONG
        known = [word for word in own if len(word) >= _LONG and word.lower() in self.source_only]
        if len(ordinary) >= 2:  # noqa: PLR2004
            # Two ordinary words make a sentence, unless they stand among the capitals of a name.
            return 2 * len(ordinary) >= len([word for word in words if len(word) >= _LONG])
        return bool(known) and 2 * len(known) >= len(own)

    def _is_missed(self, place: int, source: Block) -> bool:
        """Not there, and not told by a neighbour that has grown by as much."""
        if not count_words(source):
            return False
        for step in (-1, 1):
            if 0 <= place + step < len(self.pairs):
                beside = self.pairs[place + step]
                if beside.source and beside.translation and _holds_both(beside, source):
                    return False
        return True


def _holds_both(beside: Counterpart, source: Block) -> bool:
    assert beside.source and beside.translation  # noqa: S101, PT018 (asked by the caller)
    if source.kind in (BlockKind.FRONT_MATTER, BlockKind.HEADING, BlockKind.ALT):
        return False
    both = len(beside.source.words) + len(source.words)
    return beside.source.kind is source.kind and len(beside.translation.words) >= _MERGED * both


def _vocabularies(pairs: Sequence[Counterpart]) -> tuple[frozenset[str], frozenset[str]]:
    """Words seen only in source blocks that are translated, and words seen in their translations."""
    of_source: set[str] = set()
    of_translation: set[str] = set()
    for pair in pairs:
        if pair.source and pair.translation and pair.source.words != pair.translation.words:
            of_source.update(word.lower() for word in _words(pair.source))
            of_translation.update(word.lower() for word in _words(pair.translation))
    return frozenset(of_source - of_translation), frozenset(of_source & of_translation)


def _gap(source: Block, line: int, end_line: int, *, is_left_out: bool) -> Gap:
    return Gap(source.kind, line, end_line, source.line, source.text, count_words(source), is_left_out)
