"""Before and after, word by word, as a value that a terminal and a web page can both draw."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from publications.translation.changes import Change

_TOKEN = re.compile(r"\s+|\{\{[^{}]*\}\}|\w+(?:['’-]\w+)*|[^\w\s]")
# Beyond this, only what both texts begin and end with is told as the same.
_MOST_TOKENS = 3000


class Mark(StrEnum):
    """What a piece of text is in a diff."""

    SAME = "same"
    GONE = "gone"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with one mark."""

    text: str
    mark: Mark


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A change with its words marked. old has no piece that came, new none that is gone."""

    change: Change
    old: Pieces
    new: Pieces


def side_by_side(changes: Sequence[Change]) -> tuple[SideBySide, ...]:
    """Every change as two columns; the third, the translator's own text, is `change.translation`."""
    return tuple(SideBySide(change, *word_diff(change.old, change.new)) for change in changes)


def word_diff(old: str, new: str) -> tuple[Pieces, Pieces]:
    """Both texts in pieces; the pieces of each joined give the text again."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    left: list[Piece] = []
    right: list[Piece] = []
    for is_same, gone, came in _runs(before, after):
        left.append(Piece("".join(gone), Mark.SAME if is_same else Mark.GONE))
        right.append(Piece("".join(came), Mark.SAME if is_same else Mark.CAME))
    return _joined(left), _joined(right)


def _runs(before: list[str], after: list[str]) -> Iterator[tuple[bool, list[str], list[str]]]:
    if max(len(before), len(after)) > _MOST_TOKENS:
        yield from _ends(before, after)
        return
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        # A space alone between two changed words does not part them.
        is_same = tag == "equal" and (not "".join(before[a:b]).isspace() or a == 0 or b == len(before))
        yield is_same, before[a:b], after[c:d]


def _ends(before: list[str], after: list[str]) -> Iterator[tuple[bool, list[str], list[str]]]:
    most = min(len(before), len(after))
    start = next((i for i in range(most) if before[i] != after[i]), most)
    end = next((i for i in range(most - start) if before[-1 - i] != after[-1 - i]), most - start)
    yield True, before[:start], after[:start]
    yield False, before[start : len(before) - end], after[start : len(after) - end]
    yield True, before[len(before) - end :], after[len(after) - end :]


def _joined(pieces: list[Piece]) -> Pieces:
    """Neighbours with the same mark as one piece, empty ones left out."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].mark is piece.mark:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.mark)
        elif piece.text:
            joined.append(piece)
    return tuple(joined)
