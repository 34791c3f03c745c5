"""Gathering: the parcels of a language, read from the project as it is now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from publications.agencies.enclosed import Enclosed
from publications.agencies.page_texts import PageTexts
from publications.agencies.parcel import Parcel, Sheet
from publications.agencies.unit import Unit
from publications.agencies.units import units_of
from publications.editing.segment import CodeName
from publications.facts.expansion import expand_facts
from publications.facts.library import Facts, read_facts
from publications.faults import PublicationError
from publications.project import Project
from publications.reading.encoding import as_lines
from publications.reading.reading import Reading
from publications.status.at_hand import Answers, read_meanings
from publications.status.page_files import path_of, read_page
from publications.translation.comparison import PageComparison, compare_page
from publications.translation.family import family_of
from publications.translation.glossary import read_glossary, terms_in
from publications.translation.record import Status
from publications.translation.start import start
from publications.translation.translated_text import TranslatedText


@dataclass(frozen=True, slots=True)
class Gathered:
    """parcels: one for each language that is translated from; skipped: page → why nothing of it is sent."""

    parcels: tuple[Parcel, ...]
    skipped: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for. source: a locale to translate from, "" for each page's own; is_all: finished pages as well."""

    locale: str
    pages: Sequence[str]
    source: str = ""
    is_all: bool = False


def gather(project: Project, wish: Wish) -> Gathered:
    """The parcels that are wished for, page by page."""
    gatherer = _Gatherer(project, wish)
    sheets: dict[str, list[Sheet]] = defaultdict(list)
    skipped = []
    for page in wish.pages:
        found = gatherer.sheet(page)
        if isinstance(found, str):
            skipped.append((page, found))
        else:
            sheets[found.enclosed.source_locale].append(found)
    return Gathered(
        tuple(gatherer.parcel(source, sheets[source]) for source in sorted(sheets)), tuple(skipped)
    )


class _Gatherer:
    def __init__(self, project: Project, wish: Wish) -> None:
        self.project, self.wish = project, wish
        self.meanings = read_meanings(project.root)
        self.terms = read_glossary(project.root)
        self.facts = read_facts(project.root)

    def parcel(self, source: str, sheets: Sequence[Sheet]) -> Parcel:
        codes = (source, self.wish.locale)
        languages = {code: self.project.locale(code).name for code in codes}
        return Parcel(self.project.site_name, self.project.site_url, *codes, languages, tuple(sheets))

    def sheet(self, page: str) -> Sheet | str:
        """A page as it is sent, or why it is not."""
        enclosed = self._enclosed(page)
        if isinstance(enclosed, str):
            return enclosed
        texts = PageTexts(enclosed)
        units = tuple(self._with_notes(unit, enclosed) for unit in units_of(texts))
        if not units:
            return "has no words to translate"
        title = str(texts.source.reading.values.get("title") or page.removesuffix(".md"))
        sheet = Sheet(enclosed, title, units)
        if sheet.is_done and not self.wish.is_all:
            return "is done: nothing of it is to be translated (--all sends it all the same)"
        return sheet

    def _enclosed(self, page: str) -> Enclosed | str:
        locale, root = self.wish.locale, self.project.root
        compared = self._compared(page)
        if locale not in compared.sides:
            return self._new(page, compared)
        text = compared.translations.get(locale)
        if text is None:
            says = compared.tracked[locale].record
            return (
                "is an original" if says is None else f"follows a text in '{says.source}', which is not there"
            )
        if self.wish.source not in ("", text.record.source):
            return f"follows its text in '{text.record.source}': leave out --from"
        if text.record.adapted and not self.wish.is_all:
            return "differs from its source on purpose (adapted); --all sends it all the same"
        own = path_of(root, page, locale).read_bytes().decode("utf-8", errors="replace")
        return self._sent(page, text.record.source, own, followed=_followed(text))

    def _new(self, page: str, compared: PageComparison) -> Enclosed | str:
        """A page that nobody has begun."""
        names = dict.fromkeys(self.project.codes, page)
        source = self.wish.source or family_of(compared.tracked, names).original
        says = compared.tracked.get(source or "")
        if source is None or says is None:
            return f"has no text in '{source}'" if source else "has no original"
        if says.translate is not None and self.wish.locale not in says.translate:
            return f"is not meant for '{self.wish.locale}'"
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
            project.site_name, project.site_url, page, source, self.wish.locale, text, own, followed, is_new
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
                    if code == self.wish.locale:
                        raise
        return compare_page(
            page,
            readings,
            locales=self.project.codes,
            source_text=answers.source_text,
            same_meaning=answers.same_meaning,
        )

    def _with_notes(self, unit: Unit, sent: Enclosed) -> Unit:
        """What helps to translate it: what the facts say, the project's terms, what the source said before."""
        terms = terms_in(self.terms, unit.block.words, sent.source_locale, sent.locale)
        notes = [
            *_facts_in(unit, self.facts, sent.locale),
            *(f"Term: {said} → {' / '.join(forms)}" for said, forms in terms),
            *([f"Before: {unit.before}"] if unit.before else []),
            *(f"Comment: {note}" for note in unit.notes),
        ]
        return replace(unit, notes=tuple(notes))


def _facts_in(unit: Unit, facts: Facts, locale: str) -> Iterator[str]:
    for part in unit.source.body:
        if part.name is CodeName.FACT:
            said = expand_facts(part.typed.replace("\\|", "|"), facts, locale)
            if "{{" not in said:
                yield f"<{part.number}/> is written as: {said}"


def _followed(text: TranslatedText) -> str:
    """The text that a translation follows, "" when its source says nothing else by now."""
    if text.followed is None or text.followed is text.source:
        return ""
    if text.same_meaning(text.record.version, text.source.version):
        return ""
    return text.followed.reading.text
