"""A unit: a block of a page that is translated as one, with all that its translator is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from publications.agencies.codes import Shown
from publications.editing.segment import Segment
from publications.editing.slot import Slot
from publications.reading.block import Block


class Progress(StrEnum):
    """What there is to do."""

    NEW = "new"  # not translated yet
    CHANGED = "changed"  # its source has changed since, or nobody has read what a machine wrote
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Candidate:
    """How it, or something nearly like it, was translated before; its codes have the numbers of the unit's.

    likeness: 100 for the same words; origin: where the translation stands.
    """

    source: Segment
    target: Segment
    likeness: float
    origin: str


@dataclass(frozen=True, slots=True)
class Unit:
    """id: the same as long as the source says the same, unique on its page.

    block, slot: of the source; own_slot: of its translation, None when it has no place there yet.
    own: the translation as it stands in the file, also of a block that is still in the source language; its codes have
    the numbers of the source's. number: of the block, from 0; heading: it stands below.
    before: what the source said when it was translated, "" when the same; earlier: the same with the unit's codes.
    notes: plain sentences; candidates: the best first. Only what is sent has them.
    """

    id: str
    block: Block
    slot: Slot
    source: Shown
    own_slot: Slot | None
    own: Shown | None
    progress: Progress
    words: int
    number: int
    heading: str = ""
    before: str = ""
    earlier: Shown | None = None
    notes: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()

    @property
    def target(self) -> Shown | None:
        """What a tool is given as the translation so far."""
        return None if self.progress is Progress.NEW else self.own

    @property
    def line(self) -> int:
        """Of the source's file."""
        return self.block.line
