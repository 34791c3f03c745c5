"""`pubs join`: one website of parts that were built apart."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import click

from publications.commands.build import PARTS
from publications.commands.messages import show
from publications.commands.progress import progress
from publications.commands.project_option import project_option
from publications.faults import Fault, Level, PublicationError
from publications.site.build import Built
from publications.site.join import join_parts
from publications.site.summary import summaries


@click.command(
    epilog="""\b
    Examples:
      pubs build --part 1/2 && pubs build --part 2/2 && pubs join
      pubs join downloads/part-*
      pubs join --dry-run --json"""
)
@click.argument(
    "parts", nargs=-1, type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="[FOLDER …]"
)
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where the website goes. Default: site/ in the project.",
)
@click.option("--strict", is_flag=True, help="Warnings stop the join too, as they should before publishing.")
@click.option("--dry-run", is_flag=True, help="Look at everything, and put nothing in place.")
@click.option("--json", "as_json", is_flag=True, help="Print one object: site, pages, languages, faults.")
@project_option
def join(
    root: Path, parts: tuple[Path, ...], site_dir: Path | None, strict: bool, dry_run: bool, as_json: bool
) -> None:
    """Put the parts of a website together, as `pubs build --part` has made them; by default all in parts/.

    The website is the same, byte for byte, as that of one build. Until all parts are here, whole and made from the
    files of this project, the website that is there stays as it was, and the exit code is 1.
    """
    folders = parts or tuple(sorted(path.parent for path in (root / PARTS).glob("*/part.json")))
    target = (site_dir or root / "site").resolve()
    try:
        with progress("Putting the parts together"):
            built = join_parts(root, folders, target, strict=strict, is_trial=dry_run)
    except PublicationError as error:
        if not as_json:
            raise
        click.echo(_json({"faults": _told(error.faults)}))
        raise SystemExit(1) from None
    if as_json:
        click.echo(_json(_object(built, target)))
    else:
        _tell(built, target, len(folders), dry_run=dry_run)


def _object(built: Built, target: Path) -> dict[str, object]:
    return {
        "site": str(target),
        "pages": len(built.site.publications.pages),
        "languages": [asdict(found) for found in summaries(built.site)],
        "faults": _told(built.faults),
    }


def _told(faults: Iterable[Fault]) -> list[dict[str, object]]:
    return [{**asdict(fault), "level": str(fault.level)} for fault in faults]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _tell(built: Built, target: Path, parts: int, *, dry_run: bool) -> None:
    show(fault for fault in built.faults if fault.level is not Level.INFO)
    pages = f"{len(built.site.publications.pages)} pages in every language"
    if dry_run:
        click.echo(f"The {parts} parts make a whole site: {pages}.\n\nNext: the same without --dry-run")
    else:
        click.echo(f"Joined {parts} parts in {target}: {pages}.\n\nNext: publish this folder as it is.")
