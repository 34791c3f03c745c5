"""Sending: a page as it goes out, with the texts that it comes home by, or why it does not."""

from __future__ import annotations

from dataclasses import dataclass, field

from publications.agencies.enclosed import Enclosed
from publications.project import Project
from publications.status.at_hand import read_meanings
from publications.status.page_files import read_texts
from publications.status.reading import compared
from publications.translation.comparison import PageComparison
from publications.translation.family import family_of
from publications.translation.record import Status
from publications.translation.same_meaning import SameMeanings
from publications.translation.start import start
from publications.translation.translated_text import TranslatedText


@dataclass
class Sending:
    """source: a locale to translate from, "" for each page's own; is_all: what differs on purpose as well."""

    project: Project
    locale: str
    source: str
    is_all: bool
    meanings: SameMeanings = field(init=False)

    def __post_init__(self) -> None:
        self.meanings = read_meanings(self.project.root)

    def enclosed(self, page: str) -> Enclosed | str:
        """A page as it is sent, or why it is not."""
        locale = self.locale
        texts = read_texts(self.project, page, locale)
        comparison = compared(self.project, page, texts, self.meanings)
        if locale not in texts:
            return self._new(comparison)
        text = comparison.translations.get(locale)
        if text is None:
            says = comparison.tracked[locale].record
            return (
                "is an original" if says is None else f"follows a text in '{says.source}', which is not there"
            )
        if self.source not in ("", text.record.source):
            return f"follows its text in '{text.record.source}': leave out --from"
        if text.record.adapted and not self.is_all:
            return "differs from its source on purpose (adapted); --all sends it all the same"
        return self._sent(comparison, text.record.source, texts[locale], followed=_followed(text))

    def _new(self, comparison: PageComparison) -> Enclosed | str:
        """A page that nobody has begun."""
        names = dict.fromkeys(self.project.codes, comparison.page)
        source = self.source or family_of(comparison.tracked, names).original
        says = comparison.tracked.get(source or "")
        if source is None or says is None:
            return f"has no text in '{source}'" if source else "has no original"
        if says.translate is not None and self.locale not in says.translate:
            return f"is not meant for '{self.locale}'"
        if says.record and says.record.status is Status.DRAFT:
            return f"is a draft in '{source}' itself"
        own = start(comparison.sides[source].reading.text, source_locale=source)
        return self._sent(comparison, source, own, is_new=True)

    def _sent(
        self, comparison: PageComparison, source: str, own: str, *, followed: str = "", is_new: bool = False
    ) -> Enclosed:
        return Enclosed(
            self.project.site_name,
            self.project.site_url,
            comparison.page,
            source,
            self.locale,
            comparison.sides[source].reading.text,
            own,
            followed,
            is_new,
        )


def _followed(text: TranslatedText) -> str:
    """The text that a translation follows, "" when its source says nothing else by now."""
    if text.followed is None or text.followed is text.source:
        return ""
    if text.same_meaning(text.record.version, text.source.version):
        return ""
    return text.followed.reading.text
