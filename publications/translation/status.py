"""The status of a page: what it is called, for each language, that its translation still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from publications.faults import Fault
from publications.translation.changes import Change
from publications.translation.gaps import Gap
from publications.translation.record import Status
from publications.translation.states import State


@dataclass(frozen=True, slots=True)
class TranslationStatus:
    """A translation compared with its source.

    source, status, version: what its record says; current_version: of the source as it is now.
    changes: of the source since then; gaps: what was never translated.
    blocks: how many the source has; words: how many a translator still has to write.
    has_diff: False when the text it follows is lost, so that no changes can be told.
    """

    locale: str
    state: State
    source: str = ""
    status: Status | None = None
    version: str = ""
    current_version: str = ""
    changes: tuple[Change, ...] = ()
    gaps: tuple[Gap, ...] = ()
    blocks: int = 0
    words: int = 0
    has_diff: bool = True
    faults: tuple[Fault, ...] = ()

    @property
    def blocks_to_do(self) -> int:
        """How many of `blocks` wait for someone."""
        if not self.has_diff:
            return self.blocks
        if self.state in (State.OUTDATED, State.TOUCH_UP):
            return len(self.changes)
        return self.blocks if self.state is State.MISSING else len(self.gaps)


@dataclass(frozen=True, slots=True)
class PageStatus:
    """A page in all its languages.

    original: None when no text is the original; blocks, words, version: of the original.
    translations: one for every locale of the project but the original's.
    faults: of the page as a whole and of every record.
    """

    page: str
    original: str | None
    blocks: int
    words: int
    version: str
    translations: Mapping[str, TranslationStatus] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
