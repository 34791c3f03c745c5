"""Views: the desk's pages as HTML, in the language of who sits at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader

from publications.catalogs import DESK, read_catalog, read_shipped
from publications.desk.front_form import form_of
from publications.desk.opened import Opened
from publications.desk.row_view import row_view
from publications.desk.session import Session, names_of_languages
from publications.finding import find_all
from publications.language.cldr import direction
from publications.language.direction import language_attributes
from publications.language.numbers import number_text
from publications.status.coverage import coverage_of
from publications.status.to_do import to_do


@dataclass(frozen=True)
class Views:
    """Makes pages for one session."""

    session: Session

    def home(self, ui: str) -> str:
        """All languages, with how far each has come."""
        site = find_all(self.session.project)
        coverages = [coverage_of(site.statuses, code) for code in site.statuses.locales]
        return self._html("home.html", ui, coverages=coverages, title=self.session.project.site_name)

    def task_list(self, locale: str) -> str:
        """What there is to do in a language, and the pages that are done."""
        site = find_all(self.session.project)
        tasks = to_do(site.statuses, locale)
        waiting = {task.page.page for task in tasks}
        done = [status.page for status in site.statuses.pages if status.page not in waiting]
        titles = {page: _title(site, page, locale) for page in site.pages}
        return self._html(
            "list.html",
            locale,
            locale=locale,
            tasks=tasks,
            done=done,
            titles=titles,
            coverage=coverage_of(site.statuses, locale),
            left=sum(task.words for task in tasks),
            kinds=tuple(self._kinds(locale)),
            is_original=lambda page: site.pages[page].status.original == locale,
        )

    def page(self, opened: Opened) -> str:
        """A page beside its source."""
        locale = opened.locale
        return self._html("page.html", locale, **self._page(opened))

    def rows(self, opened: Opened) -> str:
        """The rows of a page alone, to be put in place of older ones."""
        return self._html("rows.html", opened.locale, **self._rows(opened))

    def progress(self, opened: Opened) -> dict[str, object]:
        """How far a page has come: blocks and words to do, and both as they are written."""
        counted = [row for row in opened.rows if row.block.words]
        left = [row for row in counted if row.state.is_to_do]
        words = sum(row.words for row in left)
        return {
            "blocks": len(counted),
            "done": len(counted) - len(left),
            "left": len(left),
            "words": words,
            "text": self.words(opened.locale)["{done} of {all} parts done, words to write: {words}"].format(
                done=number_text(Decimal(len(counted) - len(left)), opened.locale),
                all=number_text(Decimal(len(counted)), opened.locale),
                words=number_text(Decimal(words), opened.locale),
            ),
        }

    def words(self, ui: str) -> Mapping[str, str]:
        """The desk's words in a language, by their English text."""
        return read_shipped(ui, DESK).messages

    def _page(self, opened: Opened) -> dict[str, Any]:
        locale, status = opened.locale, opened.comparison.status
        own = status.translations.get(locale)
        kind = self.session.project.kinds.of(opened.page)
        title = opened.reading.values.get("title") or opened.source.values.get("title") or opened.page
        return {
            **self._rows(opened),
            "title": str(title),
            "title_locale": locale if opened.reading.values.get("title") else opened.source_locale,
            "progress": self.progress(opened),
            "state": str(own.state) if own else "original",
            "name": opened.page.removesuffix(".md"),
            "form": form_of(opened) if opened.is_there else (),
            "has_poster": kind is not None and kind.is_sheet,
        }

    def _rows(self, opened: Opened) -> dict[str, Any]:
        rows = tuple(row_view(self.session, opened, row) for row in opened.rows)
        return {"opened": opened, "locale": opened.locale, "rows": rows}

    def _kinds(self, locale: str) -> Iterator[tuple[str, str]]:
        """Each kind of publication with what one of it is called."""
        project = self.session.project
        said = read_catalog(project, locale).messages
        for kind in project.kinds.all:
            msgid = kind.one.get("", "")
            yield kind.id, kind.one.get(locale) or said.get(msgid) or msgid or kind.id

    def _html(self, template: str, ui: str, **values: Any) -> str:  # noqa: ANN401 (a template takes anything)
        project = self.session.project
        return _html(template, ui, names=names_of_languages(project), project=project, **values)


def trouble_page(fault: str, ui: str) -> str:
    """What is said in place of a page that cannot be shown, whatever is wrong with the project."""
    return _html("trouble.html", ui, fault=fault)


def _html(template: str, ui: str, **values: Any) -> str:  # noqa: ANN401
    words = read_shipped(ui, DESK).messages
    return (
        _environment()
        .get_template(template)
        .render(
            ui=ui,
            _=words.__getitem__,
            words=dict(words),
            direction=direction,
            language=language_attributes,
            number=lambda count: number_text(Decimal(count), ui),
            **values,
        )
    )


def _title(site: Any, page: str, locale: str) -> tuple[str, str]:  # noqa: ANN401
    texts = site.pages[page].texts
    code = locale if locale in texts else site.pages[page].status.original or next(iter(texts))
    return texts[code].metadata.title or page, code


@lru_cache(maxsize=1)
def _environment() -> Environment:
    loader = PackageLoader("publications", "defaults/desk/templates")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
