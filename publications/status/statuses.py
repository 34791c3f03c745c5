"""Statuses: where every translation of a project stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from publications.translation.status import PageStatus, State, TranslationStatus

# Readers of these see a text of their own language.
_SHOWN = frozenset(State) - {State.MISSING, State.DRAFT, State.EXCLUDED}


@dataclass(frozen=True)
class Statuses:
    """pages: sorted by path; locales: the project's, in its order."""

    locales: tuple[str, ...]
    pages: tuple[PageStatus, ...]

    @cached_property
    def by_page(self) -> Mapping[str, PageStatus]:
        return {status.page: status for status in self.pages}

    def of(self, page: str, locale: str) -> TranslationStatus | None:
        """One translation's status; None for an original, or where there is no such page."""
        status = self.by_page.get(page)
        return status.translations.get(locale) if status else None

    def in_locale(self, locale: str) -> Iterator[tuple[PageStatus, TranslationStatus]]:
        """Every page that is translated into a locale, or could be; originals of that locale are not."""
        for status in self.pages:
            if locale in status.translations:
                yield status, status.translations[locale]


def is_shown(state: State) -> bool:
    """Whether readers of the language see this text, be it as it should or not."""
    return state in _SHOWN
