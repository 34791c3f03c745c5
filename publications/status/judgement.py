"""The gates of a project, judged by where its translations stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatchcase

from publications.faults import Fault, Level, did_you_mean
from publications.project import CONFIG, Project
from publications.status.coverage import coverage_of
from publications.status.gates import Gates, read_gates
from publications.status.page_files import name_of
from publications.status.since import outdated_since
from publications.status.statuses import Statuses, is_shown
from publications.translation.status import State

_RULE = "gate"


def gate_faults(project: Project, statuses: Statuses, *, today: date) -> Iterator[Fault]:
    """Every broken gate, and everything that is wrong in how the gates are written."""
    gates = read_gates(project)
    yield from gates.faults
    if not gates.is_open:
        yield from _pages(gates, statuses)
        yield from _days(gates, statuses, project, today)
        yield from _coverage(gates, statuses, project)


def _pages(gates: Gates, statuses: Statuses) -> Iterator[Fault]:
    for pattern, locales in gates.pages.items():
        pages = [status for status in statuses.pages if fnmatchcase(status.page, pattern)]
        if not pages:
            hint = did_you_mean(pattern, statuses.by_page)
            message = f"extra: gates: pages: there is no page '{pattern}'. {hint}"
            yield Fault(CONFIG, 0, message, Level.ERROR, _RULE)
        for status in pages:
            for locale in locales:
                own = status.translations.get(locale)
                if own and not is_shown(own.state):
                    yield _missing(gates, status.page, locale, own.state)


def _missing(gates: Gates, page: str, locale: str, state: State) -> Fault:
    name = page.removesuffix(".md")
    do = f"Begin it with: pubs start {locale} {name}"
    if state is State.DRAFT:
        do = f"When it is finished: pubs done {locale} {name}"
    message = f"must exist in '{locale}' (gates: pages), and is {state}. {do}"
    return Fault(name_of(page, locale), 0, message, gates.level, _RULE)


def _days(gates: Gates, statuses: Statuses, project: Project, today: date) -> Iterator[Fault]:
    for locale, most in gates.days.items():
        for status, own in statuses.in_locale(locale):
            if own.state is not State.OUTDATED:
                continue
            since = outdated_since(project.root, status.page, own, today=today)
            place, do = name_of(status.page, locale), f"pubs diff {locale} {status.page.removesuffix('.md')}"
            if since.day is None:
                message = (
                    f"is outdated; without git nobody can tell since when, so no gate judges it. Next: {do}"
                )
                yield Fault(place, 0, message, Level.INFO, _RULE)
            elif (days := (today - since.day).days) > most:
                told = f"since {since.day} or longer" if since.is_at_least else f"since {since.day}"
                message = f"is outdated {told}, {days} days; {most:g} are allowed (gates: outdated_days). Next: {do}"
                yield Fault(place, 0, message, gates.level, _RULE)


def _coverage(gates: Gates, statuses: Statuses, project: Project) -> Iterator[Fault]:
    for locale, least in gates.coverage.items():
        share = coverage_of(statuses, locale).of_words * 100
        if share < least:
            message = (
                f"extra: gates: coverage: {project.locale(locale).name} has {int(share)} % of the words, and "
                f"{least:g} % are asked for. What there is to do: pubs status {locale}"
            )
            yield Fault(CONFIG, 0, message, gates.level, _RULE)
