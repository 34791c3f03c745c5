"""Editing: one change to the original of a page, as an editor makes it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from benchmarks.page import Page, Piece
from benchmarks.phrases import joined, phrase, sentence
from benchmarks.rewording import WAYS, Way, name_of
from publications.reading.block import BlockKind
from publications.translation.change_kind import ChangeKind

_FAR = 3
# What is more than text there would be something else: a quoted value, a picture's own line.
_SIMPLE = ("unbroken", "other apostrophe")
_PLAIN = (BlockKind.FRONT_MATTER, BlockKind.ALT, BlockKind.TITLE)
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE)


@dataclass(frozen=True, slots=True)
class Edit:
    """What was done to a page. page: as it is then; place: the piece where it was done.

    kind, how: "text", "other phrase"; before, after: the piece, None where there was or is none.
    """

    kind: ChangeKind
    how: str
    page: Page
    place: Piece
    before: Piece | None
    after: Piece | None


def edited(page: Page, piece: Piece, kind: ChangeKind, draw: random.Random) -> Edit | None:
    """The page after an edit of that kind at that piece; None where it gives no occasion for it."""
    if kind is ChangeKind.ADDED:
        return _added(page, piece, draw)
    if kind is ChangeKind.REMOVED:
        return _removed(page, piece)
    if kind is ChangeKind.MOVED:
        return _moved(page, piece, draw)
    if kind is ChangeKind.LINK and piece.kind is BlockKind.ALT:
        after = replace(piece, end=piece.end.replace(".svg", "-2.svg"))
        return Edit(kind, "other picture", _with(page, piece, [after]), piece, piece, after)
    return _reworded(page, piece, kind, draw)


def _reworded(page: Page, piece: Piece, kind: ChangeKind, draw: random.Random) -> Edit | None:
    text = piece.texts[page.original]
    for way in draw.sample(WAYS[kind], len(WAYS[kind])):
        new = way(draw, text, page.original) if _suits(way, piece, kind) else None
        if new is not None:
            after = replace(piece, texts={**piece.texts, page.original: new})
            return Edit(kind, name_of(way), _with(page, piece, [after]), piece, piece, after)
    return None


def _suits(way: Way, piece: Piece, kind: ChangeKind) -> bool:
    name = name_of(way)
    if kind is not ChangeKind.COSMETIC or name in _SIMPLE:
        return True
    if name == "rewrapped":
        return piece.kind is BlockKind.PARAGRAPH
    return piece.kind in _RUNNING if name == "commented" else piece.kind not in _PLAIN


def _added(page: Page, piece: Piece, draw: random.Random) -> Edit | None:
    """A block of the same kind above the piece, or a heading above a paragraph."""
    if not _is_loose(piece):
        return None
    serial, how = max(other.serial for other in page.pieces) + 1, f"{piece.kind}"
    words = sentence(draw)
    new = replace(piece, serial=serial, is_tight=piece.kind is not BlockKind.PARAGRAPH)
    if piece.kind is BlockKind.TABLE_ROW:
        words = joined(phrase(draw, "topic"), mark=f" | {draw.randrange(100, 1000)}")
    elif piece.kind is BlockKind.PARAGRAPH and draw.random() < _FAR / 10:
        words = joined(phrase(draw, "topic"), phrase(draw, "place"), mark="")
        new, how = replace(new, kind=BlockKind.HEADING, mark="### "), "heading"
    new = replace(new, texts={page.original: words[page.original]})
    return Edit(ChangeKind.ADDED, how, _with(page, piece, [new, piece]), piece, None, new)


def _removed(page: Page, piece: Piece) -> Edit | None:
    if not _is_loose(piece) or not _can_go(page, piece):
        return None
    return Edit(ChangeKind.REMOVED, f"{piece.kind}", _with(page, piece, []), piece, piece, None)


def _moved(page: Page, piece: Piece, draw: random.Random) -> Edit | None:
    """The piece above another of its shape, with at least three blocks between."""
    if not _is_loose(piece) or not _can_go(page, piece) or piece.kind is BlockKind.TABLE_ROW:
        return None
    at = page.pieces.index(piece)
    places = [
        other
        for other in page.pieces
        if _is_loose(other)
        and (other.kind, other.mark) == (piece.kind, piece.mark)
        and abs(page.pieces.index(other) - at) > _FAR
    ]
    if not places:
        return None
    place = draw.choice(places)
    without = _with(page, piece, [])
    return Edit(ChangeKind.MOVED, f"{piece.kind}", _with(without, place, [piece, place]), piece, piece, piece)


def _is_loose(piece: Piece) -> bool:
    """A paragraph, an item of the first level, or a row, that another can be put above."""
    if piece.kind is BlockKind.PARAGRAPH:
        return not piece.mark and not piece.end
    return piece.mark in ("- ", "1. ", "| ") and not piece.below


def _can_go(page: Page, piece: Piece) -> bool:
    """Nothing hangs on it: no note, no items below it, no end of a list."""
    if piece.kind is BlockKind.PARAGRAPH:
        return "[^" not in piece.texts[page.original]
    after = page.pieces[page.pieces.index(piece) + 1]
    return piece.is_tight and after.mark == piece.mark


def _with(page: Page, piece: Piece, others: list[Piece]) -> Page:
    """The page with other pieces in the place of one."""
    front, body = (tuple(_put(pieces, piece, others)) for pieces in (page.front, page.body))
    return replace(page, front=front, body=body)


def _put(pieces: tuple[Piece, ...], piece: Piece, others: list[Piece]) -> Iterator[Piece]:
    for other in pieces:
        yield from others if other.serial == piece.serial else (other,)
