"""Pieces: the first list and the first table of a section's text, taken apart into parts that can be drawn."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from publications.layouts.layout import Piece
from publications.layouts.story import Section, top_level

_OPENS = {Piece.LIST: re.compile(r"<(ol|ul)\b[^>]*>"), Piece.TABLE: re.compile(r"<(table)\b[^>]*>")}
_ROW = re.compile(r"<tr\b[^>]*>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(?:th|td)\b[^>]*>(.*?)</(?:th|td)>", re.DOTALL)
_BLOCK = re.compile(r"<(?:p|ul|ol|table|figure|blockquote|div|dl)\b")
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Cut:
    """A list or a table. head: HTML of what its columns are called, "" without; parts: named by their numbers, "1" first."""

    piece: Piece
    head: str
    parts: tuple[Section, ...]


def pieces_of(html: str, wanted: Collection[Piece]) -> Iterator[str | Cut]:
    """A section's text in its order: pieces that are wanted, each once, and the text around them."""
    found = [(place, piece) for piece in wanted if (place := _first(html, piece))]
    end = 0
    for (start, stop), piece in sorted(found):
        if start < end:
            continue  # a table within the list
        yield html[end:start].strip()
        yield _cut(piece, html[start:stop])
        end = stop
    yield html[end:].strip()


def _first(html: str, piece: Piece) -> tuple[int, int] | None:
    """Where the first of its kind that can be drawn stands; a table that is a chart, or has no two columns, is none."""
    stands_alone = top_level(html)
    for opening in _OPENS[piece].finditer(html):
        stop = _end(html, opening)
        if stands_alone(opening.start()) and (piece is Piece.LIST or _is_pairs(html[opening.start() : stop])):
            return opening.start(), stop
    return None


def _is_pairs(table: str) -> bool:
    return all(len(_CELL.findall(row)) == _PAIR for row in _ROW.findall(table))


def _end(html: str, opening: re.Match[str]) -> int:
    """Where an element ends that opens there; others of its name may stand within."""
    depth = 0
    for tag in re.compile(rf"<(/?){opening[1]}\b[^>]*>").finditer(html, opening.start()):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return len(html)


def _cut(piece: Piece, html: str) -> Cut:
    if piece is Piece.LIST:
        is_numbered = html.startswith("<ol")
        items = enumerate(_items(html), start=1)
        return Cut(piece, "", tuple(_part(n, f"{n}." if is_numbered else "", "", item) for n, item in items))
    rows = [_CELL.findall(row) for row in _ROW.findall(html)]
    has_head = "<th" in html
    first, second = rows[0] if has_head and rows else ("", "")
    head = f"<strong>{first}</strong> {second}".replace("<strong></strong>", "").strip()
    cells = enumerate(rows[has_head:], start=1)
    return Cut(piece, head, tuple(_part(number, "", name, words) for number, (name, words) in cells))


def _items(html: str) -> Iterator[str]:
    """What stands in each `<li>` of a list; lists within stay whole."""
    item, start = re.compile(r"<(li)\b[^>]*>"), 0
    while opening := item.search(html, start):
        start = _end(html, opening)
        yield html[opening.end() : start].removesuffix("</li>").strip()


def _part(number: int, label: str, heading: str, body: str) -> Section:
    return Section(str(number), label, heading, body if _BLOCK.match(body) else f"<p>{body}</p>")
