"""A sheet: everything that one poster says and shows, in one language, as values for theme/poster."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urljoin, urlsplit

from publications.catalogs import Catalog, read_catalog
from publications.charts.figure import source_line
from publications.facts.expansion import words_of_fact
from publications.facts.library import Facts
from publications.facts.partner import read_partners
from publications.layouts.drawing import Drawing, DrawnSection, drawn_html
from publications.layouts.layout import Layout
from publications.pages import Publications, Translation, url_of
from publications.paper.imprint import imprint_values
from publications.paper.sections import section_values
from publications.paper.social import picture_text
from publications.paper.words import Setting as PaperSetting
from publications.paper.words import block_nodes, inline_nodes
from publications.project import Project
from publications.reading.html import Setting
from publications.reading.reading import Reading
from publications.reading.rendered import rendered

# Millimetres: width, height.
PAPERS: Mapping[str, tuple[int, int]] = {"a4": (210, 297)}
# Three thirds may be a little more than one.
_WHOLE = 1.001


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a poster is made of: the text it shows, its layout, and all values as JSON."""

    translation: Translation
    layout: Layout
    infographic: Drawing
    json: str


def read_infographic(text: Translation, layout: Layout, facts: Facts) -> Drawing:
    """The infographic that a text is, drawn by its layout; as its page has it."""
    reading = Reading.of(text.path.read_bytes().decode("utf-8-sig"))
    return drawn_html(layout, facts, text.locale, html_of(reading, facts, text.locale))


def html_of(reading: Reading, facts: Facts, locale: str) -> str:
    """A text as posters are drawn from it: its links as they were typed, its charts as tables."""
    return rendered(reading, Setting(address=str, fact=partial(words_of_fact, facts, locale))).html


def read_sheet(publications: Publications, text: Translation, layout: Layout, facts: Facts) -> Sheet:
    """Gather everything that a poster of this text says and shows."""
    return sheet_of(publications.project, text, layout, facts, read_infographic(text, layout, facts))


def sheet_of(
    project: Project, text: Translation, layout: Layout, facts: Facts, infographic: Drawing
) -> Sheet:
    """The same, of a text that has been drawn."""
    gatherer = _Gatherer(project, text, read_catalog(project, text.locale), facts)
    values = gatherer.values(infographic, layout)
    return Sheet(text, layout, infographic, json.dumps(values, ensure_ascii=False, sort_keys=True))


@dataclass(frozen=True, slots=True)
class _Gatherer:
    project: Project
    text: Translation
    catalog: Catalog
    facts: Facts

    @property
    def setting(self) -> PaperSetting:
        return PaperSetting(self.text.locale, self._address, self._source)

    def values(self, infographic: Drawing, layout: Layout) -> dict[str, object]:
        width, height = PAPERS[layout.paper]
        has_partners = any(section.component == "partners" for section in infographic.sections)
        return {
            **imprint_values(self.project, self.catalog),
            "paper": {"width": width, "height": height},
            "title": self.text.title,
            "heading": inline_nodes(infographic.title, self.setting),
            "lead": self.text.summary,
            "opening": block_nodes(infographic.opening, self.setting),
            "picture": picture_text(self.text),
            "alt": self.text.alt,
            "rows": [self._row(row) for row in _rows(infographic.sections)],
            "address": self.project.site_url + self.text.url,
            "partners-label": self.catalog.gettext("The partners of the project"),
            "partners": [] if has_partners else self._partners(),
        }

    def _row(self, sections: tuple[DrawnSection, ...]) -> dict[str, object]:
        return {
            "share": max(section.share for section in sections),
            "sections": [section_values(section, self.setting) for section in sections],
        }

    def _partners(self) -> list[Mapping[str, str]]:
        partners, _ = read_partners(self.project.root)
        return [{"name": partner.name, "lang": partner.language} for partner in partners]

    def _address(self, link: str) -> str:
        """Where a link of the text leads from paper: "../newsletters/2021-05.md" becomes https://…/2021-05/."""
        if urlsplit(link).scheme or link.startswith("#"):
            return link if not link.startswith("#") else self.project.site_url + self.text.url + link
        path, _, anchor = link.partition("#")
        page = posixpath.normpath(posixpath.join(posixpath.dirname(self.text.page), path))
        below = url_of(page, self.text.locale) if page.endswith(".md") else f"{self.text.locale}/{page}"
        return urljoin(self.project.site_url, below) + (f"#{anchor}" if anchor else "")

    def _source(self, source: str) -> str:
        line = source_line(source, self.facts.sources, self.catalog)
        return line and f"{line}."


def _rows(sections: tuple[DrawnSection, ...]) -> Iterator[tuple[DrawnSection, ...]]:
    """Sections that stand side by side: as many as the sheet is wide."""
    row: list[DrawnSection] = []
    for section in sections:
        if row and sum(other.width.part for other in row) + section.width.part > _WHOLE:
            yield tuple(row)
            row = []
        row.append(section)
    if row:
        yield tuple(row)
