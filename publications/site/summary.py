"""What a build says at its end: how far each language has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publications.pages import Publications, Translation
from publications.translation.version import version_of


@dataclass(frozen=True, slots=True)
class LocaleSummary:
    """One language in numbers of pages.

    translated: readers see a text of their own language (originals count).
    fallback: readers are shown another language's text.
    outdated: of the translated, those whose source has changed since.
    missing: the pages shown by fallback.
    """

    locale: str
    name: str
    translated: int
    fallback: int
    outdated: int
    missing: tuple[str, ...]


def summaries(publications: Publications) -> Iterator[LocaleSummary]:
    """Every language of the site, in the order of mkdocs.yml."""
    for locale in publications.project.locales:
        shown = [(page, publications.shown(page, locale.code)) for page in publications.pages]
        own = [text for _, text in shown if text and text.locale == locale.code]
        missing = tuple(page for page, text in shown if text and text.locale != locale.code)
        outdated = sum(is_outdated(publications, text) for text in own)
        yield LocaleSummary(locale.code, locale.name, len(own), len(missing), outdated, missing)


def is_outdated(publications: Publications, text: Translation) -> bool:
    """Whether the text that a translation was made from has changed since."""
    if not text.source_locale or not text.version:
        return False
    source = publications.published(text.page).get(text.source_locale)
    if source is None:
        return False
    return str(version_of(source.path.read_text(encoding="utf-8-sig"))) != text.version
