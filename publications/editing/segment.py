"""A segment: the text of a block as words and codes, so that who translates it sees no Markdown and breaks none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class PartKind(StrEnum):
    """Words, or a code: one that opens, one that closes what was opened, one that stands alone."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    ALONE = "alone"


class CodeName(StrEnum):
    """What a code is to a reader."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRUCK = "struck"
    LINK = "link"
    ADDRESS = "address"
    FACT = "fact"
    PICTURE = "picture"
    CODE = "code"
    FOOTNOTE = "footnote"
    NOTE = "note"  # a comment, which nobody is shown
    TAG = "tag"
    ATTRIBUTES = "attributes"
    BREAK = "break"
    CELL = "cell"  # the bar between two cells of a row


MARKS = frozenset({CodeName.STRONG, CodeName.EMPHASIS, CodeName.STRUCK})
"""Codes that are signs around words; whether they are any depends on what stands beside them."""


@dataclass(frozen=True, slots=True)
class Part:
    """typed: the Markdown; words: of a text as they are read, of a code what it is about (an address, a fact's name).

    number: of a code, from 1; what opens and what closes it have the same. 0 for words.
    """

    kind: PartKind
    typed: str
    words: str
    name: CodeName | None = None
    number: int = 0


Segment = tuple[Part, ...]


def numbered(parts: Iterable[Part]) -> Segment:
    """Codes in the order of the text; what opens and what closes it have one number."""
    found: list[Part] = []
    opened: list[int] = []
    count = 0
    for part in _joined(parts):
        number = 0
        if part.kind is PartKind.CLOSE and opened:
            number = opened.pop()
        elif part.kind is not PartKind.TEXT:
            number = count = count + 1
            if part.kind is PartKind.OPEN:
                opened.append(number)
        found.append(replace(part, number=number))
    return tuple(found)


def markdown_of(segment: Sequence[Part]) -> str:
    """The Markdown of a segment as its parts were typed."""
    return "".join(part.typed for part in segment)


def words_of(segment: Sequence[Part]) -> str:
    """What is read of it, codes left out."""
    return "".join(part.words for part in segment if part.kind is PartKind.TEXT)


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Neighbouring words as one part; it is as typed only where both are."""
    last: Part | None = None
    for part in parts:
        if last and last.kind is part.kind is PartKind.TEXT:
            is_typed = all(one.typed or not one.words for one in (last, part))
            last = Part(PartKind.TEXT, last.typed + part.typed if is_typed else "", last.words + part.words)
        else:
            if last:
                yield last
            last = part
    if last:
        yield last
