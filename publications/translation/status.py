"""The status of a page: where its translation into each language stands, and what it still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from publications.faults import Fault
from publications.translation.changes import Change
from publications.translation.gaps import Gap
from publications.translation.record import Status


class State(StrEnum):
    """Computed, and never written into a page; `Status` is what people say of it."""

    MISSING = "missing"  # no text in this language, or an empty one
    DRAFT = "draft"  # begun; readers are not shown it
    CURRENT = "current"  # says what its source says
    TOUCH_UP = "touch-up"  # only links, numbers or misspellings of the source were changed
    OUTDATED = "outdated"  # the source says something else by now
    PARTIAL = "partial"  # blocks are left out, or still in the source language
    UNKNOWN = "unknown"  # it does not say which version of which text it follows
    WAITING = "waiting"  # it follows its source, which itself is outdated
    ORPHAN = "orphan"  # its source does not exist
    ADAPTED = "adapted"  # differs on purpose
    EXCLUDED = "excluded"  # the original is not meant for this language

    @property
    def is_behind(self) -> bool:
        """What is made from such a text cannot be right either."""
        return self in (State.OUTDATED, State.TOUCH_UP, State.WAITING)


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
