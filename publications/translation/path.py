"""The best way through two sequences: which item of one belongs to which of the other, in order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Sequence

Pairs = list[tuple[int, int]]

# Pages of ordinary length are compared whole; on longer ones only places near the diagonal are.
_WHOLE = 60
_BAND = 40
_MATCH, _SKIP_FIRST, _SKIP_SECOND = 0, 1, 2


def best_path(first: int, second: int, score: Callable[[int, int], float], *, gap: float = 0.0) -> Pairs:
    """The pairs, in order, whose scores add up to most; an item left alone costs `gap`.

    score: of item i of the first and item j of the second sequence; both are counted from 0.
    Time grows with `first + second`, not with their product.
    """
    if not first or not second:
        return []
    steps = [_band(row, first, second) for row in range(first + 1)]
    choices: list[list[int]] = []
    above: list[float] = []
    for row, (low, high) in enumerate(steps):
        before = steps[row - 1][0] if row else 0
        # Of two ways as good, the one that pairs what comes first: what is lacking is mostly the end.
        line: list[float] = []
        choice: list[int] = []
        for column in range(low, high + 1):
            best, how = (0.0, _MATCH) if not row and not column else (float("-inf"), _MATCH)
            if row and column and 0 <= column - 1 - before < len(above):
                best = above[column - 1 - before] + score(row - 1, column - 1)
            if row and 0 <= column - before < len(above) and above[column - before] - gap >= best:
                best, how = above[column - before] - gap, _SKIP_FIRST
            if line and line[-1] - gap > best:
                best, how = line[-1] - gap, _SKIP_SECOND
            line.append(best)
            choice.append(how)
        choices.append(choice)
        above = line
    return _trace(choices, steps, first, second)


def _band(row: int, first: int, second: int) -> tuple[int, int]:
    if first <= _WHOLE and second <= _WHOLE:
        return 0, second
    middle, half = row * second // first, max(_BAND, second // first + 1)
    return max(0, middle - half), min(second, middle + half)


def _trace(choices: list[list[int]], steps: list[tuple[int, int]], row: int, column: int) -> Pairs:
    pairs: Pairs = []
    while row and column:
        how = choices[row][column - steps[row][0]]
        if how == _MATCH:
            pairs.append((row - 1, column - 1))
        row -= how != _SKIP_SECOND
        column -= how != _SKIP_FIRST
    return pairs[::-1]


def anchors(first: Sequence[Hashable], second: Sequence[Hashable]) -> Pairs:
    """Items that occur once in each sequence, as many as stand in the same order in both."""
    once_first, once_second = _places_of_unique(first), _places_of_unique(second)
    shared = [(place, once_second[item]) for item, place in once_first.items() if item in once_second]
    return _longest_rising(shared)


def _places_of_unique(items: Sequence[Hashable]) -> dict[Hashable, int]:
    counts = Counter(items)
    return {item: place for place, item in enumerate(items) if counts[item] == 1}


def _longest_rising(pairs: Pairs) -> Pairs:
    """The longest run of pairs, sorted by their first, whose seconds rise (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    below: list[int] = []
    for number, (_, second) in enumerate(pairs):
        pile = bisect_left(tops, second)
        below.append(piles[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(second)
            piles.append(number)
        else:
            tops[pile], piles[pile] = second, number
    chain: Pairs = []
    number = piles[-1] if piles else -1
    while number >= 0:
        chain.append(pairs[number])
        number = below[number]
    return chain[::-1]
