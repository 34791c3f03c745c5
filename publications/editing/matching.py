"""Matching: the codes of a translation by the numbers of its source's, so that one number means one thing on both sides."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from itertools import count

from publications.editing.segment import CodeName, Part, PartKind, Segment

_Key = Callable[[Part], Hashable | None]

# Another fact, another note, another code word is another thing, wherever it stands.
_STRICT = frozenset({CodeName.FACT, CodeName.NOTE, CodeName.CODE})


def matched(source: Segment, own: Segment) -> Segment:
    """The own segment with the source's numbers on its codes, and fresh numbers above these on what the source lacks.

    A code is the source's that says the same (an address, a fact); else the next of its name, since a link may lead
    readers of another language elsewhere. Either side has each number once, but for what opens and what closes it.
    """
    theirs, ours = codes_of(source), codes_of(own)
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
    fresh = count(1 + max((part.number for part in source), default=0))
    for part in ours:
        if part.number not in numbers:
            numbers[part.number] = next(fresh)
    return tuple(replace(part, number=numbers.get(part.number, 0)) for part in own)


def codes_of(segment: Iterable[Part]) -> Sequence[Part]:
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
