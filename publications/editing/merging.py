"""Merging: what two people have made of one page, drawn together block by block.

Lines are merged by what they belong to: a block that one side has edited is the other's too, wherever it stands. What
both have changed otherwise is a conflict of that block alone, and no text of either side is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from publications.editing.pieces import Pairing, Piece, paired, pieces_of, settled
from publications.reading.encoding import as_lines

OURS, BETWEEN, THEIRS = "<<<<<<<", "=======", ">>>>>>>"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Lines that both sides have changed, or one has changed and the other taken out. line: of the merged text."""

    base: str
    ours: str
    theirs: str
    line: int

    def marked(self, ours: str, theirs: str) -> list[str]:
        """The lines of both sides between the marks that git sets; empty ones at their ends stand below."""
        sides = [text.split("\n") if text else [] for text in (self.ours, self.theirs)]
        mine, other = map(_without_gap, sides)
        gap = max(len(sides[0]) - len(mine), len(sides[1]) - len(other))
        return [f"{OURS} {ours}", *mine, BETWEEN, *other, f"{THEIRS} {theirs}", *[""] * gap]


@dataclass(frozen=True, slots=True)
class Merged:
    """text: with our lines wherever there is a conflict."""

    text: str
    conflicts: tuple[Conflict, ...]

    def marked(self, ours: str = "ours", theirs: str = "theirs") -> str:
        """The text with both sides of each conflict between the marks that git sets."""
        lines = self.text.split("\n")
        for conflict in reversed(self.conflicts):
            first = conflict.line - 1
            end = first + (conflict.ours.count("\n") + 1 if conflict.ours else 0)
            lines[first:end] = conflict.marked(ours, theirs)
        return "\n".join(lines)


def merge(base: str, ours: str, theirs: str) -> Merged:
    """Three texts of one page: as it was, and as either side has it now. Line ends are as on Unix afterwards."""
    texts = [as_lines(text) for text in (base, ours, theirs)]
    if texts[1] == texts[2] or texts[0] == texts[2]:
        return Merged(texts[1], ())
    if texts[0] == texts[1]:
        return Merged(texts[2], ())
    was, mine, other = map(pieces_of, texts)
    merger = _Merger(was, mine, other)
    merger.run()
    return Merged("\n".join(merger.lines), tuple(merger.conflicts))


@dataclass
class _Merger:
    """lines: of the merged text so far."""

    base: Sequence[Piece]
    ours: Sequence[Piece]
    theirs: Sequence[Piece]
    lines: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def run(self) -> None:
        self.of_ours, self.of_theirs = paired(self.base, self.ours), paired(self.base, self.theirs)
        start = (0, 0, 0)
        for stop in (*self._common(), (len(self.base), len(self.ours), len(self.theirs))):
            self._region(*(slice(a, b) for a, b in zip(start, stop, strict=True)))
            if stop[0] < len(self.base):
                self._put(*(side[at] for side, at in zip(self._sides, stop, strict=True)))
            start = (stop[0] + 1, stop[1] + 1, stop[2] + 1)

    @property
    def _sides(self) -> tuple[Sequence[Piece], ...]:
        return self.base, self.ours, self.theirs

    def _common(self) -> Iterator[tuple[int, int, int]]:
        """Pieces that stand in the same order on all three sides."""
        last = (-1, -1)
        for at in range(len(self.base)):
            places = self.of_ours.places.get(at), self.of_theirs.places.get(at)
            if places[0] is None or places[1] is None or self._is_moved(*places):
                continue
            if places[0] > last[0] and places[1] > last[1]:
                last = (places[0], places[1])
                yield at, *last

    def _is_moved(self, ours: int | None, theirs: int | None) -> bool:
        return ours in self.of_ours.moved or theirs in self.of_theirs.moved

    def _region(self, base: slice, ours: slice, theirs: slice) -> None:
        """What stands between two common pieces."""
        was, mine, other = self.base[base], self.ours[ours], self.theirs[theirs]
        mine = tuple(self._with_moved(mine, ours, self.of_ours, self.of_theirs, self.theirs))
        other = tuple(self._with_moved(other, theirs, self.of_theirs, self.of_ours, self.ours))
        texts = [[piece.text for piece in side] for side in (was, mine, other)]
        if texts[1] == texts[2]:
            self._take([replace(a, gap=max(a.gap, b.gap)) for a, b in zip(mine, other, strict=True)])
        elif texts[0] == texts[2]:
            self._take(mine)
        elif texts[0] == texts[1]:
            self._take(other)
        else:
            self._conflict(was, mine, other)

    def _with_moved(
        self,
        pieces: Sequence[Piece],
        place: slice,
        own: Pairing,
        others: Pairing,
        other: Sequence[Piece],
    ) -> Iterator[Piece]:
        """The pieces of one side. One that either side only moved has the words that the other gave it, in its new place."""
        for at, piece in enumerate(pieces, start=place.start):
            was = own.origins.get(at)
            twin = others.places.get(was) if was is not None else None
            if was is None or twin is None:
                yield piece
            elif at in own.moved and piece.text == self.base[was].text:
                yield replace(other[twin], gap=piece.gap)
            elif twin in others.moved and other[twin].text == self.base[was].text:
                yield replace(self.base[was], gap=piece.gap)
            else:
                yield piece

    def _put(self, was: Piece, mine: Piece, other: Piece) -> None:
        """A piece of all three sides."""
        gap = max({mine.gap, other.gap} - {was.gap}, default=was.gap)
        text = settled(was, mine, other)
        if text is None:
            self._conflict((was,), (mine,), (other,))
        else:
            self._take((Piece(text, gap),))

    def _take(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            self.lines += piece.all_lines

    def _conflict(self, was: Sequence[Piece], mine: Sequence[Piece], other: Sequence[Piece]) -> None:
        self.conflicts.append(Conflict(_text(was), _text(mine), _text(other), len(self.lines) + 1))
        self._take(mine)


def _text(pieces: Sequence[Piece]) -> str:
    return "\n".join(line for piece in pieces for line in piece.all_lines)


def _without_gap(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1]:
        end -= 1
    return lines[:end]
