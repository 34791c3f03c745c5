"""`pubs merge`: two people's texts of one page, drawn together block by block; git calls it."""

from __future__ import annotations

from pathlib import Path

import click

from publications.commands.messages import show
from publications.commands.project_option import project_folder
from publications.merge_driver import ATTRIBUTES, Setup, merge_files, set_up, setup_of
from publications.project import load_project

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command(
    epilog="""\b
    Examples:
      pubs merge --install
      pubs merge --install --dry-run
      pubs merge base.md ours.md theirs.md docs/ro/project.md"""
)
@click.argument("base", type=_FILE, required=False)
@click.argument("ours", type=_FILE, required=False)
@click.argument("theirs", type=_FILE, required=False)
@click.argument("path", required=False)
@click.option("--install", is_flag=True, help="Tell git, in this clone, to merge pages so.")
@click.option("--dry-run", is_flag=True, help="With --install: say what would be set up, and change nothing.")
@click.option(
    "--project",
    metavar="DIR",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="With --install: the folder that holds mkdocs.yml. Default: this one, or the nearest above it.",
)
def merge(
    base: Path | None,
    ours: Path | None,
    theirs: Path | None,
    path: str | None,
    install: bool,
    dry_run: bool,
    project: Path,
) -> None:
    """Merge what two people have made of one page: BASE as it was, OURS and THEIRS as they have it now.

    What either has changed is in OURS afterwards, wherever its block stands. Where both have changed one block, both
    texts stand there between the marks that git sets, and the exit code is 1. PATH is the page's name in the repository.

    Git calls this by itself, once it is told in a clone: pubs merge --install
    """
    if install:
        _install(project, dry_run=dry_run)
    elif base is None or ours is None or theirs is None:
        raise click.UsageError("name three files: BASE, OURS and THEIRS. Or say --install, and git will.")
    elif dry_run:
        raise click.UsageError("--dry-run goes with --install.")
    elif not merge_files(base, ours, theirs, path or ""):
        raise SystemExit(1)


def _install(start: Path, *, dry_run: bool) -> None:
    project = load_project(project_folder(start))
    setup = setup_of(project)
    if not dry_run:
        set_up(project, setup)
    show(setup.told)
    if setup.attributes is None and not setup.settings:
        click.echo("Nothing to do: git merges pages block by block in this clone.")
        return
    _tell(setup, dry_run=dry_run)


def _tell(setup: Setup, *, dry_run: bool) -> None:
    add, tell = ("Would add to", "Would set") if dry_run else ("Added to", "Set")
    if setup.attributes is not None:
        click.echo(f"{add} {ATTRIBUTES}: {setup.line}")
    for name, value in setup.settings:
        click.echo(f"{tell} {name} in this clone: {value}")
    if dry_run:
        click.echo("\nNext: the same without --dry-run")
        return
    click.echo("\nGit merges pages block by block now, here. Everybody runs this once in their own clone.")
    click.echo(
        "Next: git add .gitattributes"
        if setup.attributes is not None
        else "Next: git merge, git pull, as ever"
    )
