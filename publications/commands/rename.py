"""`pubs rename`: give a page another name, in all languages."""

from __future__ import annotations

from pathlib import Path

import click

from publications.commands.arguments import chosen_page, name_of_page, number
from publications.commands.new import checked_path
from publications.commands.project_option import project_option
from publications.moving import Move, rename_page
from publications.project import load_project


@click.command(
    epilog="""\b
    Examples:
      pubs rename newsletters/2021-05 newsletters/2021-05-training-week
      pubs rename infographics/method infographics/background --dry-run"""
)
@click.argument("old")
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@project_option
def rename(root: Path, old: str, new: str, dry_run: bool) -> None:
    """Give the page OLD the path NEW in all languages.

    Links to it, the menu, its layout and the texts that translations follow go with it, so no translation is
    outdated by it; its old address leads readers on. A page that is there already is never overwritten.
    """
    project = load_project(root)
    page = chosen_page(project, old)
    target = f"{checked_path(new)}.md"
    if target == page:
        raise click.BadParameter(f"'{new}' is its name already.", param_hint="NEW")
    tell(rename_page(project, page, target), root, dry_run=dry_run)
    if not dry_run:
        click.echo(f"\n{name_of_page(page)} is {name_of_page(target)} now.\nNext: pubs check")


def tell(move: Move, root: Path, *, dry_run: bool) -> None:
    """Say what is written and taken away, and do it unless it is a trial."""
    if not dry_run:
        move.carry_out(root)
    write, take = ("Would write", "Would take away") if dry_run else ("Wrote", "Took away")
    for name in move.texts:
        click.echo(f"{write} {name}")
    for name in move.gone:
        click.echo(f"{take} {name}")
    if move.links:
        click.echo(f"{number(move.links, 'link')} to it written anew.")
