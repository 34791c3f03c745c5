"""An issue: a newsletter in one language as it leaves the site, its text drawn and every address absolute."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

from publications.catalogs import Catalog, read_catalog
from publications.charts.figure import source_line
from publications.facts.library import Facts
from publications.language.dates import PartialDate, date_text, parse_date
from publications.language.names import language_name
from publications.layouts.drawing import Drawing, DrawnSection, drawn_html
from publications.layouts.layout_file import read_layout
from publications.pages import Publications, Translation
from publications.paper.imprint import imprint_values
from publications.project import Project
from publications.reading.allow_list import absolute

PAPER_TEMPLATE, LETTER_TEMPLATE = "newsletter/newsletter.typ", "email/letter.mjml"

_NOTE = re.compile(r'<li id="(fn:[^"]+)">(.*?)</li>\s*(?=<li id="fn:|</ol>\s*</div>\s*$)', re.DOTALL)
_WAY_BACK = re.compile(r'[\s\u00a0]*<a\b[^>]*class="footnote-backref"[^>]*>.*?</a>', re.DOTALL)


@dataclass(frozen=True)
class Issue:
    """A text that goes out. drawing: with absolute addresses."""

    project: Project
    facts: Facts
    text: Translation
    drawing: Drawing

    @property
    def locale(self) -> str:
        return self.text.locale

    @property
    def address(self) -> str:
        return self.project.site_url + self.text.url

    @property
    def name(self) -> str:
        """The last part of its page's path: "2021-05"."""
        return self.text.page.rpartition("/")[2].removesuffix(".md")

    @property
    def date(self) -> PartialDate | None:
        return parse_date(self.text.date)

    @property
    def date_words(self) -> str:
        return date_text(self.text.date, self.locale) if self.text.date else ""

    @cached_property
    def catalog(self) -> Catalog:
        return read_catalog(self.project, self.locale)

    @cached_property
    def imprint(self) -> Mapping[str, object]:
        """Who publishes it and who funds it, in its language."""
        return imprint_values(self.project, self.catalog)

    @property
    def note(self) -> str:
        """That a machine has translated it, where one has and nobody has read it; else ""."""
        if self.text.status != "machine" or not self.text.source_locale:
            return ""
        words = self.catalog.gettext(
            "This text was machine-translated from %(language)s, and no native speaker has read it yet."
        )
        name = language_name(self.text.source_locale, self.locale)
        return words % {"language": name or self.project.locale(self.text.source_locale).name}

    @cached_property
    def notes(self) -> Mapping[str, str]:
        """HTML of the footnotes by their ids, without the ways back."""
        found = {name: _WAY_BACK.sub("", html).strip() for name, html in _NOTE.findall(self.drawing.notes)}
        return MappingProxyType(found)

    @property
    def picture(self) -> Path | None:
        """The file of the picture that opens it."""
        file = self.text.path.parent / self.text.picture
        return file if self.text.picture and file.is_file() else None

    def source(self, name: str) -> str:
        """The line below a chart, as "Källa: Eurostat."; "" where no source is named."""
        line = source_line(name, self.facts.sources, self.catalog)
        return line and f"{line}."

    def file_of(self, address: str) -> Path | None:
        """The file of a picture of the site, by its address."""
        below = unquote(address.removeprefix(self.project.site_url))
        file = self.project.docs_dir / below
        inside = below != address and ".." not in Path(below).parts
        return file if inside and file.is_file() else None


def issue_of(publications: Publications, facts: Facts, text: Translation, html: str) -> Issue:
    """An issue of a text's HTML as its page has it."""
    project = publications.project
    whole = absolute(html, project.site_url + text.url)
    layout, _ = read_layout(project, text.page, facts)
    return Issue(project, facts, text, drawn_html(layout, facts, text.locale, whole))


def sections_of(drawing: Drawing) -> Iterator[DrawnSection]:
    """Its sections, each before its pieces."""
    for section in drawing.sections:
        yield section
        yield from section.pieces
