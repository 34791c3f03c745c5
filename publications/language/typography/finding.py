"""Findings: what one rule has to say of one place in a passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that is not as its language sets it.

    start, end: in the text of the passage.
    repair: what should stand there, None when only its author can tell.
    note: a few words on why, for what the repair does not show by itself.
    pair: of a quotation mark, where its quotation begins; -1 of all else, and of a mark alone.
    """

    rule: str
    start: int
    end: int
    repair: str | None = None
    note: str = ""
    pair: int = -1


Rule = Callable[[str, str], Iterator[Finding]]
"""Reads the text of a passage, in a language ("en")."""
