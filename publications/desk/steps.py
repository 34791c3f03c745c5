"""Steps of a translation as a whole: begun, said to be done, and what an edit of its source makes outdated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from publications.desk.opened import Opened
from publications.facts.expansion import words_of_fact
from publications.facts.library import Facts
from publications.faults import PublicationError, likely
from publications.project import Project
from publications.repository import Repository
from publications.starter.naming import date_fault, name_fault
from publications.starter.publication import begun_publication
from publications.status.following import only_writer, read_following, write_following
from publications.status.meaning import read_minor_edit, write_minor_edit
from publications.status.starting import read_starting, write_starting
from publications.telling import RefusalError
from publications.translation.status import State


@dataclass(frozen=True, slots=True)
class Behind:
    """A translation that an edit of its source has made outdated. words: that wait for its translator."""

    locale: str
    words: int


def begin(project: Project, page: str, locale: str, source: str | None) -> None:
    """Make the page that a translator fills in; one that is there already is a PublicationError."""
    write_starting(project, read_starting(project, page, locale, source=source))


def finish(project: Project, page: str, locale: str) -> None:
    """Say that a translation says what its source says."""
    write_following(project, read_following(project, page, locale))


def means_the_same(project: Project, page: str, locale: str) -> None:
    """Say that the newest edit of a text changes no meaning, so that no translation has to follow it."""
    edit = read_minor_edit(project, page, locale)
    if edit.old != edit.new:
        who = Repository(project.root).user
        write_minor_edit(project, edit, who=who, why="", day=datetime.now().astimezone().date())


def begin_publication(project: Project, kind: str, name: str, locale: str, title: str) -> str:
    """Begin a page of a kind in a language; the page. A name that cannot be is a PublicationError."""
    chosen = next((one for one in project.kinds.all if one.id == kind), None)
    if chosen is None:
        kinds = likely(kind, [one.id for one in project.kinds.all])
        raise RefusalError("data/kinds.yml", "Write {better} instead of {typed}.", kind, kinds)
    folder = f"docs/{locale}/{chosen.folder}"
    if wrong := name_fault(name, folder) or date_fault(name, folder):
        raise PublicationError(wrong)
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


def behind(opened: Opened) -> tuple[Behind, ...]:
    """The translations that do not follow a text as it is now."""
    records = (tracked.record for tracked in opened.comparison.tracked.values())
    if not any(record and record.source == opened.locale for record in records):
        return ()  # where the others stand need not be worked out
    return tuple(
        Behind(own.locale, own.words)
        for own in opened.comparison.status.translations.values()
        if own.source == opened.locale and own.state in (State.OUTDATED, State.TOUCH_UP) and own.changes
    )
