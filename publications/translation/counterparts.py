"""Source ↔ translation: which block of the translator's file says what a block of the source says.

Languages differ in every word, so what is compared is what a translator keeps: kind and place of a block,
heading levels and ids, link targets, pictures, facts, numbers, and roughly the length.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from publications.reading.block import Block, BlockKind
from publications.translation.features import (
    Features,
    Section,
    length_score,
    sections_of,
    shared_share,
    shared_stems,
)
from publications.translation.path import Pairs, best_path

_NEVER = -1000.0
_GAP = 0.3
_FITS_BETTER = 0.5  # in length: of two parts, one at least twice as long as the other
# What one language sets as a title or an item, another may set as a paragraph.
_LOOSE = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TITLE, BlockKind.TERM, BlockKind.CAPTION}
)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A block and its translation. source or translation is None for what stands on one side only."""

    source: Block | None
    translation: Block | None


def counterparts(source: Sequence[Block], translation: Sequence[Block]) -> tuple[Counterpart, ...]:
    """Every block of both in one pair, in the order of the translation, missing ones where they belong."""
    return pairs_of(sections_of(source), sections_of(translation))


def pairs_of(first: Sequence[Section], second: Sequence[Section]) -> tuple[Counterpart, ...]:
    """The same of two pages in their sections, which whoever compares a page more than once takes apart once."""
    sections = _pair_sections(first, second)
    headings = [(first[i].start, second[j].start) for i, j in sections]
    left, right = ([each for section in page for each in section.blocks] for page in (first, second))
    # The section of the source that a block's own section goes with, by which both sides can be compared.
    of_second = {j: i for i, j in sections}
    pairs: Pairs = []
    # What stands between two headings that belong together belongs together, whatever heading was left out.
    for (top, start), (bottom, end) in pairwise(((0, 0), *headings, (len(left), len(right)))):
        found = _pair_blocks(left[top:bottom], right[start:end], of_second)
        pairs += ((top + i, start + j) for i, j in found)
    return tuple(_in_order([each.block for each in left], [each.block for each in right], pairs))


def _pair_sections(first: Sequence[Section], second: Sequence[Section]) -> Pairs:
    return best_path(len(first), len(second), lambda i, j: _section_score(first[i], second[j]), gap=_GAP)


def _section_score(first: Section, second: Section) -> float:
    if not first.heading or not second.heading:
        return 3.0 if first.heading is second.heading else _NEVER
    if first.id and second.id:
        return 6.0 if first.id == second.id else -1.0
    score = 1.0 if first.heading.level == second.heading.level else -1.0
    shared, size = first.kinds & second.kinds, max(len(first.blocks), len(second.blocks))
    length = length_score(first.length, second.length)
    stems = shared_stems(first.blocks[0].stems, second.blocks[0].stems)
    return score + shared.total() / size + shared_share(first.kept, second.kept) + stems + length


def _pair_blocks(
    first: Sequence[Features], second: Sequence[Features], of_second: Mapping[int, int]
) -> Pairs:
    sections = [of_second.get(each.section, -1) for each in second]

    def score(i: int, j: int) -> float:
        return _score(first[i], second[j], in_one_section=first[i].section == sections[j])

    pairs = best_path(len(first), len(second), score, gap=_GAP)
    back = _with_longer_part([(j, i) for i, j in _with_longer_part(pairs, first, second)], second, first)
    return [(i, j) for j, i in back]


def _with_longer_part(pairs: Pairs, first: Sequence[Features], second: Sequence[Features]) -> Pairs:
    """Where a block was divided, its other side goes with the part that is about as long as the whole.

    The shorter part may have the link or the name, by which it would be taken for the whole.
    """
    taken = {j for _, j in pairs}

    def longer_part(i: int, j: int) -> int:
        length, block = first[i].length, second[j].block
        fits = length_score(length, second[j].length) + _FITS_BETTER
        beside = (k for k in (j - 1, j + 1) if 0 <= k < len(second) and k not in taken)
        parts = (
            k for k in beside if (second[k].block.kind, second[k].block.path) == (block.kind, block.path)
        )
        return next((k for k in parts if length_score(length, second[k].length) > fits), j)

    return [(i, longer_part(i, j)) for i, j in pairs]


def _score(first: Features, second: Features, *, in_one_section: bool) -> float:
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
    score += 0.3 if in_one_section else 0.0
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
