"""Source ↔ translation: which block of the translator's file says what a block of the source says.

Languages differ in every word, so what is compared is what a translator keeps: kind and place of a block,
heading levels and ids, link targets, pictures, facts, numbers, and roughly the length.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from publications.reading.block import Block, BlockKind
from publications.translation.features import Features, features_of, length_score, shared_share, shared_stems
from publications.translation.path import Pairs, best_path

_NEVER = -1000.0
_GAP = 0.3
# What one language sets as a title or an item, another may set as a paragraph.
_LOOSE = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TITLE, BlockKind.TERM, BlockKind.CAPTION}
)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A block and its translation. source or translation is None for what stands on one side only."""

    source: Block | None
    translation: Block | None


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading and all that stands below it up to the next; the first section may have no heading."""

    blocks: tuple[Features, ...]

    @property
    def heading(self) -> Block | None:
        first = self.blocks[0].block if self.blocks else None
        return first if first and first.kind is BlockKind.HEADING else None

    def features(self, number: int) -> Iterator[Features]:
        """The blocks, told that they stand in the section of that number."""
        return (replace(features, section=number) for features in self.blocks)

    @property
    def kinds(self) -> Counter[BlockKind]:
        return Counter(features.block.kind for features in self.blocks)


def counterparts(source: Sequence[Block], translation: Sequence[Block]) -> tuple[Counterpart, ...]:
    """Every block of both in one pair, in the order of the translation, missing ones where they belong."""
    return _counterparts(tuple(source), tuple(translation))


# Asked of the same texts by what compares structure, gaps, changes and terms, one after the other.
@lru_cache(maxsize=32)
def _counterparts(source: tuple[Block, ...], translation: tuple[Block, ...]) -> tuple[Counterpart, ...]:
    first, second = _sections(source), _sections(translation)
    sections = best_path(len(first), len(second), lambda i, j: _section_score(first[i], second[j]), gap=_GAP)
    starts = _starts(first), _starts(second)
    headings = [(starts[0][i], starts[1][j]) for i, j in sections]
    # The section of the source that a block's own section goes with, by which both sides can be compared.
    of_second = {j: i for i, j in sections}
    left = [features for i, section in enumerate(first) for features in section.features(i)]
    right = [
        features for j, section in enumerate(second) for features in section.features(of_second.get(j, -1))
    ]
    pairs: Pairs = []
    # What stands between two headings that belong together belongs together, whatever heading was left out.
    for (top, start), (bottom, end) in pairwise(((0, 0), *headings, (len(left), len(right)))):
        pairs += ((top + i, start + j) for i, j in _pair_blocks(left[top:bottom], right[start:end]))
    return tuple(_in_order(source, translation, pairs))


def _sections(blocks: Sequence[Block]) -> list[_Section]:
    starts = [0, *(i for i, block in enumerate(blocks) if i and block.kind is BlockKind.HEADING)]
    ends = [*starts[1:], len(blocks)]
    return [_Section(tuple(map(features_of, blocks[a:b]))) for a, b in zip(starts, ends, strict=True)]


def _starts(sections: Sequence[_Section]) -> list[int]:
    starts, at = [], 0
    for section in sections:
        starts.append(at)
        at += len(section.blocks)
    return starts


def _section_score(first: _Section, second: _Section) -> float:
    if not first.heading or not second.heading:
        return 3.0 if first.heading is second.heading else _NEVER
    ids = first.heading.attribute("id"), second.heading.attribute("id")
    if all(ids):
        return 6.0 if ids[0] == ids[1] else -1.0
    score = 1.0 if first.heading.level == second.heading.level else -1.0
    shared, size = first.kinds & second.kinds, max(len(first.blocks), len(second.blocks))
    length = length_score(sum(at.length for at in first.blocks), sum(at.length for at in second.blocks))
    stems = shared_stems(first.blocks[0].stems, second.blocks[0].stems)
    return score + shared.total() / size + shared_share(_kept(first), _kept(second)) + stems + length


def _kept(section: _Section) -> frozenset[str]:
    return frozenset().union(*(features.kept for features in section.blocks))


def _pair_blocks(first: Sequence[Features], second: Sequence[Features]) -> Pairs:
    return best_path(len(first), len(second), lambda i, j: _score(first[i], second[j]), gap=_GAP)


def _score(first: Features, second: Features) -> float:
    a, b = first.block, second.block
    if BlockKind.FRONT_MATTER in (a.kind, b.kind):
        return 9.0 if a.kind is b.kind and a.attributes == b.attributes else _NEVER
    if a.kind is b.kind:
        score = 1.0
    elif a.kind in _LOOSE and b.kind in _LOOSE:
        score = -0.4
    else:
        return _NEVER
    if a.words == b.words:
        score += 1.0
    score += 0.3 if a.path == b.path and a.level == b.level else -0.3
    score += 0.3 if first.section == second.section else 0.0
    score += 1.5 * shared_share(first.kept, second.kept)
    score += shared_stems(first.stems, second.stems)
    return score + length_score(first.length, second.length)


def _in_order(source: Sequence[Block], translation: Sequence[Block], pairs: Pairs) -> Iterator[Counterpart]:
    source_of = {j: i for i, j in pairs}
    next_source = 0
    for j, block in enumerate(translation):
        i = source_of.get(j)
        if i is not None:
            yield from (Counterpart(source[left], None) for left in range(next_source, i))
            next_source = i + 1
        yield Counterpart(None if i is None else source[i], block)
    yield from (Counterpart(source[left], None) for left in range(next_source, len(source)))
