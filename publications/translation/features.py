"""What a translator keeps of a block, by which two languages can be compared without a dictionary."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from publications.language.words import words_of
from publications.reading.block import Block, BlockKind
from publications.translation.normal_form import with_whole_letters, without_marks
from publications.translation.numbers import digits_of, facts_of

_STEM = 4
_WORD = re.compile(rf"[^\W\d_]{{{_STEM},}}")
_LANGUAGE_PART = re.compile(r"(?<=[/._-])[a-z]{2}(?=[/.])")
_CLIMBS = re.compile(r"^(?:\.{0,2}/)+")


@dataclass(frozen=True, eq=False)
class Features:
    """A block as another language may have it. section: the number of the section it stands in."""

    block: Block
    section: int

    @cached_property
    def kept(self) -> frozenset[str]:
        """Link targets, numbers and facts."""
        block = self.block
        kept = [f"link {_plain_target(link)}" for link in block.links]
        kept += [f"number {digits}" for digits in digits_of(block.words)]
        kept += [f"fact {fact}" for fact in facts_of(block.words)]
        return frozenset(kept)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Beginnings of words, which names and loans share."""
        return frozenset().union(*map(_stems, words_of(with_whole_letters(self.block.words))))

    @cached_property
    def length(self) -> int:
        """In letters."""
        return len(self.block.words)


@dataclass(frozen=True, eq=False)
class Section:
    """A heading and all that stands below it up to the next; the first section may have no heading.

    start: the place of its first block in the page.
    """

    start: int
    blocks: tuple[Features, ...]

    @cached_property
    def heading(self) -> Block | None:
        first = self.blocks[0].block if self.blocks else None
        return first if first and first.kind is BlockKind.HEADING else None

    @cached_property
    def id(self) -> str:
        return self.heading.attribute("id") if self.heading else ""

    @cached_property
    def kinds(self) -> Counter[BlockKind]:
        return Counter(features.block.kind for features in self.blocks)

    @cached_property
    def kept(self) -> frozenset[str]:
        return frozenset().union(*(features.kept for features in self.blocks))

    @cached_property
    def length(self) -> int:
        return sum(features.length for features in self.blocks)


def sections_of(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """A page in sections, in its order."""
    starts = [0, *(i for i, block in enumerate(blocks) if i and block.kind is BlockKind.HEADING)]
    ends = [*starts[1:], len(blocks)]
    return tuple(
        Section(start, tuple(Features(block, number) for block in blocks[start:end]))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    )


# Pages say many words again and again.
@lru_cache(maxsize=8192)
def _stems(word: str) -> tuple[str, ...]:
    return tuple(plain[:_STEM] for plain in _WORD.findall(without_marks(word)))


@lru_cache(maxsize=1024)
def _plain_target(link: str) -> str:
    """A target without what languages differ in: anchors, and the locale in a path or a file name."""
    path = link.partition("#")[0].removesuffix("/") or "#"
    return _LANGUAGE_PART.sub("", _CLIMBS.sub("", path))


def shared_share(first: frozenset[str], second: frozenset[str]) -> float:
    """From 1 for the same links, numbers and facts to -0.5 for none in common; 0 where there are none."""
    if not first and not second:
        return 0.0
    return 1.5 * len(first & second) / len(first | second) - 0.5


def shared_stems(first: frozenset[str], second: frozenset[str]) -> float:
    """From 0 to 1, by the text that has fewer."""
    return len(first & second) / (min(len(first), len(second)) or 1)


def length_score(first: int, second: int) -> float:
    """0 for texts of one length, down to -1 for very unequal ones; a few letters more or less say little."""
    return -min(1.0, 0.6 * abs(math.log((second + 8) / (first + 8))))
