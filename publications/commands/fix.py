"""`pubs fix`: mend what is mechanical in the text of the pages, and show what was changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from publications.checks.corpus import read_corpus
from publications.checks.pasted import shown as as_shown
from publications.checks.rules import ignored_in, switched_off
from publications.checks.typography import shown
from publications.commands.project_option import project_option
from publications.faults import Fault, PublicationError, did_you_mean
from publications.language.typography.page import Mended, mend
from publications.project import Project, load_project
from publications.reading.encoding import as_lines
from publications.reading.pasted import Paste, pasted_in, unpasted
from publications.reading.source_page import SourcePage
from publications.status.following import only_writer
from publications.writing import replace_text

_LINE_END = re.compile(r"\r\n|\r|\n")


@click.command(
    epilog="""\b
    Examples:
      pubs fix --dry-run                      show what would be changed in all pages
      pubs fix newsletters/2021-05.md         this page, in all its languages
      pubs fix docs/ro/index.md               this file
      pubs fix --locale it                    all pages in Italian"""
)
@click.argument("pages", nargs=-1, metavar="[PAGE]…")
@click.option("--locale", help="Only pages in this language: sv, ro, it, en …")
@click.option("--dry-run", is_flag=True, help="Show what would be changed, and change nothing.")
@project_option
def fix(root: Path, pages: tuple[str, ...], locale: str | None, dry_run: bool) -> None:
    """Mend quotes, dashes, no-break spaces, letters and other marks as each language sets them.

    What Word and spreadsheets leave in pasted text becomes Markdown: tables, bullets, tags. Without PAGE, all
    pages are mended. Code, addresses, attributes and comments stay as they are. What only its author can mend
    is listed by `pubs check`.
    """
    project = load_project(root)
    if locale:
        project.locale(locale)
    off = switched_off(project)
    changes, files = 0, 0
    left: list[Fault] = []
    for page in _chosen(project, pages, locale):
        ignored = {*ignored_in(page.values), *off}
        pastes = pasted_in(page.reading) if "pasted" not in ignored else ()
        done = mend(unpasted(page.reading, pastes), page.locale, ignored=ignored)
        if done.slips or pastes:
            _tell(page, pastes, done)
            found = [] if dry_run else list(_replace(root, page, done.text))
            left += found
            if not found:
                changes, files = changes + len(done.slips) + len(pastes), files + 1
    click.echo(_summary(changes, files, dry_run=dry_run))
    if left:
        raise PublicationError(*left)


def _chosen(project: Project, names: tuple[str, ...], locale: str | None) -> Iterator[SourcePage]:
    """The pages that the arguments mean; a name that is no page's is a PublicationError."""
    readable = [page for page in read_corpus(project).pages if page.is_sound and not page.is_draft]
    in_locale = [page for page in readable if locale in (None, page.locale)]
    if not names:
        yield from in_locale
        return
    known = {name for page in in_locale for name in _names(page)}
    wrong = [name for name in names if _plain(name) not in known]
    if wrong:
        pages = {page.page for page in in_locale}
        faults = (
            Fault(name, 0, f"there is no such page. {did_you_mean(_plain(name), pages)}") for name in wrong
        )
        raise PublicationError(*faults)
    wanted = set(map(_plain, names))
    yield from (page for page in in_locale if wanted.intersection(_names(page)))


def _names(page: SourcePage) -> Iterable[str]:
    """What a page may be called: its file, or its path below the locale, with or without `.md`."""
    full = (page.path, f"{page.locale}/{page.page}", page.page)
    return (*full, *(name.removesuffix(".md") for name in full))


def _plain(name: str) -> str:
    return name.replace("\\", "/").removeprefix("./")


def _tell(page: SourcePage, pastes: Sequence[Paste], done: Mended) -> None:
    click.secho(page.path, bold=True)
    for paste in pastes:
        old, new = (
            click.style(as_shown(paste.typed), fg="red"),
            click.style(as_shown(paste.better), fg="green"),
        )
        click.echo(f"  {page.path}:{paste.line}: {old} → {new}  (pasted)")
    for slip in done.slips:
        old, new = click.style(shown(slip.words), fg="red"), click.style(shown(slip.better), fg="green")
        click.echo(f"  {page.path}:{slip.line}: {old} → {new}  ({slip.rule})")


def _replace(root: Path, page: SourcePage, text: str) -> Iterator[Fault]:
    """Write what was mended; a page that somebody has saved since it was read is left alone, and told."""
    with only_writer(root):
        before = page.file.read_bytes().decode("utf-8")
        is_as_read = as_lines(before) == page.reading.text
        if is_as_read and replace_text(page.file, before, _with_line_ends(text, before)):
            return
    yield Fault(page.path, 0, "was changed meanwhile, and was left as it is. Run the same command again.")


def _with_line_ends(text: str, before: str) -> str:
    """The mended text with the line ends that the file had, and its byte order mark."""
    ends = [*_LINE_END.findall(before), ""]
    lines = text.split("\n")
    if len(lines) != len(ends):  # a table was made
        ends = [*[ends[0] or "\n"] * (len(lines) - 1), ""]
    mark = "\ufeff" if before.startswith("\ufeff") else ""
    return mark + "".join(line + end for line, end in zip(lines, ends, strict=True))


def _summary(changes: int, files: int, *, dry_run: bool) -> str:
    if not changes:
        return "Nothing to mend."
    what = f"{changes} {'place' if changes == 1 else 'places'} in {files} {'file' if files == 1 else 'files'}"
    if dry_run:
        return f"\nWould mend {what}. ⍽ is a space that does not break.\nNext: pubs fix"
    return f"\nMended {what}. ⍽ is a space that does not break.\nNext: look at them, then: pubs check"
