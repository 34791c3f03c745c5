"""Charts at the desk: drawn as their forms are filled in, and written into their own lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from publications.catalogs import read_catalog
from publications.charts.block import ChartBlock
from publications.charts.chart_faults import find_chart_faults
from publications.charts.figure import source_line
from publications.charts.picture import NARROW, WIDE, chart_templates, inline_svg
from publications.charts.reading import read_chart
from publications.checks.rules import weighed
from publications.desk.chart_form import ChartForm, read_form, tidied, written_form
from publications.desk.chart_places import ChartPlace, chart_at, charts_in
from publications.desk.opened import Opened, open_page
from publications.desk.saving import Outcome, Saved, as_only_writer, insert, write_page
from publications.editing.edit import edited
from publications.facts.expansion import expand_facts, find_fact_faults
from publications.faults import Fault
from publications.project import Project
from publications.reading.reading import Reading
from publications.status.page_files import name_of
from publications.surroundings import Surroundings
from publications.telling import RefusalError


@dataclass(frozen=True, slots=True)
class Drawn:
    """What readers would see: wide and narrow, SVG for a page that has charts.css, "" when it cannot be drawn; a source.

    faults: what the check says of it; lines count from 1 within its text.
    """

    wide: str
    narrow: str
    source: str
    faults: tuple[Fault, ...]


def drawn(around: Surroundings, name: str, locale: str, text: str, heading: str = "") -> Drawn:
    """A chart's text drawn as the site draws it. name: of its page, for messages; heading: the one above it."""
    facts, reading = around.facts, Reading.of(text)
    written = partial(expand_facts, facts=facts, locale=locale)
    blocks = [
        replace(block, title=block.title or written(heading)) for block in reading.charts_with(written)[:1]
    ]
    found = [
        *find_fact_faults(reading.mentions, facts, name, locale),
        *find_chart_faults(blocks, name, locale, facts.sources),
    ]
    faults = tuple(weighed(around.project, dict.fromkeys(found), {}))
    wide, narrow = _pictures(around.project, blocks, locale)
    source = blocks[0].options.get("source", "") if blocks else ""
    return Drawn(
        wide, narrow, source_line(source, facts.sources, read_catalog(around.project, locale)), faults
    )


def save_chart(project: Project, page: str, locale: str, *, line: int, base: str, form: ChartForm) -> Saved:
    """Write a chart into its own lines. All else of the file stays byte for byte; a conflict writes nothing.

    base: the chart's text when it was opened; line: where it stood.
    """
    return as_only_writer(project, lambda: _saved(open_page(project, page, locale), line, base, form))


def insert_chart(project: Project, page: str, locale: str, *, key: str, form: ChartForm) -> Saved:
    """Put a new chart below a block."""
    text = written_form("", form)
    _refuse(chart_at(Reading.of(text), 1), form, name_of(page, locale))
    return insert(project, page, locale, key, text)


def _saved(opened: Opened, line: int, base: str, form: ChartForm) -> Saved:
    new = written_form(base, form)
    place = _same(opened.reading, line, base)
    now = place.text if place else ""
    if place is None or now not in (base, new):
        return Saved(Outcome.CONFLICT, new, now, opened)
    if now == new:
        return Saved(Outcome.UNCHANGED, new, now, opened)
    changed = edited(opened.original, [place.edit(new)])
    _refuse(chart_at(Reading.of(changed), place.line), form, opened.name)
    return write_page(opened, new, now, changed)


def _refuse(place: ChartPlace | None, form: ChartForm, name: str) -> None:
    """What would not be read as it was typed is not written."""
    if place is None or read_form(place.text) not in (form, tidied(form)):
        raise RefusalError(name, "What was typed would make no chart here. Nothing was written.")


def _same(reading: Reading, line: int, base: str) -> ChartPlace | None:
    """The chart that was opened: where it stood, or the only one that says what it said."""
    here = chart_at(reading, line)
    if here and here.text == base:
        return here
    same = [one for one in charts_in(reading) if one.text == base]
    return same[0] if len(same) == 1 else here


def _pictures(project: Project, blocks: list[ChartBlock], locale: str) -> tuple[str, str]:
    chart = read_chart(blocks[0], locale) if blocks else None
    if chart is None:
        return "", ""
    environment = chart_templates(project.theme_dir)
    return (
        str(inline_svg(chart, WIDE, "chart-form-wide", environment)),
        str(inline_svg(chart, NARROW, "chart-form-narrow", environment)),
    )
