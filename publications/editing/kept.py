"""Kept: what of a text stood in its block before, as its author typed it there."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import LCSseq

from publications.editing.segment import Part, PartKind


def as_typed_before(parts: Iterable[Part], before: Iterable[Part]) -> Iterator[Part]:
    """The parts of a text, each sign that stood there before with its `typed`. before: as `parts_in` gives them."""
    new, old = list(_signs(parts)), list(_signs(before))
    typed = [part.typed for part in new]
    for same in LCSseq.opcodes([_key(part) for part in old], [_key(part) for part in new]):
        if same.tag == "equal":
            was = (part.typed for part in old[same.src_start : same.src_end])
            typed[same.dest_start : same.dest_end] = was
    found = (Part(part.kind, known, part.words, part.name) for part, known in zip(new, typed, strict=True))
    for (is_plain, _), group in groupby(found, key=_plainness):
        some = list(group)
        yield from _joined(some) if is_plain else some


def _signs(parts: Iterable[Part]) -> Iterator[Part]:
    """Words letter by letter; what was typed otherwise than it is read stays whole."""
    for part in parts:
        if part.kind is PartKind.TEXT and part.typed in ("", part.words):
            yield from (Part(part.kind, letter if part.typed else "", letter) for letter in part.words)
        else:
            yield part


def _key(part: Part) -> Hashable:
    return part.words if part.kind is PartKind.TEXT else (part.kind, part.typed)


def _plainness(part: Part) -> tuple[bool, bool]:
    """Whether it is words as they are read, and whether they stood there before."""
    return part.kind is PartKind.TEXT and part.typed in ("", part.words), bool(part.typed)


def _joined(letters: Sequence[Part]) -> Iterator[Part]:
    words = "".join(letter.words for letter in letters)
    yield Part(PartKind.TEXT, words if letters[0].typed else "", words)
