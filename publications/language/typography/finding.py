"""Findings: what one rule has to say of one place in a passage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from publications.reading.passage import Passage


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that is not as its language sets it.

    start, end: in the text of the passage.
    repair: what should stand there, None when only its author can tell.
    note: a few words on why, for what the repair does not show by itself.
    """

    rule: str
    start: int
    end: int
    repair: str | None = None
    note: str = ""


Rule = Callable[[Passage], Iterator[Finding]]
