"""Damage: what is wrong with the codes of a segment that came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from publications.agencies.codes import placeholder
from publications.editing.segment import Part, PartKind

Codes = Mapping[tuple[PartKind, int], Part]


@dataclass(frozen=True, slots=True)
class Known:
    """codes: all that may be there; needed: the numbers of those that must."""

    codes: Codes
    needed: frozenset[int]


def codes_by_number(*segments: Iterable[Part]) -> Codes:
    """The codes of some segments; a later one's come before an earlier one's."""
    return {
        (part.kind, part.number): part
        for segment in segments
        for part in segment
        if part.kind is not PartKind.TEXT
    }


def damage_in(parts: Sequence[Part], known: Known) -> str:
    """What is wrong, in a sentence that says what to put right; "" when nothing is."""
    codes = [part for part in parts if part.kind is not PartKind.TEXT]
    counts = Counter((part.kind, part.number) for part in codes)
    for part in codes:
        if (part.kind, part.number) not in known.codes:
            there = ", ".join(dict.fromkeys(_told(one) for one in known.codes.values())) or "none"
            return f"the code {placeholder(part)} is none of this segment's ({there}): take it out"
        if counts[part.kind, part.number] > 1:
            return f"the code {_told(known.codes[part.kind, part.number])} is there {counts[part.kind, part.number]} times: leave one"
    return _missing(counts, known) or _unbalanced(codes)


def _missing(counts: Mapping[tuple[PartKind, int], int], known: Known) -> str:
    for key, part in known.codes.items():
        if part.number in known.needed and key not in counts:
            return f"the code {_told(part)} is missing: put it where it belongs"
    return ""


def _unbalanced(codes: Sequence[Part]) -> str:
    opened: list[Part] = []
    for part in codes:
        if part.kind is PartKind.OPEN:
            opened.append(part)
        elif part.kind is PartKind.CLOSE:
            if not opened or opened[-1].number != part.number:
                before = f" {placeholder(opened[-1])} ends first" if opened else " nothing is open"
                return f"the code {placeholder(part)} stands where{before}: put the codes into pairs"
            opened.pop()
    return f"the code {placeholder(opened[-1])} is not ended: put its end where it belongs" if opened else ""


def _told(part: Part) -> str:
    return f"{placeholder(part)} ({part.typed.strip()})"
