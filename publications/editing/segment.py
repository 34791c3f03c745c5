"""A segment: the text of a block as words and numbered codes, so that who translates it sees no Markdown and breaks none."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
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

# Another fact, another note, another code word is another thing, wherever it stands.
_STRICT = frozenset({CodeName.FACT, CodeName.NOTE, CodeName.CODE})


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


def matched(source: Segment, own: Segment) -> Segment:
    """The own segment with the source's numbers on its codes, and fresh numbers above these on what the source lacks.

    A code is the source's that says the same (an address, a fact); else the next of its name, since a link may lead
    readers of another language elsewhere. Either side has each number once, but for what opens and what closes it.
    """
    theirs, ours = _codes_of(source), _codes_of(own)
    numbers: dict[int, int] = {}
    for key in (_typed, _meant, _named):
        taken = frozenset(numbers.values())
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for part in theirs:
            if part.number not in taken:
                waiting[key(part)].append(part.number)
        for part in ours:
            name = key(part)
            if part.number not in numbers and name is not None and waiting[name]:
                numbers[part.number] = waiting[name].popleft()
    lacking = [part.number for part in ours if part.number not in numbers]
    fresh = 1 + max((part.number for part in source), default=0)
    numbers.update((number, new) for new, number in enumerate(lacking, start=fresh))
    return tuple(replace(part, number=numbers.get(part.number, 0)) for part in own)


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


def _codes_of(segment: Iterable[Part]) -> Sequence[Part]:
    """The first part of each code, in order: it says what the code is about."""
    found: dict[int, Part] = {}
    for part in segment:
        if part.kind is not PartKind.TEXT:
            found.setdefault(part.number, part)
    return tuple(found.values())


def _typed(part: Part) -> Hashable:
    return part.kind, part.name, part.words, part.typed


def _meant(part: Part) -> Hashable:
    return part.kind, part.name, part.words


def _named(part: Part) -> Hashable | None:
    """Its name alone; of a tag, the element's too; None for what is never another's."""
    if part.name in _STRICT:
        return None
    element = part.typed.strip("<>").split()[:1] if part.name is CodeName.TAG else []
    return part.kind, part.name, *element
