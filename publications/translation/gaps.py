"""Gaps: blocks of the source that readers of a translation do not get in their own language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from publications.language.identifiers import is_list_of_identifiers, without_identifiers
from publications.language.tongues import Tongue, tongues
from publications.language.words import WORD, words_of
from publications.reading.block import Block, BlockKind
from publications.translation.counterparts import Counterpart
from publications.translation.normal_form import normal_words

_FACT = re.compile(r"\{\{[^{}]*\}\}")
_EMPHASISED = re.compile(r"(\*\*|__|\*|_)(?=\S).+?\1")
_LONG, _SENTENCE, _SURE = 4, 5, 3
_ENDS = (".", "!", "?", ":")
_NEARLY = 92.0
# Of the words of running text, well over a third are small or have been seen on the page.
_DENSITY = 0.15
_MERGED = 0.6
# Where a name alone may stand.
_OF_NAMES = frozenset({BlockKind.TABLE_ROW, BlockKind.LIST_ITEM, BlockKind.TERM})
_ON_THEIR_OWN = frozenset({BlockKind.FRONT_MATTER, BlockKind.HEADING, BlockKind.ALT})


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


def gaps_in(pairs: Sequence[Counterpart], *, source_locale: str, locale: str) -> tuple[Gap, ...]:
    """The gaps in the order of the translation. pairs: of it and the text it was made from."""
    return tuple(_Gaps(pairs, source_locale, locale).read())


def count_words(block: Block) -> int:
    """The words a translator has to write: numbers, facts and code are none."""
    return 0 if block.kind is BlockKind.CODE else len(words_of(_without_facts(block.words)))


def _words(text: str) -> list[str]:
    return WORD.findall(_without_facts(text))


def _without_facts(text: str) -> str:
    return _FACT.sub(" ", text) if "{{" in text else text


@dataclass(frozen=True)
class _Gaps:
    pairs: Sequence[Counterpart]
    source_locale: str
    locale: str

    @cached_property
    def witness(self) -> _Witness:
        """Asked only when a block looks like its source, which is rare."""
        return _Witness.of(self.pairs, self.source_locale, self.locale)

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
        """The same words as the source's, or nearly, and they are of the source's language."""
        if BlockKind.CODE in (source.kind, translation.kind):
            return False
        before, after = normal_words(source.words), normal_words(translation.words)
        if before != after:
            nearly = fuzz.ratio(before, after, score_cutoff=_NEARLY) > 0
            if not nearly or len(_words(after)) <= _SENTENCE:
                return False
        left = [word for word in _words(without_identifiers(translation.text)) if len(word) >= _LONG]
        if not left or is_list_of_identifiers(translation.text, len(left)):
            return False
        return self.witness.is_foreign(translation)

    def _is_missed(self, place: int, source: Block) -> bool:
        """Not there, and not told by a neighbour that has grown by as much."""
        beside = (self.pairs[at] for at in (place - 1, place + 1) if 0 <= at < len(self.pairs))
        return bool(count_words(source)) and not any(self._holds_both(pair, source) for pair in beside)

    def _holds_both(self, pair: Counterpart, source: Block) -> bool:
        """A translator has drawn two blocks of a kind together: one is longer by as much as the other lacks."""
        if not pair.source or not pair.translation:
            return False
        if source.kind in _ON_THEIR_OWN or pair.source.kind is not source.kind:
            return False
        before, after = len(pair.source.words), len(pair.translation.words)
        letters = _letters(self.pairs)
        others = letters[0] - before, letters[1] - after
        growth = others[1] / others[0] if all(others) else 1.0
        return after - growth * before >= _MERGED * growth * len(source.words)


@dataclass(frozen=True, slots=True)
class _Witness:
    """The page itself, which tells best which words are whose.

    shared: words of both its texts; of_source: of the source alone; theirs, ours: what gives either language away.
    """

    shared: frozenset[str]
    of_source: frozenset[str]
    theirs: Tongue
    ours: Tongue

    @classmethod
    def of(cls, pairs: Sequence[Counterpart], source_locale: str, locale: str) -> _Witness:
        """What the source blocks that are translated say, and their translations."""
        done = [
            (pair.source.words, pair.translation.words) for pair in pairs if pair.source and pair.translation
        ]
        done = [(a, b) for a, b in done if not fuzz.ratio(a, b, score_cutoff=_NEARLY)]
        before, after = (
            frozenset(word.lower() for text in side for word in _words(text))
            for side in (zip(*done, strict=True) if done else ((), ()))
        )
        theirs, ours = tongues(source_locale, locale, first_page=before, second_page=after)
        return cls(before & after, before - after, theirs, ours)

    def is_foreign(self, block: Block) -> bool:
        """Names, and words that both languages have, are right in both."""
        words = [word for word in _words(block.words) if word.lower() not in self.shared]
        long = [word for word in words if len(word) >= _LONG]
        ordinary = [word for word in long if word[0].islower()]
        if not ordinary:
            in_source = [word for word in long if word.lower() in self.of_source]
            return bool(in_source) and in_source == long and block.kind not in _OF_NAMES
        theirs, ours = self.theirs.count(words), self.ours.count(words)
        # The first word's capital is no sign of a name; many others are, but for a sentence that lists them.
        is_name = 2 * len(ordinary) < len(long) - 1
        if is_name and not (block.words.endswith(_ENDS) and theirs >= _SURE):
            return False
        if theirs or ours:
            return theirs > ours and theirs >= _DENSITY * len(words)
        # What is set off and speaks for neither language is a name or a title.
        plain = _words(_EMPHASISED.sub(" ", block.text))
        is_sentence = len(words) >= _SENTENCE and self.theirs.is_known
        return not is_sentence and len([word for word in ordinary if word in plain]) > 1


def _letters(pairs: Sequence[Counterpart]) -> tuple[int, int]:
    """How long the source's blocks are that have a translation, and how long the translations."""
    done = [(pair.source.words, pair.translation.words) for pair in pairs if pair.source and pair.translation]
    return sum(len(before) for before, _ in done), sum(len(after) for _, after in done)


def _gap(source: Block, line: int, end_line: int, *, is_left_out: bool) -> Gap:
    return Gap(source.kind, line, end_line, source.line, source.text, count_words(source), is_left_out)
