"""The pieces of a page that are merged as one: the lines of a block, or lines that belong to none; which became which."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from publications.reading.block import Block
from publications.reading.reading import Reading
from publications.translation.alignment import align
from publications.translation.record import Status

_KEY = re.compile(r"\s*([\w-]+):")
_STATUSES = [f"status: {status}" for status in Status]


@dataclass(frozen=True, slots=True)
class Piece:
    """text: its lines; gap: how many empty lines follow. block: the first that begins in it; key: of front matter."""

    text: str
    gap: int
    block: Block | None = None
    key: str = ""

    @property
    def lines(self) -> list[str]:
        """Those of its text."""
        return self.text.split("\n") if self.text else []

    @property
    def all_lines(self) -> list[str]:
        """The same, and the empty ones that follow."""
        return [*self.lines, *[""] * self.gap]


@dataclass(frozen=True)
class Pairing:
    """places: piece of the base → the same piece of a side; moved: piece of the side → where it was in the base."""

    places: dict[int, int] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)

    @cached_property
    def origins(self) -> dict[int, int]:
        """Piece of the side → the same piece of the base; asked for when all are paired."""
        return {to: at for at, to in self.places.items()}


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The pieces of a page, in order; their lines and gaps are all of its lines."""
    reading = Reading.of(text)
    begins: dict[int, Block] = {}
    inside: set[int] = set()
    for block in reading.blocks:
        if block.line not in inside:
            begins.setdefault(block.line, block)
        inside.update(range(block.line + 1, block.end_line + 1))
    return tuple(_pieces(text.split("\n"), begins, inside - begins.keys(), reading.source.body_line))


def paired(base: Sequence[Piece], side: Sequence[Piece]) -> Pairing:
    """Which piece of the base became which of a side: blocks as they are aligned, other lines between these by their text."""
    pairing = Pairing()
    old = {id(piece.block): at for at, piece in enumerate(base) if piece.block}
    new = {id(piece.block): at for at, piece in enumerate(side) if piece.block}
    blocks = [[piece.block for piece in pieces if piece.block] for pieces in (base, side)]
    for pair in align(*blocks):
        if pair.old and pair.new:
            at, to = old[id(pair.old)], new[id(pair.new)]
            if pair.moved:
                pairing.moved[to] = at
            pairing.places[at] = to
    _pair_others(base, side, pairing)
    return pairing


def settled(was: Piece, mine: Piece, other: Piece) -> str | None:
    """The text of a piece: what either side has changed, or the record that says the less; None if it cannot be told."""
    if other.text in (was.text, mine.text):
        return mine.text
    if was.text == mine.text:
        return other.text
    if was.key == "version":
        # The page has what either version asks for, and all of neither: the older one shows what is left to do.
        return was.text
    if was.key == "status":
        sides = [piece.text for piece in (mine, other) if piece.text.strip() in _STATUSES]
        return min(sides, key=lambda text: _STATUSES.index(text.strip())) if len(sides) > 1 else None
    return _by_lines(was.lines, mine.lines, other.lines)


def _pieces(lines: Sequence[str], begins: dict[int, Block], inside: set[int], body: int) -> Iterator[Piece]:
    number, last = 1, len(lines)
    while number <= last:
        end = number
        while end + 1 in inside:
            end += 1
        after = end + 1
        while after <= last and not lines[after - 1].strip() and after not in begins:
            after += 1
        text = "\n".join(lines[number - 1 : end])
        key = _KEY.match(text) if number < body else None
        yield Piece(text, after - end - 1, begins.get(number), key[1] if key else "")
        number = after


def _pair_others(base: Sequence[Piece], side: Sequence[Piece], pairing: Pairing) -> None:
    """Lines of no block, between the same blocks each with the next of its kind; keys of front matter by their names."""
    keys: dict[str, list[int]] = defaultdict(list)
    for to in range(len(side) - 1, -1, -1):
        if side[to].key and not side[to].block:
            keys[side[to].key].append(to)
    anchors = [(at, to) for at, to in sorted(pairing.places.items()) if to not in pairing.moved]
    start = (0, 0)
    for stop in (*anchors, (len(base), len(side))):
        waiting: dict[str, list[int]] = defaultdict(list)
        for to in range(stop[1] - 1, start[1] - 1, -1):
            if not side[to].block and not side[to].key:
                waiting[side[to].text].append(to)
        for at in range(start[0], stop[0]):
            piece = base[at]
            found = keys[piece.key] if piece.key else waiting[piece.text]
            if not piece.block and found:
                pairing.places[at] = found.pop()
        start = (stop[0] + 1, stop[1] + 1)


def _by_lines(was: Sequence[str], mine: Sequence[str], other: Sequence[str]) -> str | None:
    """Sentences that stand in lines of their own, when each side has changed others and as many are left."""
    if not len(was) == len(mine) == len(other):
        return None
    merged = []
    for a, b, c in zip(was, mine, other, strict=True):
        if b != a != c and b != c:
            return None
        merged.append(c if a == b else b)
    return "\n".join(merged)
