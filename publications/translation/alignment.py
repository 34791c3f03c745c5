"""Old text ↔ new text of the same page in the same language: which block became which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz, process

from publications.reading.block import Block, BlockKind
from publications.translation.normal_form import normal_form, normal_words
from publications.translation.path import Pairs, anchors, best_path

# Below these likenesses (0–100) two blocks are told as one that went and one that came.
_ALIKE, _ALIKE_HEADING = 45.0, 30.0
_SAME_LINKS, _NEVER = 15.0, -1000.0
_MOVED_ALIKE, _MOVED_WORDS, _MOVED_MOST = 85.0, 4, 200


@dataclass(frozen=True, slots=True)
class Pair:
    """What became of a block. old: None when it is new; new: None when it is gone."""

    old: Block | None
    new: Block | None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    """A block with its normal form and words, which are compared many times."""

    block: Block
    form: str
    words: str


def align(old: Sequence[Block], new: Sequence[Block]) -> tuple[Pair, ...]:
    """Every block of both texts in one pair, in the order of the new text, gone ones where they stood."""
    first, second = list(map(_read, old)), list(map(_read, new))
    same = anchors([read.form for read in first], [read.form for read in second])
    pairs: Pairs = []
    before = (0, 0)
    for anchor in (*same, (len(old), len(new))):
        pairs += _align_gap(first, second, before, anchor)
        before = (anchor[0] + 1, anchor[1] + 1)
    pairs = sorted((*pairs, *same))
    moves = _moves(first, second, pairs)
    pairs = sorted((*pairs, *_replaced(old, new, pairs, moves)))
    return tuple(_in_order(old, new, pairs, moves))


def _read(block: Block) -> _Read:
    return _Read(block, normal_form(block), normal_words(block.words))


def _align_gap(
    old: Sequence[_Read], new: Sequence[_Read], start: tuple[int, int], end: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Pairs between two anchors: equal ends first, then by likeness."""
    (top, left), (bottom, right) = start, end
    while top < bottom and left < right and old[top].form == new[left].form:
        yield top, left
        top, left = top + 1, left + 1
    while top < bottom and left < right and old[bottom - 1].form == new[right - 1].form:
        bottom, right = bottom - 1, right - 1
        yield bottom, right
    path = best_path(bottom - top, right - left, lambda i, j: _likeness(old[top + i], new[left + j]))
    yield from ((top + i, left + j) for i, j in path)


def _likeness(first: _Read, second: _Read) -> float:
    """More than 0 for what may be one block before and after an edit, and far below 0 for what may not."""
    old, new = first.block, second.block
    if old.kind is not new.kind:
        return 100.0 if first.words == second.words and first.words else _NEVER
    if old.kind is BlockKind.FRONT_MATTER:
        return 200.0 if old.attributes == new.attributes else _NEVER
    least = _ALIKE_HEADING if old.kind is BlockKind.HEADING else _ALIKE
    bonus = _SAME_LINKS if old.links and old.links == new.links else 0.0
    if bonus and old.kind is BlockKind.ALT:
        bonus, least = 100.0, 0.0
    if old.attributes and old.attribute("id") and old.attribute("id") == new.attribute("id"):
        bonus, least = 100.0, 0.0
    likeness = fuzz.ratio(first.words, second.words, score_cutoff=max(0.0, least - bonus))
    return likeness + bonus if likeness + bonus >= least and (likeness or bonus) else _NEVER


def _moves(old: Sequence[_Read], new: Sequence[_Read], pairs: Pairs) -> Pairs:
    """Pairs among what is left alone: the same text elsewhere, then a nearly equal one."""
    taken_old, taken_new = {i for i, _ in pairs}, {j for _, j in pairs}
    places = defaultdict(list)
    for j in range(len(new) - 1, -1, -1):
        if j not in taken_new:
            places[new[j].form].append(j)
    gone = [i for i in range(len(old)) if i not in taken_old]
    moves = [(i, places[old[i].form].pop()) for i in gone if places[old[i].form]]
    found = {i for i, _ in moves}
    left_old = [i for i in gone if i not in found][:_MOVED_MOST]
    left_new = sorted(j for left in places.values() for j in left)[:_MOVED_MOST]
    return moves + _near_moves(old, new, left_old, left_new)


def _near_moves(old: Sequence[_Read], new: Sequence[_Read], gone: list[int], came: list[int]) -> Pairs:
    moves: Pairs = []
    for i in gone:
        if len(old[i].words.split()) < _MOVED_WORDS:
            continue
        choices = {j: new[j].words for j in came if new[j].block.kind is old[i].block.kind}
        found = process.extractOne(old[i].words, choices, scorer=fuzz.ratio, score_cutoff=_MOVED_ALIKE)
        if found:
            moves.append((i, found[2]))
            came.remove(found[2])
    return moves


def _replaced(old: Sequence[Block], new: Sequence[Block], pairs: Pairs, moves: Pairs) -> Pairs:
    """One block gone and one of its kind come in the same place: the old one was written anew."""
    moved_old, moved_new = {i for i, _ in moves}, {j for _, j in moves}
    found: Pairs = []
    for (top, left), (bottom, right) in pairwise(((-1, -1), *pairs, (len(old), len(new)))):
        gone = [i for i in range(top + 1, bottom) if i not in moved_old]
        came = [j for j in range(left + 1, right) if j not in moved_new]
        if len(gone) == len(came) == 1 and old[gone[0]].kind is new[came[0]].kind:
            found.append((gone[0], came[0]))
    return found


def _in_order(old: Sequence[Block], new: Sequence[Block], pairs: Pairs, moves: Pairs) -> Iterator[Pair]:
    old_of = {j: (i, False) for i, j in pairs} | {j: (i, True) for i, j in moves}
    kept = {i for i, _ in old_of.values()}
    next_old = 0
    for j, block in enumerate(new):
        i, moved = old_of.get(j, (None, False))
        if i is not None and not moved:
            yield from (Pair(old[gone], None) for gone in range(next_old, i) if gone not in kept)
            next_old = i + 1
        yield Pair(None if i is None else old[i], block, moved)
    yield from (Pair(old[gone], None) for gone in range(next_old, len(old)) if gone not in kept)
