"""`pubs rm`: take a page away, in all languages."""

from __future__ import annotations

from pathlib import Path

import click

from publications.commands.arguments import chosen_page, name_of_page
from publications.commands.project_option import project_option
from publications.commands.rename import tell
from publications.moving import remove_page
from publications.pages import is_index, section_of
from publications.project import load_project
from publications.status.page_files import pages_on_disk


@click.command(
    epilog="""\b
    Examples:
      pubs rm newsletters/2021-05
      pubs rm infographics/method --to infographics/background
      pubs rm project --dry-run"""
)
@click.argument("page")
@click.option(
    "--to", "target", metavar="PAGE", help="Where its readers are led. Default: its section's list, or home."
)
@click.option("--dry-run", is_flag=True, help="Show what would be taken away, and write nothing.")
@project_option
def rm(root: Path, page: str, target: str | None, dry_run: bool) -> None:
    """Take the PAGE away in all languages; its address leads readers on.

    Links to it stay, and `pubs check` names them. What translations followed stays in i18n/sources.
    """
    project = load_project(root)
    chosen = chosen_page(project, page)
    section = f"{section_of(chosen)}/index.md".lstrip("/")
    usual = section if section in pages_on_disk(project) and not is_index(chosen) else "index.md"
    to = chosen_page(project, target) if target else usual
    if to == chosen:
        raise click.BadParameter(f"readers of '{page}' cannot be led to itself. Say another with --to.")
    tell(remove_page(project, chosen, to), root, dry_run=dry_run)
    if not dry_run:
        click.echo(f"\nReaders of {name_of_page(chosen)} are led to {name_of_page(to)}.\nNext: pubs check")
