"""`pubs done`: a translator says "I have followed this version"."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from publications.commands.arguments import chosen_locale, chosen_page, name_of_page, number
from publications.commands.project_option import project_option
from publications.faults import in_short
from publications.project import Project, load_project
from publications.status.following import Following, read_following, write_following
from publications.status.page_files import name_of
from publications.translation.changes import Change
from publications.translation.gaps import Gap
from publications.translation.status import State


@click.command(
    epilog="""\b
    Examples:
      pubs done en newsletters/2021-05
      pubs done en newsletters/2021-05 --reviewed-by "Jane Smith"
      pubs done ro infographics/city-strategies --confirm 34 --confirm 51
      pubs done ro infographics/city-strategies --all --dry-run"""
)
@click.argument("locale")
@click.argument("page")
@click.option("--reviewed-by", metavar="NAME", default="", help="Who has read it; it is then 'reviewed'.")
@click.option(
    "--confirm",
    "confirmed",
    type=int,
    multiple=True,
    metavar="LINE",
    help="The line of your file that is right as it is, though its source was changed. Can be repeated.",
)
@click.option("--all", "confirm_all", is_flag=True, help="All of them are right as they are.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@project_option
def done(
    root: Path,
    locale: str,
    page: str,
    reviewed_by: str,
    confirmed: tuple[int, ...],
    confirm_all: bool,
    dry_run: bool,
) -> None:
    """Say that a translation follows its source as it is now.

    The version of the source goes into the page's front matter, and the source's text into i18n/sources,
    so that the next change can be shown word by word. Nothing else of the page is touched.

    Changes of the source that left no trace in your file are listed, and nothing is written, until you
    have made them or confirmed each (--confirm LINE, or --all).
    """
    project = load_project(root)
    code = chosen_locale(project, locale).code
    following = read_following(project, chosen_page(project, page), code, reviewer=reviewed_by.strip())
    open_lines = [] if confirm_all else list(_open(following, frozenset(confirmed)))
    if not confirm_all and following.follows_unknown_text:
        raise click.UsageError(
            f"the version {following.before.version} in your file is no text that is known: a slip in copying? "
            "Write the right one, or say --all: you have compared the whole page."
        )
    if open_lines:
        _tell_open(following, open_lines)
        raise SystemExit(1)
    if dry_run:
        _tell_dry_run(following)
    else:
        _tell_written(project, following)


def _open(following: Following, confirmed: frozenset[int]) -> Iterable[Change | Gap]:
    parts: tuple[Change | Gap, ...] = (*following.unanswered, *following.untranslated)
    for found in parts:
        if confirmed.isdisjoint(range(found.line, found.end_line + 1)):
            yield found


def _tell_open(following: Following, found: list[Change | Gap]) -> None:
    file = name_of(following.page, following.locale)
    click.secho(f"{file}: {number(len(found), 'part')} still to be looked at", bold=True, err=True)
    for part in found:
        click.echo(f"  {_told(part)}", err=True)
    command = f"pubs done {following.locale} {name_of_page(following.page)}"
    click.echo(
        f"\nNothing was written. Mend these lines, then run the same command again.\n"
        f"What is right as it is: {command} --confirm {found[0].line}, or --all for all of them.\n"
        f"\nNext: pubs diff {following.locale} {name_of_page(following.page)}",
        err=True,
    )


def _told(part: Change | Gap) -> str:
    if isinstance(part, Gap):
        words = "left out below here" if part.is_left_out else "still in the source language"
        return f"line {part.line}: {words}: {_short(part.text)}"
    return f"line {part.line}: {part.kind}: {_short(part.new or part.old)}"


def _short(text: str) -> str:
    return in_short(" ".join(text.split()))


def _tell_dry_run(following: Following) -> None:
    file, source = name_of(following.page, following.locale), name_of(following.page, following.source)
    if following.old == following.new:
        click.echo(f"{file} says so already; nothing would change.")
        return
    old, new = following.old.splitlines(), following.new.splitlines()
    click.echo(f"Would change these lines of {file}:\n")
    for line in new:
        if line not in old:
            click.echo(f"  {line.strip()}")
    click.echo(f"\nand would keep the text of {source} as i18n/sources/{following.version}.md.")


def _tell_written(project: Project, following: Following) -> None:
    now = write_following(project, following).translations[following.locale]
    file, source = name_of(following.page, following.locale), name_of(following.page, following.source)
    click.echo(f"{file} follows version {following.version} of {source}.")
    if now.state is State.PARTIAL:
        lines = ", ".join(str(gap.line) for gap in now.gaps)
        click.echo(f"Not all of it is translated yet, line {lines}: {number(now.words, 'word')} to do.")
    elif now.state is State.WAITING:
        click.echo(f"{source} itself does not follow its own source yet: this page will have to wait for it.")
    else:
        click.echo(f"It is {now.state}.")
    click.echo(f"\nNext: pubs status {following.locale}")
