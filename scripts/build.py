"""`pubs build`: make the whole website, or leave the old one as it is and say why."""

from __future__ import annotations

import os
import time
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from publications.site.build import build_site
from publications.site.summary import LocaleSummary, summaries
from scripts.messages import show
from scripts.project_option import project_option


@click.command(
    epilog="""\b
    Examples:
      pubs build
      pubs build --strict
      pubs build --project ../another-project --site-dir /var/www/publications"""
)
@click.option("--strict", is_flag=True, help="Warnings stop the build too, as they should before publishing.")
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where the website goes. Default: site/ in the project.",
)
@project_option
def build(root: Path, site_dir: Path | None, strict: bool) -> None:
    """Make the website of all languages in site/.

    What is wrong is listed first, by file and line. If the build cannot go on, the website that is
    there stays as it was, and the exit code is 1.
    """
    started = time.monotonic()
    target = (site_dir or root / "site").resolve()
    with Console(stderr=True).status("Building every language …"):
        built = build_site(root, target, strict=strict)
    show(built.faults)
    seconds = time.monotonic() - started
    click.echo(
        f"Built {_short(target)} in {seconds:.1f} s: {len(built.publications.pages)} pages in every language.\n"
    )
    found = tuple(summaries(built.publications, built.statuses))
    Console().print(_table(found))
    click.echo(_next_step(found))


def _table(found: tuple[LocaleSummary, ...]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("Language")
    for heading in ("translated", "shown by fallback", "outdated"):
        table.add_column(heading, justify="right")
    for locale in found:
        numbers = (locale.translated, locale.fallback, locale.outdated)
        table.add_row(f"{locale.name} ({locale.locale})", *map(str, numbers))
    return table


def _next_step(found: tuple[LocaleSummary, ...]) -> str:
    look = "Next: pubs serve, then open http://127.0.0.1:8000/"
    to_do = next((locale for locale in found if locale.missing), None)
    if to_do is None:
        return f"\n{look}"
    page = to_do.missing[0].removesuffix(".md")
    return f"\n{look}\n      or translate a page into {to_do.name}: pubs start {to_do.locale} {page}"


def _short(path: Path) -> str:
    try:
        return f".{os.sep}{path.relative_to(Path.cwd())}"
    except ValueError:
        return str(path)
