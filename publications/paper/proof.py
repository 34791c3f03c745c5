"""A proof: the poster of one text as its file is now, with what is too full marked, and what the build will say of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from publications.facts.library import Facts
from publications.faults import Fault, Level
from publications.layouts.agreement import Text, disagreements
from publications.layouts.drawing import PLAIN, Drawing, draw
from publications.layouts.layout import Layout
from publications.layouts.layout_file import has_layout, read_layout
from publications.layouts.story import Section, Story, read_story
from publications.layouts.usual import usual_layout
from publications.pages import metadata_of, translation_of
from publications.paper.fitting import Overflow, overflows
from publications.paper.poster import RULE, TEMPLATE, alt_faults, overflow_faults, typesetting_fault
from publications.paper.sheet import PAPERS, Sheet, html_of, sheet_of
from publications.paper.typesetting import Typesetter, TypesettingError
from publications.project import Project
from publications.reading.source_page import SourcePage, read_source_page
from publications.status.page_files import GONE, name_of, path_of

_WIDTH = 900  # pixels
_INCH = 25.4  # millimetres


@dataclass(frozen=True, slots=True)
class Proof:
    """picture: PNG of the sheet, b"" when it cannot be drawn; faults: all that keeps the build from making the poster."""

    picture: bytes
    faults: tuple[Fault, ...] = ()


def proof_of(project: Project, facts: Facts, page: str, locale: str) -> Proof | None:
    """The poster of a page ("infographics/city-strategies.md") in a locale, be it published, withheld or a draft.

    None when its kind has none. Nothing is read of other pages, and nothing is kept.
    """
    layout, faults = read_layout(project, page, facts)
    if not layout.is_sheet:
        return None
    file = path_of(project.root, page, locale)
    if not file.is_file():
        message = "is not written yet, so there is no poster."
        return Proof(b"", (Fault(name_of(page, locale), 0, message, Level.ERROR, RULE, said=GONE),))
    source = read_source_page(file, locale, page)
    if not source.is_readable:
        return Proof(b"", source.faults)
    proof = _Proofreader(project, facts, layout, source).proof()
    told = faults if has_layout(project, page) else ()
    return replace(proof, faults=tuple(sorted({*told, *proof.faults})))


@dataclass(frozen=True, slots=True)
class _Proofreader:
    project: Project
    facts: Facts
    layout: Layout
    source: SourcePage

    def proof(self) -> Proof:
        sheet, root = self._sheet(), self.project.root
        known = (*self._disagreements(), *alt_faults(sheet.translation, root))
        try:
            over = self._too_full(sheet)
            picture = self._picture(sheet, over)
        except TypesettingError as error:
            return Proof(b"", (*known, self._fault(error, sheet)))
        told = (*known, *overflow_faults(over, sheet, root))
        return Proof(picture, told or tuple(self._refused(sheet)))

    def _sheet(self) -> Sheet:
        source, project = self.source, self.project
        text = translation_of(source.page, source.locale, metadata_of(source.page, source.values), project)
        story = read_story(html_of(source.reading, self.facts, text.locale))
        layout = self.layout if self.layout.sections else usual_layout(self.layout.page, story)
        drawing = _drawn(layout, story, self.facts, text.locale)
        return sheet_of(project, text, self.layout, self.facts, drawing)

    def _disagreements(self) -> Iterator[Fault]:
        if self.layout.sections:
            yield from disagreements(self.layout, Text(self.source.path, self.source.anatomy.headings))

    def _too_full(self, sheet: Sheet) -> tuple[Overflow, ...]:
        return tuple(overflows(self._setter.metadata(TEMPLATE, sheet.json, "fit"), sheet.infographic))

    def _picture(self, sheet: Sheet, over: tuple[Overflow, ...]) -> bytes:
        marks = json.dumps({box.box: round(box.over, 1) for box in over}) if over else ""
        width, _ = PAPERS[self.layout.paper]
        return self._setter.png(TEMPLATE, sheet.json, _WIDTH / width * _INCH, marks)

    def _refused(self, sheet: Sheet) -> Iterator[Fault]:
        """What a picture shows somehow, and PDF/UA does not let pass: a letter that no font has."""
        try:
            self._setter.pdf(TEMPLATE, sheet.json)
        except TypesettingError as error:
            yield self._fault(error, sheet)

    def _fault(self, error: TypesettingError, sheet: Sheet) -> Fault:
        first = TypesettingError(str(error).partition("\n")[0], error.glyphs)
        return typesetting_fault(first, sheet.translation, self.project.root, RULE, "poster", "the posters")

    @property
    def _setter(self) -> Typesetter:
        return Typesetter(self.project.theme_dir)


def _drawn(layout: Layout, story: Story, facts: Facts, locale: str) -> Drawing:
    """Without what the layout has no place for; a section of which the text has no parts yet is drawn plainly."""
    drawing = draw(layout, replace(story, sections=tuple(_placed(layout, story))), facts, locale)
    empty = {look.id for look in layout.sections if look.parts}
    sections = (
        replace(section, component=PLAIN) if section.id in empty and not section.parts else section
        for section in drawing.sections
    )
    return replace(drawing, sections=tuple(sections))


def _placed(layout: Layout, story: Story) -> Iterator[Section]:
    for section in story.sections:
        if look := layout.section(section.id):
            parts = tuple(part for part in section.parts if look.part(part.id))
            yield replace(section, parts=parts)
