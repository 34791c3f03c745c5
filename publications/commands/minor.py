"""`pubs minor`: an editor says "this edit changes no meaning", and no translation has to follow it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from publications.commands.arguments import chosen_locale, chosen_page, number
from publications.commands.project_option import project_option
from publications.project import load_project
from publications.repository import Repository
from publications.status.at_hand import SAME_MEANING
from publications.status.meaning import MinorEdit, read_minor_edit, write_minor_edit
from publications.status.page_files import name_of
from publications.status.reading import read_page_status
from publications.translation.diff import Mark, Piece, Pieces, side_by_side
from publications.translation.version import read_version

_AROUND = 30


@click.command(
    epilog="""\b
    Examples:
      pubs minor newsletters/2021-05 --why "a comma"
      pubs minor newsletters/2021-05 --dry-run
      pubs minor project --locale en --since c4ee-490c"""
)
@click.argument("page")
@click.option("--locale", metavar="LOCALE", help="Which text was edited. Default: the original.")
@click.option(
    "--since", metavar="VERSION", help="The version before the edit. Default: the one before today's."
)
@click.option("--why", metavar="TEXT", default="", help="What was done, for those who ask later.")
@click.option("--dry-run", is_flag=True, help="Show what you would vouch for, and write nothing.")
@project_option
def minor(root: Path, page: str, locale: str | None, since: str | None, why: str, dry_run: bool) -> None:
    """Say that the newest edit of a text changes no meaning: a mended misspelling, a comma.

    Its translations are then not outdated by it. It is said of two versions, in i18n/same-meaning.txt, so
    the next edit is followed again as always.
    """
    project = load_project(root)
    chosen = chosen_page(project, page)
    original = read_page_status(project, chosen).original or ""
    code = chosen_locale(project, locale or original, "--locale").code
    edit = read_minor_edit(project, chosen, code, since=_version(since))
    if edit.old == edit.new:
        click.echo(
            f"{name_of(chosen, code)} says what version {edit.old} says: there is nothing to vouch for."
        )
        return
    _tell(edit)
    if dry_run:
        click.echo(f"Would say so in {SAME_MEANING}.")
        return
    line = write_minor_edit(
        project, edit, who=Repository(root).user, why=why, day=datetime.now().astimezone().date()
    )
    click.echo(f"{SAME_MEANING} says now: {line.strip()}\n\nNext: pubs status")


def _version(typed: str | None) -> str:
    code = read_version(typed) if typed else ""
    if code is None:
        message = f"'{typed}' is no version. A version is eight characters, such as df1b-a044."
        raise click.BadParameter(message, param_hint="--since")
    return code


def _tell(edit: MinorEdit) -> None:
    followers = ", ".join(edit.followers) or "none; what follows an older text stays as it is"
    click.echo(
        f"{name_of(edit.page, edit.locale)}: from {edit.old} to {edit.new}, {number(len(edit.changes), 'change')}."
    )
    for shown in side_by_side(edit.changes):
        click.echo(f"  line {shown.change.source_line}: {_marked(shown.old)} → {_marked(shown.new)}")
    click.echo(f"Translations that follow {edit.old}: {followers}.")


def _marked(pieces: Pieces) -> str:
    marks = {Mark.SAME: ("", ""), Mark.GONE: ("[-", "-]"), Mark.CAME: ("{+", "+}")}
    return "".join(f"{marks[piece.mark][0]}{_short(piece)}{marks[piece.mark][1]}" for piece in pieces)


def _short(piece: Piece) -> str:
    """What is the same is only needed to find the place."""
    text = " ".join(piece.text.split("\n"))
    if piece.mark is not Mark.SAME or len(text) <= 2 * _AROUND:
        return text
    return f"{text[:_AROUND]} … {text[-_AROUND:]}"
