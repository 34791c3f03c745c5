"""Meaning: an editor says of an edit that it changes none, so that no translation need follow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from publications.faults import Fault, PublicationError, did_you_mean
from publications.project import Project
from publications.reading.reading import read_blocks
from publications.repository import Repository
from publications.status.at_hand import SAME_MEANING, Answers, read_meanings, sources_of
from publications.status.following import only_writer
from publications.status.page_files import name_of, read_file, read_page, rewrite_file
from publications.status.reading import read_page_status
from publications.translation.changes import Change, changes_between
from publications.translation.counterparts import counterparts
from publications.translation.same_meaning import SameMeanings, same_meaning_line, with_lines
from publications.translation.status import PageStatus
from publications.translation.version import version_of


@dataclass(frozen=True)
class MinorEdit:
    """An edit between two versions of a text.

    old, new: the versions; changes: what the editor vouches for, none when the old text is lost.
    followers: the locales whose translations follow the old version.
    """

    page: str
    locale: str
    old: str
    new: str
    changes: tuple[Change, ...]
    followers: tuple[str, ...]


def read_minor_edit(project: Project, page: str, locale: str, *, since: str = "") -> MinorEdit:
    """The newest edit of a text: from the version before, by git or by its translations, or `since` that one."""
    text = read_page(project.root, page, locale)
    status = read_page_status(project, page)
    new = version_of(text).code
    old = since or _before(project, status, locale, new)
    is_same = read_meanings(project.root).is_same
    followers = tuple(
        code
        for code, own in status.translations.items()
        if own.source == locale and is_same(own.version, old)
    )
    before = Answers(project.root, page, SameMeanings()).source_text(old, locale)
    if since and before is None and since != new:
        raise PublicationError(_unknown_version(project, status, locale, since))
    blocks = read_blocks(text)
    changes: Sequence[Change] = ()
    if before is not None:
        old_blocks = read_blocks(before)
        changes = changes_between(old_blocks, blocks, counterparts(old_blocks, blocks), locale=locale)
    return MinorEdit(page, locale, old, new, tuple(changes), followers)


def _unknown_version(project: Project, status: PageStatus, locale: str, typed: str) -> Fault:
    known = {own.version for own in status.translations.values() if own.source == locale and own.version}
    hint = did_you_mean(typed, known or sources_of(project.root).codes())
    return Fault(name_of(status.page, locale), 0, f"there was no version '{typed}' of it. {hint}")


def write_minor_edit(project: Project, edit: MinorEdit, *, who: str, why: str, day: date) -> str:
    """Add the line to `i18n/same-meaning.txt`, unless it says so already; the line."""
    words = (name_of(edit.page, edit.locale), day.isoformat(), f"{who}:", why)
    line = same_meaning_line(edit.old, edit.new, (word for word in words if word.strip(": ")))
    with only_writer(project.root):
        if not read_meanings(project.root).is_same(edit.old, edit.new):
            is_there = (project.root / SAME_MEANING).is_file()
            before = read_file(project.root, SAME_MEANING) if is_there else None
            rewrite_file(project.root, SAME_MEANING, before, with_lines(before or "", [line]))
    return line


def _before(project: Project, status: PageStatus, locale: str, new: str) -> str:
    """The version before the one of today, as git knows it; without git, the one that all translations follow."""
    git = Repository(project.root)
    for past in git.past(name_of(status.page, locale)):
        version = version_of(git.text(past.revision) or "").code
        if version != new:
            return version
    behind = {
        own.version
        for own in status.translations.values()
        if own.source == locale and own.version not in ("", new)
    }
    if len(behind) == 1:
        return behind.pop()
    name = name_of(status.page, locale)
    if not behind:
        message = "no translation follows an older text: there is nothing to say."
        said = "No translation follows an older text, so there is nothing to say."
        raise PublicationError(Fault(name, 0, message, said=said))
    message = f"its translations follow different versions. Say since which nothing has changed: --since {min(behind)}"
    said = (
        "The translations follow different versions of this text. The command “pubs minor” can say it of one."
    )
    raise PublicationError(Fault(name, 0, message, said=said))
