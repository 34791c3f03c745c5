"""`pubs status`: where the translations stand, and what to do next."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from publications.commands.project_option import project_option
from publications.recorded import Recorded
from publications.snapshot import take_snapshot


@click.command(
    epilog="""\b
    Examples:
      pubs status            every page in every language
      pubs status ro         what there is to do in Romanian
      pubs status --json     for another program"""
)
@click.argument("locale", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one object: locales, pages, coverage.")
@project_option
def status(root: Path, locale: str | None, as_json: bool) -> None:
    """Say where the translations stand: all of them, or what there is to do in one language.

    What readers lack most comes first. The version beside a page is what to write into the front matter
    of its translation, once that says the same; `pubs done` does it for you.
    """
    snapshot = take_snapshot(root)
    if as_json:
        recorded = Recorded(snapshot, "status --json")
        told = recorded.read_or(
            lambda: import_module("publications.commands.status_tables").as_json(root, snapshot)
        )
        click.echo(told, nl=False)
    else:
        import_module("publications.commands.status_tables").tell(root, snapshot, locale)
