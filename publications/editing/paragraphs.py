"""Paragraphs: a segment that somebody parted with empty lines is as many blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publications.editing.segment import Part, PartKind, Segment, numbered
from publications.editing.slot import BLANKS

PARAGRAPHS = "\n\n"
"""Parts two blocks within one segment: who presses Enter in one makes it two."""


def blocks_in(segment: Sequence[Part]) -> tuple[Segment, ...]:
    """The blocks that a segment was made into, at least one; a code is never parted from its words."""
    found: list[list[Part]] = [[]]
    for part in segment:
        if part.kind is not PartKind.TEXT:
            found[-1].append(part)
            continue
        first, *others = re.split(r"\n\s*\n", part.words)
        found[-1].append(Part(PartKind.TEXT, "", first) if others else part)
        found += [[Part(PartKind.TEXT, "", words)] for words in others]
    kept = [numbered(_trimmed(parts)) for parts in found]
    return tuple(parts for parts in kept if parts) or ((),)


def _trimmed(parts: Sequence[Part]) -> Iterator[Part]:
    """Without the spaces and line ends at both ends."""
    last = len(parts) - 1
    for place, part in enumerate(parts):
        words = part.words
        if part.kind is PartKind.TEXT:
            words = words.lstrip(BLANKS) if place == 0 else words
            words = words.rstrip(BLANKS) if place == last else words
        if words == part.words:
            yield part
        elif words:
            yield Part(PartKind.TEXT, "", words)
