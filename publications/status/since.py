"""Since when a translation is outdated: the day on which its source was first something else than it follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from publications.repository import Repository
from publications.status.page_files import name_of
from publications.translation.status import TranslationStatus
from publications.translation.version import version_of


@dataclass(frozen=True, slots=True)
class Since:
    """day: of the commit; None when nobody can tell, as without git. is_at_least: it may be longer ago."""

    day: date | None
    is_at_least: bool = False


def outdated_since(root: Path, page: str, own: TranslationStatus, *, today: date) -> Since:
    """Asked of git, which alone knows days: copying a file changes its date, and a text carries none.

    An edit that is not committed yet counts from today.
    """
    git = Repository(root)
    day: date | None = None
    for past in git.past(name_of(page, own.source)):
        if version_of(git.text(past.revision) or "").code == own.version:
            return Since(day or today)
        day = past.day
    return Since(day, is_at_least=True)
