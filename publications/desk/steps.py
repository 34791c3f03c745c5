"""Steps of a translation as a whole: begun, said to be done, and what an edit of its source makes outdated."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from publications.facts.expansion import words_of_fact
from publications.facts.library import Facts
from publications.faults import Fault, PublicationError, did_you_mean
from publications.project import Project
from publications.repository import Repository
from publications.starter.naming import date_problem, name_problem
from publications.starter.publication import begun_publication
from publications.status.following import Following, only_writer, read_following, write_following
from publications.status.meaning import read_minor_edit, write_minor_edit
from publications.status.reading import read_page_status
from publications.status.starting import read_starting, write_starting
from publications.translation.status import PageStatus, State


@dataclass(frozen=True, slots=True)
class Behind:
    """A translation that an edit of its source has made outdated. words: that wait for its translator."""

    locale: str
    words: int


def begin(project: Project, page: str, locale: str, source: str | None) -> None:
    """Make the page that a translator fills in; one that is there already is a PublicationError."""
    write_starting(project, read_starting(project, page, locale, source=source))


def finish(project: Project, page: str, locale: str, *, sure: bool) -> Following:
    """Say that a translation says what its source says. Unless `sure`, nothing is written while something is unanswered."""
    following = read_following(project, page, locale)
    if sure or not (following.unanswered or following.untranslated):
        write_following(project, following)
    return following


def means_the_same(project: Project, page: str, locale: str) -> None:
    """Say that the newest edit of a text changes no meaning, so that no translation has to follow it."""
    edit = read_minor_edit(project, page, locale)
    who = (Repository(project.root).ask("config", "user.name") or getpass.getuser()).strip()
    if edit.old != edit.new:
        write_minor_edit(project, edit, who=who, why="", day=datetime.now().astimezone().date())


def begin_publication(project: Project, kind: str, name: str, locale: str, title: str) -> str:
    """Begin a page of a kind in a language; the page. A name that cannot be is a PublicationError."""
    chosen = next((one for one in project.kinds.all if one.id == kind), None)
    if chosen is None:
        known = did_you_mean(kind, [one.id for one in project.kinds.all])
        raise PublicationError(Fault("data/kinds.yml", 0, f"there is no kind '{kind}'. {known}"))
    if problem := name_problem(name) or date_problem(name):
        raise PublicationError(Fault(f"docs/{locale}/{chosen.folder}", 0, problem))
    today = datetime.now().astimezone().date()
    made = begun_publication(project, chosen, name, locale, title or None, today)
    with only_writer(project.root):
        made.write(project.root)
    return made.page


def facts_in(facts: Facts, locale: str) -> Iterator[dict[str, object]]:
    """Each fact with its forms in a language; what cannot be written in it is left out."""
    for fact in facts.facts.values():
        usual = next(iter(fact.forms), "")
        forms = {form: words_of_fact(facts, locale, fact.id, form) for form in fact.forms}
        yield {"id": fact.id, "usual": usual, "forms": {form: text for form, text in forms.items() if text}}


def behind(project: Project, page: str, locale: str) -> tuple[PageStatus, tuple[Behind, ...]]:
    """The translations that do not follow a text as it is now."""
    status = read_page_status(project, page)
    return status, tuple(_behind(status, locale))


def _behind(status: PageStatus, locale: str) -> Iterator[Behind]:
    for own in status.translations.values():
        if own.source == locale and own.state in (State.OUTDATED, State.TOUCH_UP) and own.changes:
            yield Behind(own.locale, own.words)
