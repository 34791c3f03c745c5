"""Following: a translator says "this says what that version of its source says", and the page remembers it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from filelock import FileLock, Timeout

from publications.faults import Fault, PublicationError
from publications.project import Project
from publications.reading import frontmatter
from publications.reading.encoding import as_lines
from publications.repository import Repository
from publications.status.at_hand import sources_of
from publications.status.page_files import GONE, MEANWHILE, name_of, path_of, read_page, rewrite_file
from publications.status.reading import read_page_status
from publications.translation.changes import Change
from publications.translation.done import follow, unanswered
from publications.translation.gaps import Gap
from publications.translation.record import Record, Status, read_tracking
from publications.translation.status import PageStatus, TranslationStatus
from publications.translation.version import read_version, version_of

_WAIT = 20.0  # seconds


@dataclass(frozen=True)
class Following:
    """What saying "done" of a translation would mean.

    page, locale, source: which text, and the locale it was made from; version: of the source as it is now.
    old, new: the translation's file before and after; they differ in the record only.
    unanswered: changes of the source of which the file shows no trace; untranslated: parts of a new
    translation that are still in the source language or not there. Each is to be made or confirmed.
    """

    page: str
    locale: str
    source: str
    version: str
    old: str
    new: str
    before: TranslationStatus
    unanswered: tuple[Change, ...]
    untranslated: tuple[Gap, ...]

    @property
    def follows_unknown_text(self) -> bool:
        """Whether its version names a text that nobody has, so that no change could be shown."""
        return read_version(self.before.version) is not None and not self.before.has_diff


def read_following(project: Project, page: str, locale: str, *, reviewer: str = "") -> Following:
    """Look at a translation and its source, and write nothing.

    A PublicationError says why there is nothing to follow: no file, an original, a lost source.
    """
    text = _text(project, page, locale)
    status = read_page_status(project, page)
    record = _record(project, status, text, locale)
    source = read_page(project.root, page, record.source)
    version = version_of(source).code
    own = status.translations[locale]
    is_new = record.status is Status.DRAFT
    new = follow(text, version, status=Status.TRANSLATED if is_new else None, reviewer=reviewer)
    _refuse_a_broken_record(project, page, locale, text, new, version)
    before = _before(project, page, locale, record) if own.changes else None
    left = unanswered(own.changes, source=source, translation=text, previous=before)
    return Following(
        page, locale, record.source, version, text, new, own, left, own.gaps if is_new or reviewer else ()
    )


def write_following(project: Project, following: Following) -> PageStatus:
    """Keep the source's text in the store, then the version in the translation; the page's status from then on.

    Either file is written whole or not at all. A translation that somebody changed meanwhile is left alone.
    """
    name = name_of(following.page, following.locale)
    with only_writer(project.root):
        source = read_page(project.root, following.page, following.source)
        if version_of(source).code != following.version:
            _refuse(
                name_of(following.page, following.source),
                "was changed meanwhile. Look at it again",
                MEANWHILE,
            )
        sources_of(project.root).add(source)
        rewrite_file(project.root, name, following.old, following.new)
    return read_page_status(project, following.page)


@contextmanager
def only_writer(root: Path) -> Iterator[None]:
    """Two commands that write into translations or into what remembers them take turns."""
    (root / ".cache").mkdir(exist_ok=True)
    try:
        with FileLock(root / ".cache" / "writing.lock").acquire(timeout=_WAIT):
            yield
    except Timeout:
        message = f"another command is writing, and did not end within {_WAIT:.0f} seconds. Try again"
        _refuse("i18n", message, "Another program is writing at this moment. Wait a little, and try again.")


def _text(project: Project, page: str, locale: str) -> str:
    if not path_of(project.root, page, locale).is_file():
        name = page.removesuffix(".md")
        message = f"is not there. Begin it with: pubs start {locale} {name}"
        _refuse(name_of(page, locale), message, GONE)
    return read_page(project.root, page, locale)


def _record(project: Project, status: PageStatus, text: str, locale: str) -> Record:
    """What the translation says of itself; what it says wrongly, but for its version, is told instead."""
    name = name_of(status.page, locale)
    tracking = read_tracking(text, path=name, locale=locale, locales=project.codes)
    faults = [fault for fault in tracking.faults if " is no version." not in fault.message]
    grave = [fault for fault in status.faults if fault.path == name and fault not in tracking.faults]
    if faults or grave:
        raise PublicationError(*faults, *grave)
    if tracking.record is None:
        _refuse(name, "is the original: it follows no other text. Its translations follow it")
    if not path_of(project.root, status.page, tracking.record.source).is_file():
        source = name_of(status.page, tracking.record.source)
        said = "The source of this page is no longer there: {typed}."
        _refuse(name, f"was made from {source}, which is not there", said, source)
    return tracking.record


def _refuse_a_broken_record(
    project: Project, page: str, locale: str, old: str, new: str, version: str
) -> None:
    """Front matter can be typed in ways that no edit of one value can mend; then nothing is written."""
    name = name_of(page, locale)
    read = read_tracking(new, path=name, locale=locale, locales=project.codes).record
    bodies = {frontmatter.split(as_lines(text)).body for text in (old, new)}
    if read is None or read.version != version or len(bodies) != 1:
        line = read.line if read else 0
        message = (
            f"the version cannot be put in here. Write this line below 'translation:': version: {version}"
        )
        raise PublicationError(Fault(name, line, message))


def _before(project: Project, page: str, locale: str, record: Record) -> str | None:
    """The translation as it was when it was said to follow its version; None when git cannot tell."""
    name, git, found = name_of(page, locale), Repository(project.root), None
    for past in git.past(name):
        text = git.text(past.revision) or ""
        read = read_tracking(text, path=name, locale=locale, locales=project.codes).record
        if read is None or read.version != record.version:
            break
        found = text
    return found


def _refuse(path: str, message: str, said: str = "", typed: str = "") -> NoReturn:
    raise PublicationError(Fault(path, 0, f"{message}.", typed=typed, said=said))
