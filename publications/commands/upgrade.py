"""`pubs upgrade`: say what a newer engine changed that concerns the site, and mend what is mechanical."""

from __future__ import annotations

from pathlib import Path

import click

from publications.commands.arguments import number
from publications.commands.messages import show
from publications.commands.project_option import project_option
from publications.upgrading import upgrade_of
from publications.writing import write_text


@click.command(
    epilog="""\b
    Examples:
      pip install --upgrade project-publications
      pubs upgrade --dry-run
      pubs upgrade"""
)
@click.option("--dry-run", is_flag=True, help="Say what would be changed, and change nothing.")
@project_option
def upgrade(root: Path, dry_run: bool) -> None:
    """Bring a site up to the engine that is installed.

    What is mechanical is mended: settings that have moved, doors to the engine, version numbers. What only you can
    decide is told: a template of yours whose original has changed.
    """
    found = upgrade_of(root)
    for path in found.changed:
        click.echo(f"{'Would change' if dry_run else 'Changed'} {path}.")
    if not dry_run:
        for path, text in found.changed.items():
            write_text(root / path, text)
    show(found.told)
    if not found.changed and not found.told:
        click.echo("Nothing to do: the site is as the engine wants it.")
        return
    look = f"look at {number(len(found.told), 'place')} above, then: " if found.told else ""
    click.echo(f"\nNext: {look}pubs {'upgrade' if dry_run else 'check'}")
