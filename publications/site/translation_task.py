"""A task of the translators' page: one translation that waits, with the changes and the lines to touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from publications.cms.config import entry_address
from publications.cms.desk import has_cms
from publications.language.numbers import number_text
from publications.pages import Publications, url_of
from publications.project import Project
from publications.site.addresses import edit_url, new_file_url, relative
from publications.site.cards import name_of
from publications.site.page_view import TRANSLATIONS
from publications.status.page_files import name_of as file_of
from publications.status.page_files import read_page
from publications.status.to_do import Task
from publications.translation.diff import Pieces, SideBySide, side_by_side
from publications.translation.gaps import Gap
from publications.translation.status import State
from publications.translation.touch_up import Replacement, touch_up


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change of the source. lines: of the translator's file; is_near: what is new belongs below them.

    yours: what the file says there; replacements: lines as they could be.
    """

    kind: str
    is_moved: bool
    lines: str
    is_near: bool
    source_line: int
    old: Pieces
    new: Pieces
    yours: str
    replacements: tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    """A part that is not translated. line: where it stands, or below which it belongs."""

    line: int
    is_left_out: bool
    text: str


@dataclass(frozen=True, slots=True)
class TaskView:
    """One translation that waits.

    page: without its ending; file: below the project's root; anchor: of its place on the translators' page.
    source_locale, source_language: what it is translated from; source_url: that text's file on the web.
    version: what to write into its front matter when it is done; record: the front matter's lines for that.
    edit_url: where the file is edited, or begun when it is missing; form_url: the same in a form, where the site has one.
    """

    page: str
    file: str
    anchor: str
    title: str
    title_locale: str
    url: str
    state: str
    status: str
    changed: int
    blocks: int
    words: str
    source_locale: str
    source_language: str
    source_url: str
    version: str
    record: str
    edit_url: str
    form_url: str
    has_diff: bool
    changes: tuple[ChangeView, ...]
    gaps: tuple[GapView, ...]


def task_view(publications: Publications, task: Task, locale: str) -> TaskView:
    """What is shown of a task; reads the translator's file where one of its lines can be offered anew."""
    project, own, page = publications.project, task.own, task.page.page
    shown = publications.shown(page, locale)
    is_missing = own.state is State.MISSING
    record = _record(task)
    return TaskView(
        page=page.removesuffix(".md"),
        file=file_of(page, locale),
        anchor="task-" + page.removesuffix(".md").replace("/", "-"),
        title=shown.title if shown else page,
        title_locale=shown.locale if shown else locale,
        url=relative(url_of(page, locale), seen_from=url_of(TRANSLATIONS, locale)) if shown else "",
        state=own.state,
        status=str(own.status or ""),
        changed=min(own.blocks_to_do, own.blocks),
        blocks=own.blocks,
        words=number_text(Decimal(task.words), locale),
        source_locale=task.source,
        source_language=name_of(publications, task.source, locale) if task.source in project.codes else "",
        source_url=edit_url(project, page, task.source) if task.source else "",
        version=task.version,
        record=record,
        edit_url=(
            new_file_url(project, page, locale, text=f"---\n{record}---\n\n")
            if is_missing
            else edit_url(project, page, locale)
        ),
        form_url=_form_url(project, page, locale),
        has_diff=own.has_diff,
        changes=tuple(_changes(publications, task)),
        gaps=tuple(_gap(gap) for gap in own.gaps),
    )


def _form_url(project: Project, page: str, locale: str) -> str:
    entry = entry_address(page, locale) if has_cms(project) else ""
    return relative("admin/", seen_from=url_of(TRANSLATIONS, locale)) + entry if entry else ""


def _record(task: Task) -> str:
    """The lines of front matter to write: all of them for a new page; what a finished draft, or an update, needs."""
    version = f"  version: {task.version}\n"
    if task.own.state is State.MISSING:
        return f"translation:\n  source: {task.source}\n{version}  status: draft\n"
    return f"{version}  status: translated\n" if task.own.state is State.DRAFT else version


def _changes(publications: Publications, task: Task) -> Iterator[ChangeView]:
    offering = any(change.kind.is_touch_up for change in task.own.changes)
    root, page = publications.project.root, task.page.page
    text = read_page(root, page, task.own.locale) if offering else ""
    for shown in side_by_side(task.own.changes):
        yield _change(shown, touch_up(shown.change, text) if offering else ())


def _change(shown: SideBySide, replacements: tuple[Replacement, ...]) -> ChangeView:
    change = shown.change
    first, last = (change.end_line, change.end_line) if change.is_near else (change.line, change.end_line)
    return ChangeView(
        kind=change.kind,
        is_moved=change.is_moved,
        lines=str(first) if first == last else f"{first}–{last}",
        is_near=change.is_near,
        source_line=change.source_line,
        old=shown.old,
        new=shown.new,
        yours=change.translation,
        replacements=replacements,
    )


def _gap(gap: Gap) -> GapView:
    return GapView(gap.end_line if gap.is_left_out else gap.line, gap.is_left_out, gap.text)
