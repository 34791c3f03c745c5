"""Returned: what came back in a file, whatever its format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from publications.agencies.enclosed import Enclosed


@dataclass(frozen=True, slots=True)
class ReturnedUnit:
    """source, target: flat texts (see `codes`); target: "" where nothing was translated, source: None where none came.

    is_confirmed: whether the tool says that somebody stands for it; None where its format says nothing of that.
    """

    id: str
    source: str | None
    target: str
    is_confirmed: bool | None = None


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """A page. enclosed: None when the tool has lost or damaged it; languages: as the file itself names them, "" for none.

    name: how the file calls the page, for messages about one that cannot be opened.
    """

    name: str
    enclosed: Enclosed | None
    languages: tuple[str, str]
    units: Sequence[ReturnedUnit]
