"""`pubs build`: make the whole website, or leave the old one as it is and say why."""

from __future__ import annotations

import os
import time
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from publications.commands.messages import show
from publications.commands.project_option import project_option
from publications.faults import Fault
from publications.recorded import Recorded
from publications.snapshot import Snapshot, take_snapshot

PARTS = "parts"
"""The folder of the project where parts are built and found, unless another is given."""


@click.command(
    epilog="""\b
    Examples:
      pubs build
      pubs build --strict
      pubs build --part 2/8
      pubs build --project ../another-project --site-dir /var/www/publications"""
)
@click.option("--strict", is_flag=True, help="Warnings stop the build too, as they should before publishing.")
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where the website goes. Default: site/ in the project.",
)
@click.option(
    "--part",
    metavar="K/N",
    callback=lambda _ctx, _option, typed: _share(typed),
    help="Make the K-th of N shares of the pages, in parts/K-of-N/ by default, for pubs join.",
)
@project_option
def build(root: Path, site_dir: Path | None, strict: bool, part: tuple[int, int] | None) -> None:
    """Make the website of all languages in site/.

    What is wrong is listed first, by file and line. If the build cannot go on, the website that is
    there stays as it was, and the exit code is 1.
    """
    started = time.monotonic()
    if part:
        _build_part(root, site_dir, part, strict=strict)
        return
    target = (site_dir or root / "site").resolve()
    snapshot = take_snapshot(root)
    recorded = Recorded(snapshot, "build", target)
    told = recorded.read()
    faults = tuple(map(Fault.of, told["faults"])) if told else ()
    is_unchanged = told is not None and not (strict and faults)
    if not is_unchanged:
        told = _build(root, target, snapshot, strict=strict)
        recorded.write(told)
    show(map(Fault.of, told["faults"]))
    seconds = time.monotonic() - started
    what = "Nothing has changed, and " if is_unchanged else "Built "
    click.echo(
        f"{what}{_short(target)}{' stands' if is_unchanged else ''} ({seconds:.1f} s): "
        f"{told['pages']} pages in every language.\n"
    )
    click.echo(_table(told["languages"]))
    click.echo(_withheld(told["withheld"]), nl=False)
    click.echo(_next_step(told["languages"]))


def _share(typed: str | None) -> tuple[int, int] | None:
    """2/8: the second of eight."""
    if typed is None:
        return None
    number, _, of = typed.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise click.BadParameter(f"'{typed}' is no part. The second of eight is 2/8.")
    return int(number), int(of)


def _build_part(root: Path, folder: Path | None, share: tuple[int, int], *, strict: bool) -> None:
    """Make one part, and say how the others follow."""
    number, of = share
    target = (folder or root / PARTS / f"{number}-of-{of}").resolve()
    part = import_module("publications.site.part")
    with import_module("publications.commands.progress").progress(f"Building part {number} of {of}") as step:
        built = part.build_part(root, target, part.Share(number, of), strict=strict, step=step)
    show(built.faults)
    click.echo(
        f"Built part {number} of {of} in {_short(target)}: "
        f"{len(built.part.findings)} of {built.all_pages} pages in every language.\n\n"
        "Next: the other parts, wherever you like, and then pubs join with the folders of all."
    )


def _build(root: Path, target: Path, snapshot: Snapshot, *, strict: bool) -> dict[str, Any]:
    """What there is to say of a new build. What it takes is imported only now that something has changed."""
    site_build, summary = import_module("publications.site.build"), import_module("publications.site.summary")
    with import_module("publications.commands.progress").progress("Building every language") as step:
        built = site_build.build_site(root, target, strict=strict, snapshot=snapshot, step=step)
    return {
        "faults": [asdict(fault) for fault in built.faults],
        "pages": len(built.site.publications.pages),
        "withheld": sorted(built.site.withheld),
        "languages": [asdict(found) for found in summary.summaries(built.site)],
    }


def _withheld(paths: list[str]) -> str:
    """The texts that readers are spared."""
    if not paths:
        return ""
    them = "its readers get it" if len(paths) == 1 else "their readers get them"
    return f"\nWithheld, since they have errors ({them} in another language): {', '.join(paths)}\n"


def _table(languages: list[dict[str, Any]]) -> str:
    rows = [["Language", "translated", "shown by fallback", "outdated"]]
    rows += [
        [
            f"{found['name']} ({found['locale']})",
            *(str(found[key]) for key in ("translated", "fallback", "outdated")),
        ]
        for found in languages
    ]
    width = max(len(row[0]) for row in rows)
    return "\n".join(f"{row[0]:{width}}  {row[1]:>10}  {row[2]:>17}  {row[3]:>8}" for row in rows)


def _next_step(languages: list[dict[str, Any]]) -> str:
    look = "Next: pubs serve, then open http://127.0.0.1:8000/"
    to_do = next((found for found in languages if found["missing"]), None)
    if to_do is None:
        return f"\n{look}"
    page = to_do["missing"][0].removesuffix(".md")
    return f"\n{look}\n      or translate a page into {to_do['name']}: pubs start {to_do['locale']} {page}"


def _short(path: Path) -> str:
    try:
        return f".{os.sep}{path.relative_to(Path.cwd())}"
    except ValueError:
        return str(path)
