"""A unit: a block of a page that is translated as one, with all that its translator is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from publications.agencies.codes import Shown
from publications.editing.slot import Slot
from publications.reading.block import Block


class Progress(StrEnum):
    """What there is to do."""

    NEW = "new"  # not translated yet
    CHANGED = "changed"  # its source has changed since, or nobody has read what a machine wrote
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Unit:
    """id: the same as long as the source says the same, unique on its page.

    block, slot: of the source; own_slot: of its translation, None when it has no place there yet.
    own: the translation as it stands in the file, also of a block that is still in the source language; its codes have
    the numbers of the source's. number: of the block, from 0; heading: it stands below; notes: plain sentences.
    before: what the source said when it was translated, "" when the same.
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
    notes: tuple[str, ...] = ()
    before: str = ""

    @property
    def target(self) -> Shown | None:
        """What a tool is given as the translation so far."""
        return None if self.progress is Progress.NEW else self.own

    @property
    def line(self) -> int:
        """Of the source's file."""
        return self.block.line
