"""Gathering: the parcels of a language, read from the project as it is now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from publications.agencies.candidates import candidates_for
from publications.agencies.notes import Notes, comments_above
from publications.agencies.page_texts import PageTexts
from publications.agencies.parcel import Parcel, Sheet
from publications.agencies.sending import Sending
from publications.agencies.units import units_of
from publications.facts.library import read_facts
from publications.project import Project
from publications.status.page_files import name_of
from publications.status.remembering import memory_for
from publications.translation.glossary import read_glossary
from publications.translation.memory import Memory


@dataclass(frozen=True, slots=True)
class Gathered:
    """parcels: one for each language that is translated from; skipped: page → why nothing of it is sent."""

    parcels: tuple[Parcel, ...]
    skipped: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    source: a locale to translate from, "" for each page's own; is_all: finished pages as well; has_candidates: with what
    was translated before.
    """

    locale: str
    pages: Sequence[str]
    source: str = ""
    is_all: bool = False
    has_candidates: bool = False


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
        self.sending = Sending(project, wish.locale, wish.source, wish.is_all)
        self.terms = read_glossary(project.root)
        self.facts = read_facts(project.root)

    def parcel(self, source: str, sheets: Sequence[Sheet]) -> Parcel:
        codes = (source, self.wish.locale)
        languages = {code: self.project.locale(code).name for code in codes}
        if self.wish.has_candidates:
            sheets = self._with_candidates(source, sheets)
        return Parcel(self.project.site_name, self.project.site_url, *codes, languages, tuple(sheets))

    def sheet(self, page: str) -> Sheet | str:
        """A page as it is sent, or why it is not."""
        enclosed = self.sending.enclosed(page)
        if isinstance(enclosed, str):
            return enclosed
        texts = PageTexts(enclosed)
        notes = Notes(self.terms, self.facts, enclosed.source_locale, enclosed.locale)
        comments = comments_above(texts.source.reading)
        units = tuple(replace(unit, notes=notes.on(unit, comments)) for unit in units_of(texts))
        if not units:
            return "has no words to translate"
        title = str(texts.source.reading.values.get("title") or page.removesuffix(".md"))
        sheet = Sheet(enclosed, title, units)
        if sheet.is_done and not self.wish.is_all:
            return "is done: nothing of it is to be translated (--all sends it all the same)"
        return sheet

    def _with_candidates(self, source: str, sheets: Sequence[Sheet]) -> Sequence[Sheet]:
        locale = self.wish.locale
        texts = {sheet.page: sheet.enclosed.source for sheet in sheets if not sheet.is_done}
        memory = memory_for(self.project, source, locale, texts) if texts else Memory({}, {})

        def offered(sheet: Sheet) -> Sheet:
            file = name_of(sheet.page, locale)
            units = (replace(unit, candidates=candidates_for(unit, memory, file)) for unit in sheet.units)
            return replace(sheet, units=tuple(units))

        return [offered(sheet) if sheet.page in texts else sheet for sheet in sheets]
