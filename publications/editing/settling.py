"""Settling: what becomes of a piece that both sides have changed, where it can be told."""

from __future__ import annotations

from collections.abc import Sequence

from publications.editing.pieces import Piece
from publications.translation.record import Status

_STATUSES = [f"status: {status}" for status in Status]


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
