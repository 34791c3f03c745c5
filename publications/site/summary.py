"""What a build says at its end: how far each language has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publications.findings import SiteFindings
from publications.translation.status import State


@dataclass(frozen=True, slots=True)
class LocaleSummary:
    """One language in numbers of pages.

    translated: readers see a text of their own language (originals count).
    fallback: readers are shown another language's text.
    outdated: of the translated, those whose source has changed since.
    missing: the pages that wait for a translation; those not meant for the language are none of them.
    """

    locale: str
    name: str
    translated: int
    fallback: int
    outdated: int
    missing: tuple[str, ...]


def summaries(site: SiteFindings) -> Iterator[LocaleSummary]:
    """Every language of the site, in the order of mkdocs.yml."""
    publications, statuses = site.publications, site.statuses
    for locale in site.project.locales:
        shown = [publications.shown(page, locale.code) for page in publications.pages]
        own = [text for text in shown if text and text.locale == locale.code]
        states = {page.page: status.state for page, status in statuses.in_locale(locale.code)}
        yield LocaleSummary(
            locale=locale.code,
            name=locale.name,
            translated=len(own),
            fallback=len(shown) - len(own),
            outdated=sum(states.get(text.page) in (State.OUTDATED, State.TOUCH_UP) for text in own),
            missing=tuple(page for page, state in states.items() if state is State.MISSING),
        )
