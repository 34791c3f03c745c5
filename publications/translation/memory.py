"""What was translated before: the same sentence, or one nearly like it, offered to whoever starts a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import fuzz, process

from publications.reading.block import Block, BlockKind
from publications.translation.counterparts import counterparts
from publications.translation.normal_form import normal_words

_NEAR = 80.0
_LEAST_WORDS = 3
# What is nearly alike has a rare word in common: so many of these are looked at, and so many texts that have one.
_RAREST, _MOST = 4, 200


@dataclass(frozen=True, slots=True)
class Remembered:
    """A block and how it was translated. page, line: where the translation stands."""

    source: str
    translation: str
    page: str
    line: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """line: of the block in the page that is to be translated; likeness: 100 for the same words."""

    line: int
    remembered: Remembered
    likeness: float


@dataclass(frozen=True, slots=True)
class Memory:
    """Blocks by their words, and these texts by each of their words, so that a look costs the same in a large memory."""

    blocks: Mapping[str, Remembered]
    by_word: Mapping[str, Sequence[str]]

    @classmethod
    def of(
        cls,
        pages: Iterable[tuple[str, Sequence[Block], Sequence[Block]]],
        others: Iterable[Remembered] = (),
    ) -> Memory:
        """pages: of one pair of languages, each with its path, its source and its translation.

        others: what stands in no page, such as in a memory that an agency gave; pages come before them.
        """
        of_pages = (one for page in pages for one in _remembered(*page))
        return cls.holding(chain(of_pages, ((normal_words(other.source), other) for other in others)))

    @classmethod
    def holding(cls, known: Iterable[tuple[str, Remembered]]) -> Memory:
        """known: a source's words in their normal form, and how it was translated; of the same words, the first stays."""
        blocks: dict[str, Remembered] = {}
        by_word: dict[str, list[str]] = defaultdict(list)
        for words, remembered in known:
            if words and words not in blocks:
                blocks[words] = remembered
                for word in set(words.split()):
                    by_word[word].append(words)
        return cls(blocks, by_word)

    def suggest(self, blocks: Iterable[Block]) -> tuple[Suggestion, ...]:
        """The best suggestion for each block that has one."""
        found = (self._suggest(block) for block in blocks if block.kind is not BlockKind.CODE)
        return tuple(suggestion for suggestion in found if suggestion)

    def _suggest(self, block: Block) -> Suggestion | None:
        words = normal_words(block.words)
        if words in self.blocks:
            return Suggestion(block.line, self.blocks[words], 100.0)
        if len(words.split()) < _LEAST_WORDS:
            return None
        best = process.extractOne(words, self._near(words), scorer=fuzz.ratio, score_cutoff=_NEAR)
        return Suggestion(block.line, self.blocks[best[0]], round(best[1], 1)) if best else None

    def _near(self, words: str) -> Sequence[str]:
        """Texts that share one of the rarest words."""
        known = sorted((len(self.by_word[word]), word) for word in set(words.split()) if word in self.by_word)
        lists = (self.by_word[word][:_MOST] for _, word in known[:_RAREST])
        return tuple(dict.fromkeys(chain.from_iterable(lists)))


def _remembered(
    page: str, source: Sequence[Block], translation: Sequence[Block]
) -> Iterator[tuple[str, Remembered]]:
    for pair in counterparts(source, translation):
        if pair.source and pair.translation and pair.source.words != pair.translation.words:
            text, line = pair.translation.text, pair.translation.line
            yield normal_words(pair.source.words), Remembered(pair.source.text, text, page, line)
