"""The translators' page of a language: how far each language has come, what to do next, and which lines to touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from publications.language.numbers import number_text, percent_text
from publications.pages import Publications, url_of
from publications.site.addresses import relative
from publications.site.cards import name_of
from publications.site.page_view import TRANSLATIONS
from publications.site.translation_task import TaskView, task_view
from publications.status.coverage import Coverage, coverage_of
from publications.status.statuses import Statuses
from publications.status.to_do import to_do
from publications.translation.status import PageStatus, State


@dataclass(frozen=True, slots=True)
class Progress:
    """A language in numbers, which are written as the reader's language writes them.

    language: its name in the reader's language; percent: from 0 to 100, rounded down.
    """

    locale: str
    language: str
    pages: str
    all_pages: str
    percent: int
    percent_text: str
    to_do: str
    is_readers: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A page in one language. state: a state, or "original"; task: where on this page it is told, or ""."""

    locale: str
    state: str
    changed: int
    blocks: int
    task: str


@dataclass(frozen=True, slots=True)
class Row:
    """A page in all languages; title_locale: the language of its title. url: relative."""

    page: str
    title: str
    title_locale: str
    url: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TranslationsView:
    """All that the template shows. language: the reader's, as it calls itself; words: to be written in it."""

    locale: str
    language: str
    progress: tuple[Progress, ...]
    rows: tuple[Row, ...]
    tasks: tuple[TaskView, ...]
    words: str


def translations_view(publications: Publications, statuses: Statuses, locale: str) -> TranslationsView:
    """The page of one language."""
    coverages = [coverage_of(statuses, code) for code in statuses.locales]
    tasks = tuple(task_view(publications, task, locale) for task in to_do(statuses, locale))
    anchors = {task.page: task.anchor for task in tasks}
    return TranslationsView(
        locale=locale,
        language=name_of(publications, locale, locale),
        progress=tuple(_progress(publications, coverage, locale) for coverage in coverages),
        rows=tuple(_row(publications, status, locale, anchors) for status in statuses.pages),
        tasks=tasks,
        words=number_text(Decimal(coverage_of(statuses, locale).to_do), locale),
    )


def _progress(publications: Publications, coverage: Coverage, locale: str) -> Progress:
    percent = int(coverage.of_words * 100)
    return Progress(
        locale=coverage.locale,
        language=name_of(publications, coverage.locale, locale),
        pages=number_text(Decimal(coverage.pages), locale),
        all_pages=number_text(Decimal(coverage.all_pages), locale),
        percent=percent,
        percent_text=percent_text(Decimal(percent), locale),
        to_do=number_text(Decimal(coverage.to_do), locale),
        is_readers=coverage.locale == locale,
    )


def _row(publications: Publications, status: PageStatus, locale: str, anchors: dict[str, str]) -> Row:
    shown = publications.shown(status.page, locale)
    here = url_of(TRANSLATIONS, locale)
    return Row(
        page=status.page.removesuffix(".md"),
        title=shown.title if shown else status.page,
        title_locale=shown.locale if shown else locale,
        url=relative(url_of(status.page, locale), seen_from=here) if shown else "",
        cells=tuple(_cells(publications, status, locale, anchors)),
    )


def _cells(
    publications: Publications, status: PageStatus, locale: str, anchors: dict[str, str]
) -> Iterator[Cell]:
    for code in publications.project.codes:
        own = status.translations.get(code)
        if own is None:
            yield Cell(code, "original", 0, 0, "")
            continue
        counted = own.state in (State.OUTDATED, State.TOUCH_UP, State.PARTIAL)
        changed = min(own.blocks_to_do, own.blocks) if counted else 0
        yield Cell(
            code, own.state, changed, own.blocks, anchors.get(status.page, "") if code == locale else ""
        )
