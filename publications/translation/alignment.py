"""Old text ↔ new text of the same page in the same language: which block became which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from publications.translation.block import Block, BlockKind
from publications.translation.normal_form import normal_form, normal_words
from publications.translation.path import Pairs, anchors, best_path

# Below these likenesses (0–100) two blocks are told as one that went and one that came.
_ALIKE, _ALIKE_HEADING = 45.0, 30.0
_MOVED_ALIKE, _MOVED_WORDS, _MOVED_MOST = 85.0, 4, 200


@dataclass(frozen=True, slots=True)
class Pair:
    """What became of a block. old: None when it is new; new: None when it is gone."""

    old: Block | None
    new: Block | None
    moved: bool = False


def align(old: Sequence[Block], new: Sequence[Block]) -> tuple[Pair, ...]:
    """Every block of both texts in one pair, in the order of the new text, gone ones where they stood."""
    forms = [normal_form(block) for block in old], [normal_form(block) for block in new]
    pairs: Pairs = []
    before = (0, 0)
    for anchor in (*anchors(*forms), (len(old), len(new))):
        pairs += _align_gap(old, new, forms, before, anchor)
        if anchor[0] < len(old):
            pairs.append(anchor)
        before = (anchor[0] + 1, anchor[1] + 1)
    moves = _moves(old, new, forms, pairs)
    pairs = sorted(pairs + _replaced(old, new, pairs, moves))
    return tuple(_in_order(old, new, pairs, moves))


def _align_gap(
    old: Sequence[Block],
    new: Sequence[Block],
    forms: tuple[Sequence[str], Sequence[str]],
    start: tuple[int, int],
    end: tuple[int, int],
) -> Iterator[tuple[int, int]]:
    """Pairs between two anchors: equal ends first, then by likeness."""
    (top, left), (bottom, right) = start, end
    while top < bottom and left < right and forms[0][top] == forms[1][left]:
        yield top, left
        top, left = top + 1, left + 1
    tail: Pairs = []
    while top < bottom and left < right and forms[0][bottom - 1] == forms[1][right - 1]:
        bottom, right = bottom - 1, right - 1
        tail.append((bottom, right))
    path = best_path(bottom - top, right - left, lambda i, j: _likeness(old[top + i], new[left + j]))
    yield from ((top + i, left + j) for i, j in path)
    yield from reversed(tail)


def _likeness(old: Block, new: Block) -> float:
    """More than 0 for what may be one block before and after an edit, and far below 0 for what may not."""
    if old.kind is not new.kind:
        same = normal_words(old.words) == normal_words(new.words) and old.words
        return 100.0 if same else -1000.0
    if old.kind is BlockKind.FRONT_MATTER:
        return 200.0 if old.attributes == new.attributes else -1000.0
    likeness = fuzz.ratio(normal_words(old.words), normal_words(new.words))
    if old.attribute("id") and old.attribute("id") == new.attribute("id"):
        return 100.0 + likeness
    if old.kind is BlockKind.ALT and old.links == new.links:
        return 50.0 + likeness
    least = _ALIKE_HEADING if old.kind is BlockKind.HEADING else _ALIKE
    same_links = 15.0 if old.links and old.links == new.links else 0.0
    return likeness + same_links if likeness + same_links >= least else -1000.0


def _moves(
    old: Sequence[Block], new: Sequence[Block], forms: tuple[Sequence[str], Sequence[str]], pairs: Pairs
) -> Pairs:
    """Pairs among what is left alone: the same text elsewhere, then a nearly equal one."""
    taken_old, taken_new = {i for i, _ in pairs}, {j for _, j in pairs}
    places = defaultdict(list)
    for j in range(len(new) - 1, -1, -1):
        if j not in taken_new:
            places[forms[1][j]].append(j)
    gone = [i for i in range(len(old)) if i not in taken_old]
    moves = [(i, places[forms[0][i]].pop()) for i in gone if places[forms[0][i]]]
    came = sorted(j for left in places.values() for j in left)
    found = {i for i, _ in moves}
    return moves + _near_moves(
        old, new, [i for i in gone if i not in found][:_MOVED_MOST], came[:_MOVED_MOST]
    )


def _near_moves(old: Sequence[Block], new: Sequence[Block], gone: list[int], came: list[int]) -> Pairs:
    moves: Pairs = []
    for i in gone:
        words = normal_words(old[i].words)
        if len(words.split()) < _MOVED_WORDS:
            continue
        likeness, place = max(
            ((fuzz.ratio(words, normal_words(new[j].words)), -j) for j in came), default=(0.0, 0)
        )
        if likeness >= _MOVED_ALIKE:
            moves.append((i, -place))
            came.remove(-place)
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
