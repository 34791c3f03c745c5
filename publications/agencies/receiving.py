"""Receiving: what came back, checked against the project, merged with its files and written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from publications.agencies.enclosed import Enclosed
from publications.agencies.homecoming import Homecoming, bring_home
from publications.agencies.renames import read_renames, renamed
from publications.agencies.returned import ReturnedSheet
from publications.faults import Fault, PublicationError, did_you_mean
from publications.project import Project
from publications.status.at_hand import sources_of
from publications.status.following import only_writer
from publications.status.page_files import name_of, pages_on_disk, read_file, rewrite_file


@dataclass(frozen=True, slots=True)
class ReceivedPage:
    """is_written: whether its file is another one now, or would be; is_new: whether there was none.

    sent_as: the name that the page had when it was sent.
    """

    enclosed: Enclosed
    home: Homecoming
    is_written: bool
    is_new: bool
    sent_as: str

    @property
    def file(self) -> str:
        return name_of(self.enclosed.page, self.enclosed.locale)


@dataclass(frozen=True, slots=True)
class Received:
    """faults: what could not be taken, by file and segment. Everything else came in."""

    pages: tuple[ReceivedPage, ...]
    faults: tuple[Fault, ...]


def receive(
    project: Project, sheets: Sequence[ReturnedSheet], file: str, *, dry_run: bool = False
) -> Received:
    """Bring the pages of a file home. file: its name, for messages.

    Each page is read, merged and written while no other command writes; nobody's edit is overwritten.
    """
    if not sheets:
        raise PublicationError(Fault(file, 0, "has no page in it. Export it again: pubs export LOCALE"))
    pages: list[ReceivedPage] = []
    faults: list[Fault] = []
    on_disk = pages_on_disk(project)
    renames = read_renames(project, on_disk)
    with only_writer(project.root):
        for sheet in sheets:
            try:
                sent = _checked(project, sheet, file)
                home, enclosed = renamed(project, sheet, sent, renames)
                _refuse_without_source(enclosed, file, on_disk)
                page = _received(project, home, enclosed, sent.page, dry_run=dry_run)
            except PublicationError as error:
                faults += error.faults
                continue
            pages.append(page)
            faults += _faults(page, file)
    return Received(tuple(pages), tuple(faults))


def _received(
    project: Project, sheet: ReturnedSheet, enclosed: Enclosed, sent_as: str, *, dry_run: bool
) -> ReceivedPage:
    name = name_of(enclosed.page, enclosed.locale)
    now = read_file(project.root, name) if (project.root / name).is_file() else None
    if now is None and not enclosed.is_new:
        message = "was taken away since it was sent, so it was left out. If it is still wanted, put it back and import again"
        raise PublicationError(Fault(name, 0, f"{message}."))
    home = bring_home(sheet, enclosed, now)
    is_written = home.text is not None and home.text != now
    if is_written and home.text is not None and not dry_run:
        if home.version or now is None:
            sources_of(project.root).add(enclosed.source)
        rewrite_file(project.root, name, now, home.text)
    return ReceivedPage(enclosed, home, is_written, now is None, sent_as)


def _checked(project: Project, sheet: ReturnedSheet, file: str) -> Enclosed:
    """What the sheet has enclosed, if it belongs here; a PublicationError says why it does not."""
    enclosed = sheet.enclosed
    if enclosed is None:
        message = (
            f"{sheet.name}: what this page needs to find home was lost or damaged on the way. "
            "Ask for the file as the tool saves it, with all that it had, or export it again."
        )
        raise PublicationError(Fault(file, 0, message))
    if enclosed.address != project.site_url and enclosed.project != project.site_name:
        message = f"is a file of another project, {enclosed.project} ({enclosed.address}). Import it there."
        raise PublicationError(Fault(file, 0, message))
    if message := _language_fault(project, sheet, enclosed):
        raise PublicationError(Fault(file, 0, f"{name_of(enclosed.page, enclosed.locale)}: {message}"))
    return enclosed


def _refuse_without_source(enclosed: Enclosed, file: str, on_disk: Mapping[str, tuple[str, ...]]) -> None:
    if enclosed.source_locale not in on_disk.get(enclosed.page, ()):
        others = [page for page, codes in on_disk.items() if enclosed.source_locale in codes]
        message = (
            f"there is no page '{enclosed.page}' in '{enclosed.source_locale}' any more. "
            f"{did_you_mean(enclosed.page, others)} Give it its old name, and import again."
        )
        raise PublicationError(Fault(file, 0, message))


def _language_fault(project: Project, sheet: ReturnedSheet, enclosed: Enclosed) -> str:
    for code in (enclosed.locale, enclosed.source_locale):
        if code not in project.codes:
            return f"the project has no language '{code}' any more."
    for said, code in zip(sheet.languages, (enclosed.source_locale, enclosed.locale), strict=True):
        if said and _language(said) != _language(code):
            return (
                f"was sent as '{enclosed.source_locale}' to '{enclosed.locale}' and came back as "
                f"'{sheet.languages[0]}' to '{sheet.languages[1]}': a wrong language. Ask for the right file."
            )
    return ""


def _faults(page: ReceivedPage, file: str) -> Iterator[Fault]:
    source = name_of(page.enclosed.page, page.enclosed.source_locale)
    for trouble in page.home.troubles:
        place = f"{source}:{trouble.line}" if trouble.line else source
        yield Fault(file, 0, f"segment {trouble.id} ({place}) {trouble.message}.")


def _language(code: str) -> str:
    return code.replace("_", "-").partition("-")[0].lower()
