"""Touch-ups: lines of the translator's file as they should be, where only a link or a figure was changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publications.reading.encoding import as_lines
from publications.translation.change_kind import ChangeKind
from publications.translation.changes import Change

_VALUE = re.compile(r"\{\{[^{}]*\}\}|(?<![\w.,])\d+(?:[.,:/\u00a0\u202f ]\d+)*(?!\w)")
_GROUPED = re.compile(r"\d{1,3}(?:([.,\u00a0\u202f ])\d{3})(?:\1\d{3})*")


@dataclass(frozen=True, slots=True)
class Replacement:
    """One line of the translator's file, as it is and as it should be. line: counted from 1."""

    line: int
    old: str
    new: str


def touch_up(change: Change, translation: str) -> tuple[Replacement, ...]:
    """The lines to replace; none where the tool cannot be sure, as with the name of a month."""
    if change.is_near or change.kind not in (ChangeKind.LINK, ChangeKind.NUMBER):
        return ()
    swaps = tuple(_swaps(change))
    lines = as_lines(translation).split("\n")
    found = []
    for number in _lines_to_search(change, len(lines)):
        line = lines[number - 1]
        mended = line
        for old, new in swaps:
            mended = _swapped(mended, old, new, change.kind)
        if mended != line:
            found.append(Replacement(number, line, mended))
    return tuple(found)


def _lines_to_search(change: Change, last: int) -> range:
    """A target may be written far below, as a reference."""
    if change.kind is ChangeKind.LINK and not change.translation.count(change.old):
        return range(1, last + 1)
    return range(change.line, change.end_line + 1)


def _swaps(change: Change) -> Iterator[tuple[str, str]]:
    """What to look for and what to put there, in the order of the text; none if their numbers differ."""
    if change.kind is ChangeKind.LINK:
        old, new = change.old.split(), change.new.split()
    else:
        old, new = _VALUE.findall(change.old), _VALUE.findall(change.new)
    pairs = [(a, b) for a, b in zip(old, new, strict=False) if a != b]
    # A figure that stands for two others could be put in the wrong place.
    if len(old) == len(new) and len({a for a, _ in pairs}) == len(pairs):
        yield from pairs


def _swapped(line: str, old: str, new: str, kind: ChangeKind) -> str:
    if kind is ChangeKind.LINK:
        return re.sub(rf"(?<![\w/.-]){re.escape(old)}(?![\w/-])", lambda _: new, line)
    return _VALUE.sub(
        lambda found: _like(found[0], new) if _plain(found[0]) == _plain(old) else found[0], line
    )


def _plain(number: str) -> str:
    """A number as digits and at most one point: `26 809 473` → 26809473, `4,9` → 4.9; a fact has no spaces."""
    if _GROUPED.fullmatch(number):
        return re.sub(r"\D", "", number)
    return re.sub(r"[ \u00a0\u202f]", "", number).replace(",", ".")


def _like(model: str, number: str) -> str:
    """A number with the marks that the translator's language has: those of the number it takes the place of."""
    if number.startswith("{{"):
        return number
    plain = _plain(number)
    grouped = _GROUPED.fullmatch(model)
    if grouped and plain.isdigit():
        return f"{int(plain):,}".replace(",", grouped[1])
    return plain.replace(".", ",") if "," in model else plain
