"""Translated pages: each with the text that it follows, both taken apart once for all checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from publications.reading.source_page import SourcePage
from publications.translation.comparison import PageComparison
from publications.translation.counterparts import Counterpart
from publications.translation.record import Record, Status
from publications.translation.translated_text import TranslatedText


@dataclass(frozen=True)
class TranslatedPage:
    """A translation and its source. text: the two side by side."""

    page: SourcePage
    source: SourcePage
    text: TranslatedText

    @property
    def record(self) -> Record:
        """What it says of itself."""
        return self.text.record

    @property
    def pairs(self) -> tuple[Counterpart, ...]:
        return self.text.pairs

    @property
    def is_comparable(self) -> bool:
        """A draft is not finished, an adapted page differs on purpose, and an empty one is told as empty."""
        if self.record.adapted or self.record.status is Status.DRAFT:
            return False
        return self.text.followed is not None and not self.page.is_empty and not self.source.is_empty


def translated_pages(texts: Mapping[str, SourcePage], comparison: PageComparison) -> Iterator[TranslatedPage]:
    """Every text of a page that says of a source which is there. texts: by locale."""
    for locale, page in texts.items():
        text = comparison.translations.get(locale) if page.is_readable else None
        if text and "translation" in page.values:
            yield TranslatedPage(page, texts[text.record.source], text)
