"""Tables of `pubs status`: every page in every language, or what there is to do in one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from publications.commands.arguments import chosen_locale, name_of_page, number
from publications.commands.messages import show
from publications.commands.progress import progress
from publications.packing import packed, unpacked
from publications.project import Locale, Project, load_project
from publications.recorded import Recorded
from publications.snapshot import Snapshot
from publications.status.coverage import Coverage, coverage_of
from publications.status.statuses import Statuses, is_shown
from publications.status.text_pictures import MissingPicture, missing_pictures
from publications.status.to_do import Task, to_do
from publications.status.told import told_as_json
from publications.translation.record import Status
from publications.translation.status import State, TranslationStatus

COLOURS = {
    State.MISSING: "red",
    State.ORPHAN: "red",
    State.OUTDATED: "yellow",
    State.PARTIAL: "yellow",
    State.DRAFT: "yellow",
    State.UNKNOWN: "magenta",
    State.TOUCH_UP: "cyan",
    State.WAITING: "cyan",
    State.CURRENT: "green",
    State.ADAPTED: "green",
    State.EXCLUDED: "dim",
}
_BAR = 20


def tell(root: Path, snapshot: Snapshot, typed: str | None) -> None:
    """Print where all languages stand, or what there is to do in one. typed: its code, None for all."""
    project = load_project(root)
    chosen = chosen_locale(project, typed) if typed else None
    told = Recorded(snapshot, "status").read_or(lambda: packed(_Standing.of(project, snapshot)).decode())
    standing = unpacked(_Standing, told.encode())
    statuses = standing.statuses
    show(fault for page in statuses.pages for fault in page.faults)
    _print_pictures(picture for picture in standing.pictures if not chosen or picture.locale == chosen.code)
    if chosen:
        _print_one(statuses, chosen)
    else:
        _print_all(statuses, project)


def as_json(root: Path, snapshot: Snapshot) -> str:
    """The same as one object for other programs."""
    standing = _Standing.of(load_project(root), snapshot)
    return told_as_json(standing.statuses, standing.pictures)


@dataclass(frozen=True, slots=True)
class _Standing:
    """All that there is to tell of."""

    statuses: Statuses
    pictures: tuple[MissingPicture, ...]

    @classmethod
    def of(cls, project: Project, snapshot: Snapshot) -> _Standing:
        """What it takes to find it is imported only now that something has changed."""
        with progress("Comparing") as step:
            site = import_module("publications.finding").find_all(project, snapshot, step)
        return cls(site.statuses, tuple(missing_pictures(site)))


def _print_pictures(pictures: Iterable[MissingPicture]) -> None:
    for picture in pictures:
        click.echo(
            f"missing  {picture.path}\n         draw {picture.source} in this language: it has text in it\n"
        )


def _print_all(statuses: Statuses, project: Project) -> None:
    console = Console()
    console.print(_matrix(statuses))
    click.echo()
    console.print(_progress(statuses, project.locales, bars=console.is_terminal))
    tasks = [task for code in project.codes for task in to_do(statuses, code)[:1]]
    behind = max(tasks, key=lambda task: task.lacking, default=None)
    click.echo(f"\nNext: pubs status {behind.own.locale}" if behind else "\nAll is translated.")


def _matrix(statuses: Statuses) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Page", overflow="fold")
    for code in statuses.locales:
        table.add_column(code, no_wrap=True)
    for page in statuses.pages:
        cells = [
            _cell(page.translations[code]) if code in page.translations else Text("original", style="dim")
            for code in statuses.locales
        ]
        table.add_row(name_of_page(page.page), *cells)
    return table


def _cell(own: TranslationStatus) -> Text:
    return Text(f"{own.state}{_share(own)}", style=COLOURS[own.state])


def _share(own: TranslationStatus) -> str:
    if own.state in (State.OUTDATED, State.TOUCH_UP, State.PARTIAL):
        return f" {own.blocks_to_do}/{own.blocks}"
    return ""


def _progress(statuses: Statuses, locales: Iterable[Locale], *, bars: bool) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Language")
    for heading in ("pages", "words", "words to do"):
        table.add_column(heading, justify="right")
    for locale in locales:
        coverage = coverage_of(statuses, locale.code)
        row = (
            f"{coverage.pages} of {coverage.all_pages}",
            _percent(coverage.of_words),
            f"{coverage.to_do:,}",
        )
        table.add_row(f"{locale.name} ({locale.code})", *row, _bar(coverage) if bars else None)
    return table


def _bar(coverage: Coverage) -> Text:
    done = int(coverage.of_words * _BAR)
    return Text("█" * done, style="green") + Text("░" * (_BAR - done), style="dim")


def _percent(share: float) -> str:
    """Rounded down: what is not whole is never called 100 %."""
    return f"{int(share * 100)} %"


def _print_one(statuses: Statuses, locale: Locale) -> None:
    coverage, tasks = coverage_of(statuses, locale.code), to_do(statuses, locale.code)
    console = Console()
    bar = Text(" ") + _bar(coverage) if console.is_terminal else Text()
    console.print(
        Text(f"{locale.name} ({locale.code}): ", style="bold")
        + Text(f"{coverage.pages} of {number(coverage.all_pages, 'page')}, ")
        + Text(f"{_percent(coverage.of_words)} of the words.")
        + bar,
        soft_wrap=True,
    )
    if unread := _unread(statuses, locale.code):
        click.echo(
            f"Machine translations that nobody has read yet: {number(len(unread), 'page')}, such as {unread[0]}."
            f"\nWhen one has been read: pubs done {locale.code} {unread[0]} --reviewed-by NAME"
        )
    if not tasks:
        click.echo(f"\nNothing to do.\n\nNext: pubs check {locale.code}")
        return
    click.echo()
    console.print(_list(tasks))
    click.echo(f"\n{number(coverage.to_do, 'word')} to do.\n\nNext: {next_command(tasks[0])}")


def _unread(statuses: Statuses, locale: str) -> list[str]:
    return [
        name_of_page(page.page)
        for page, own in statuses.in_locale(locale)
        if own.status is Status.MACHINE and is_shown(own.state)
    ]


def _list(tasks: Iterable[Task]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("State", no_wrap=True)
    table.add_column("Page", overflow="fold")
    table.add_column("Words", justify="right")
    for heading in ("From", "Version"):
        table.add_column(heading, no_wrap=True)
    for task in tasks:
        words = f"{task.words:,}" if task.words else "–"
        table.add_row(
            _cell(task.own), name_of_page(task.page.page), words, task.source or "–", task.version or "–"
        )
    return table


def next_command(task: Task) -> str:
    """What to type for a task."""
    locale, page = task.own.locale, name_of_page(task.page.page)
    if task.own.state is State.MISSING:
        return f"pubs start {locale} {page}"
    if task.own.state is State.UNKNOWN:
        return f"pubs done {locale} {page}"
    if task.own.state is State.WAITING:
        return f"pubs status {task.source}"
    return f"pubs diff {locale} {page}" if task.own.state is not State.ORPHAN else f"pubs check {locale}"
