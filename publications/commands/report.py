"""`pubs report`: the comment under a pull request."""

from __future__ import annotations

from pathlib import Path

import click

from publications.commands.project_option import project_option
from publications.project import load_project
from publications.status.before import compare_with
from publications.status.pull_request import comment


@click.command(
    epilog="""\b
    Examples:
      pubs report --base origin/main
      pubs report --base HEAD~1 > comment.md"""
)
@click.option(
    "--base", required=True, metavar="REF", help="What the change is compared with, such as origin/main."
)
@project_option
def report(root: Path, base: str) -> None:
    """Write what a change makes outdated, for whom, and how many words: Markdown for a pull request.

    Compared with the commit where the change began. What is not committed yet counts too.
    """
    project = load_project(root)
    comparison = compare_with(project, base)
    if not comparison.is_exact:
        click.echo(
            f"This copy of the repository does not reach back to where the change began, so it is compared with "
            f"{base} as it is now. To be exact: git fetch --deepen=100",
            err=True,
        )
    click.echo(comment(project, comparison), nl=False)
