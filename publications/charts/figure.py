"""Charts in a page: each figure that the Markdown left, drawn for one reader."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup

from publications.catalogs import Catalog, read_catalog
from publications.charts.block import ChartBlock, Row, Table
from publications.charts.picture import NARROW, WIDE, chart_templates, inline_svg
from publications.charts.reading import read_chart
from publications.facts.source import Source
from publications.language.direction import language_attributes
from publications.pages import Publications

FIGURE = re.compile(
    r'<figure class="chart" data-chart="(?P<options>[^"]*)">\s*'
    r"(?:<figcaption>(?P<caption>.*?)</figcaption>)?(?P<rest>.*?)</figure>",
    re.DOTALL,
)
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
_HEADING = re.compile(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]>", re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who a page is drawn for.

    interface: the texts of the site in the reader's language; content: the same in the language of the page.
    sources: those of data/sources.yml, by id.
    """

    interface: Catalog
    content: Catalog
    environment: Environment
    sources: Mapping[str, Source]


def reader_of(publications: Publications, page: str, locale: str, sources: Mapping[str, Source]) -> Reader:
    """The reader of a page (its path in all locales) in one locale."""
    project, shown = publications.project, publications.shown(page, locale)
    interface = read_catalog(project, locale)
    is_fallback = shown is not None and shown.locale != locale
    content = read_catalog(project, shown.locale) if shown and is_fallback else interface
    return Reader(interface, content, chart_templates(project.theme_dir), sources)


def has_charts(html: str) -> bool:
    """Whether there is anything to draw in a page."""
    return FIGURE.search(html) is not None


def with_charts(html: str, reader: Reader) -> str:
    """The page with its charts drawn; one that has faults stays a table with a caption."""
    parts: list[str] = []
    end = 0
    for number, match in enumerate(FIGURE.finditer(html), start=1):
        parts += html[end : match.start()], _drawn(match, html, number, reader)
        end = match.end()
    return "".join((*parts, html[end:]))


def _drawn(match: re.Match[str], html: str, number: int, reader: Reader) -> str:
    table = _TABLE.search(match["rest"])
    caption = match["caption"] or ""
    title = _words(caption) or _heading_above(html, match.start())
    options = json.loads(entities.unescape(match["options"]))
    chart = read_chart(
        ChartBlock(title, options, _table(table.group()) if table else None), reader.content.locale
    )
    if not chart or not table:
        return match.group()
    notes = (match["rest"][: table.start()] + match["rest"][table.end() :]).strip()
    name = f"chart-{number}"
    figure = reader.environment.get_template("figure.html").render(
        chart=chart,
        caption=Markup(caption),  # noqa: S704 (Python-Markdown made it)
        wide=inline_svg(chart, WIDE, f"{name}-wide", reader.environment),
        narrow=inline_svg(chart, NARROW, f"{name}-narrow", reader.environment),
        notes=Markup(notes),  # noqa: S704 (Python-Markdown made it)
        source=source_line(chart.source, reader.sources, reader.content),
        dataset=reader.sources.get(chart.source),
        summary=reader.interface.gettext("Show the figures"),
        lang=language_attributes(reader.interface.locale, reader.content.locale),
        table=Markup(table.group()),  # noqa: S704 (Python-Markdown made it)
    )
    return figure.rstrip("\n")


def source_line(source: str, sources: Mapping[str, Source], catalog: Catalog) -> str:
    """Below a chart, as "Källa: Eurostat" in the language of the catalog; "" where no source is named."""
    named = sources.get(source)
    name = named.publisher if named else source
    return catalog.gettext("Source: {source}").format(source=name) if name else ""


def _heading_above(html: str, position: int) -> str:
    headings = _HEADING.findall(html[:position])
    return _words(headings[-1]) if headings else ""


def _table(html: str) -> Table:
    rows = [tuple(_words(cell) for cell in _CELL.findall(row)) for row in _ROW.findall(html)]
    return Table(rows[0] if rows else (), tuple(Row(cells, 0) for cells in rows[1:]))


def _words(html: str) -> str:
    return " ".join(re.split(r"[ \n\t]+", entities.unescape(_TAG.sub("", html)).strip(" \n\t")))
