"""`pubs cms`: an editor in the browser for people with an account at the repository's host, told about this site."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

import click

from publications.cms.desk import ADMIN, Drift, drifts, has_cms, lacks_script, script_folder
from publications.cms.fetching import fetch
from publications.commands.project_option import project_option
from publications.project import Project, load_project
from publications.writing import write_text

_NEXT = "put docs/admin into the repository and publish the site; the editor is at"
_MOST_LINES = 40


@click.command(
    epilog="""\b
    Examples:
      pubs cms                     is it as the project is now?
      pubs cms --write             make it, or bring it up to date
      pubs cms --write --dry-run   show what that would change"""
)
@click.option(
    "--write", is_flag=True, help="Write docs/admin, and fetch the editor once (12 MB; 4 MB are kept)."
)
@click.option("--dry-run", is_flag=True, help="Show what --write would do, and do nothing.")
@project_option
def cms(root: Path, write: bool, dry_run: bool) -> None:
    """Let people write and translate in the browser, in forms, with an account at GitHub or GitLab.

    docs/admin is made of the project's languages, kinds and topics. Run it again when these have changed;
    `pubs check` says so.
    """
    project = load_project(root)
    found, lacks = drifts(project), lacks_script(project)
    if write and not dry_run:
        _write(project, found, lacks=lacks)
        return
    if not found and not lacks:
        click.echo(f"docs/admin is as the project is.\n\nNext: {_NEXT} {project.site_url}admin/")
        return
    _tell(project, found, lacks=lacks, dry_run=dry_run)
    click.echo("\nNext: pubs cms --write")
    raise SystemExit(0 if dry_run else 1)


def _write(project: Project, found: Iterable[Drift], *, lacks: bool) -> None:
    for drift in found:
        write_text(project.root / drift.path, drift.new)
        click.echo(f"Wrote {drift.path}.")
    if lacks:
        click.echo("Fetching the editor …")
        fetch(project.root / ADMIN, project)
        click.echo(f"Wrote {script_folder()}.")
    click.echo(f"docs/admin is as the project is.\n\nNext: {_NEXT} {project.site_url}admin/")


def _tell(project: Project, found: Iterable[Drift], *, lacks: bool, dry_run: bool) -> None:
    if not has_cms(project):
        click.echo("This site has no editor in the browser yet.")
    for drift in found:
        click.echo(f"{drift.path} {'is missing' if drift.old is None else 'is not as the project is now'}")
        for line in _changes(drift) if drift.old is not None or dry_run else ():
            click.echo(f"  {line}")
    if lacks:
        click.echo(f"{script_folder()} is missing: the editor itself, which is fetched once.")


def _changes(drift: Drift) -> list[str]:
    """The lines that differ, the first of them."""
    lines = difflib.unified_diff((drift.old or "").splitlines(), drift.new.splitlines(), n=0, lineterm="")
    shown = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    more = len(shown) - _MOST_LINES
    return [*shown[:_MOST_LINES], *([f"… and {more} lines more"] if more > 0 else [])]
