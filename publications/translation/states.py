"""States: where a translation stands, a closed set."""

from __future__ import annotations

from enum import StrEnum


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
