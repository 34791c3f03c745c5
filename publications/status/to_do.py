"""To do: the translations that wait for somebody, what readers lack most first."""

from __future__ import annotations

from dataclasses import dataclass

from publications.status.coverage import lacking_words, words_to_do
from publications.status.statuses import Statuses
from publications.translation.status import PageStatus, State, TranslationStatus

# Nothing in their language; then something wrong; then something less.
_RANKS = {
    State.MISSING: 0,
    State.DRAFT: 0,
    State.ORPHAN: 1,
    State.OUTDATED: 1,
    State.PARTIAL: 2,
    State.TOUCH_UP: 3,
    State.UNKNOWN: 4,
    State.WAITING: 5,
}


@dataclass(frozen=True, slots=True)
class Task:
    """A translation that waits. words: to be written; lacking: those that readers do not get meanwhile."""

    page: PageStatus
    own: TranslationStatus
    words: int
    lacking: int

    @property
    def version(self) -> str:
        """What to type as `version` once the translation says what its source says."""
        return self.own.current_version or self.page.version

    @property
    def source(self) -> str:
        """The locale that is translated from: the one it says itself, else the original's."""
        return self.own.source or self.page.original or ""


def to_do(statuses: Statuses, locale: str) -> tuple[Task, ...]:
    """What waits in one language."""
    tasks = [
        Task(page, own, words_to_do(page, own), lacking_words(page, own))
        for page, own in statuses.in_locale(locale)
        if own.state in _RANKS
    ]
    return tuple(sorted(tasks, key=lambda task: (_RANKS[task.own.state], -task.lacking, task.page.page)))
