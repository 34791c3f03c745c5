"""Sending: a page as it goes out, with the texts that it comes home by, or why it does not."""

from __future__ import annotations

from dataclasses import dataclass, field

from publications.agencies.enclosed import Enclosed
from publications.faults import PublicationError
from publications.project import Project
from publications.reading.encoding import as_lines
from publications.reading.reading import Reading
from publications.status.at_hand import Answers, read_meanings
from publications.status.page_files import path_of, read_page
from publications.translation.comparison import PageComparison, compare_page
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
        locale, root = self.locale, self.project.root
        compared = self._compared(page)
        if locale not in compared.sides:
            return self._new(page, compared)
        text = compared.translations.get(locale)
        if text is None:
            says = compared.tracked[locale].record
            return (
                "is an original" if says is None else f"follows a text in '{says.source}', which is not there"
            )
        if self.source not in ("", text.record.source):
            return f"follows its text in '{text.record.source}': leave out --from"
        if text.record.adapted and not self.is_all:
            return "differs from its source on purpose (adapted); --all sends it all the same"
        own = path_of(root, page, locale).read_bytes().decode("utf-8", errors="replace")
        return self._sent(page, text.record.source, own, followed=_followed(text))

    def _new(self, page: str, compared: PageComparison) -> Enclosed | str:
        """A page that nobody has begun."""
        names = dict.fromkeys(self.project.codes, page)
        source = self.source or family_of(compared.tracked, names).original
        says = compared.tracked.get(source or "")
        if source is None or says is None:
            return f"has no text in '{source}'" if source else "has no original"
        if says.translate is not None and self.locale not in says.translate:
            return f"is not meant for '{self.locale}'"
        if says.record and says.record.status is Status.DRAFT:
            return f"is a draft in '{source}' itself"
        own = start(as_lines(read_page(self.project.root, page, source)), source_locale=source)
        return self._sent(page, source, own, is_new=True)

    def _sent(
        self, page: str, source: str, own: str, *, followed: str = "", is_new: bool = False
    ) -> Enclosed:
        text = as_lines(read_page(self.project.root, page, source))
        project = self.project
        return Enclosed(
            project.site_name, project.site_url, page, source, self.locale, text, own, followed, is_new
        )

    def _compared(self, page: str) -> PageComparison:
        """Only what is asked of it is worked out."""
        answers = Answers(self.project.root, page, self.meanings)
        readings = {}
        for code in self.project.codes:
            if path_of(self.project.root, page, code).is_file():
                try:
                    readings[code] = Reading.of(read_page(self.project.root, page, code))
                except PublicationError:
                    if code == self.locale:
                        raise
        return compare_page(
            page,
            readings,
            locales=self.project.codes,
            source_text=answers.source_text,
            same_meaning=answers.same_meaning,
        )


def _followed(text: TranslatedText) -> str:
    """The text that a translation follows, "" when its source says nothing else by now."""
    if text.followed is None or text.followed is text.source:
        return ""
    if text.same_meaning(text.record.version, text.source.version):
        return ""
    return text.followed.reading.text
