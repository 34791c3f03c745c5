"""What the chart editor of a page asks for: a chart's form, its drawing as it is typed, and that it is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from publications.charts.chart import Kind
from publications.charts.written import OPTIONS
from publications.desk.answers import written
from publications.desk.chart_editing import Drawn, drawn, insert_chart, save_chart
from publications.desk.chart_form import NEW, as_json, from_json, read_form, table_line, written_form
from publications.desk.chart_places import chart_at, heading_above
from publications.desk.opened import Opened, named_page, open_page
from publications.desk.saving import Outcome
from publications.desk.session import Session
from publications.desk.views import Views
from publications.status.page_files import name_of
from publications.telling import RefusalError, for_browser

Values = Mapping[str, Any]


def chart_read(session: Session, views: Views, values: Values) -> dict[str, Any]:
    """The form of the chart in which a block stands; of a block in no chart, that of a new one. key: of its row."""
    opened, line = _opened(session, values)
    place = chart_at(opened.reading, line)
    if place is None:
        return chart_new(session, views, values)
    form = as_json(read_form(place.text))
    return {
        "form": form,
        "base": place.text,
        "line": place.line,
        "heading": place.heading,
        **_choices(session),
    }


def chart_new(session: Session, _: Views, values: Values) -> dict[str, Any]:
    """The form of a chart that is to stand below a block. key: of its row."""
    opened, line = _opened(session, values)
    heading = heading_above(opened.reading, line)
    return {"form": as_json(NEW), "base": "", "line": 0, "heading": heading, **_choices(session)}


def chart_draw(session: Session, _: Views, values: Values) -> dict[str, Any]:
    """A chart as its form says it now, and what the check says of that; nothing is written.

    form; base: its text when it was opened; heading: the one above it.
    """
    page, locale = str(values.get("page")), session.project.locale(str(values.get("locale"))).code
    text = written_form(str(values.get("base") or ""), from_json(values.get("form")))
    name, heading = name_of(page, locale), str(values.get("heading") or "")
    return _as_json(drawn(session.around, name, locale, text, heading), table_line(text))


def chart_save(session: Session, views: Views, values: Values) -> dict[str, Any]:
    """Writes a chart, or a new one below the row `key` where `base` is empty. line: where it stood."""
    page, locale = _page(session, values)
    form, base = from_json(values.get("form")), str(values.get("base") or "")
    if base:
        line = values["line"] if isinstance(values.get("line"), int) else 0
        saved = save_chart(session.project, page, locale, line=line, base=base, form=form)
    else:
        saved = insert_chart(session.project, page, locale, key=str(values.get("key")), form=form)
    answer = written(session, views, replace(saved, has_other_blocks=True))
    if saved.outcome is Outcome.CONFLICT:
        answer["form"] = as_json(read_form(saved.now)) if saved.now else None
    return answer


CHART_ACTIONS: Mapping[str, Callable[[Session, Views, Values], dict[str, Any]]] = MappingProxyType(
    {"chart-read": chart_read, "chart-new": chart_new, "chart-draw": chart_draw, "chart-save": chart_save}
)


def _as_json(made: Drawn, header: int) -> dict[str, Any]:
    """The drawing; each fault with the row of the table that it is about, the header 0, None for none."""
    faults = [
        {**for_browser(one), "row": one.line - header - 1 if header and one.line > header + 1 else None}
        for one in made.faults
    ]
    return {"wide": made.wide, "narrow": made.narrow, "source": made.source, "faults": faults}


def _choices(session: Session) -> dict[str, Any]:
    sources = session.around.facts.sources
    return {"types": list(Kind), "known": list(OPTIONS), "sources": sorted(sources)}


def _opened(session: Session, values: Values) -> tuple[Opened, int]:
    """The page, and the line on which the row's block stands in it."""
    opened = open_page(session.project, *_page(session, values))
    row = opened.row(str(values.get("key")))
    if row is None or row.own is None:
        raise RefusalError(
            opened.name,
            "This part is no longer there, or not yet. Load the page again, or write this part first.",
        )
    return opened, row.own.line


def _page(session: Session, values: Values) -> tuple[str, str]:
    return named_page(session.project, str(values.get("page")), str(values.get("locale")))
