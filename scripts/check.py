"""`pubs check`: everything that must be right before publishing, told at once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from publications.catalogs import catalog_path
from publications.checks.corpus import read_corpus
from publications.checks.spelling import spelling_faults
from publications.faults import Fault, Level, did_you_mean
from publications.finding import check_root
from publications.language.spelling.word_list import word_list_path
from publications.project import load_project
from scripts.messages import count, show
from scripts.project_option import project_option


@click.command(
    epilog="""\b
    Examples:
      pubs check             all languages
      pubs check ro          the Romanian pages and texts only
      pubs check --spelling  the words that no dictionary has, too
      pubs check --json      for another program"""
)
@click.argument("locale", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one object: faults, errors, warnings.")
@click.option(
    "--spelling", is_flag=True, help="Hint at the words that no dictionary and no word list has, too."
)
@project_option
def check(root: Path, locale: str | None, as_json: bool, spelling: bool) -> None:
    """Say everything that must be right before publishing, by file and line.

    An error stops the build; a warning stops it with --strict, as before publishing.
    The exit code is 0 when all is well, 1 when there is something to do, 2 when the command was mistyped.
    """
    faults = check_root(root)
    if spelling and all(fault.rule != "configuration" for fault in faults):
        faults = tuple(sorted({*faults, *spelling_faults(read_corpus(load_project(root)), locale)}))
    if locale:
        faults = tuple(_of_locale(faults, root, locale))
    if as_json:
        click.echo(json.dumps(_object(faults), ensure_ascii=False, indent=2))
    else:
        _tell(faults)
    if any(fault.level is not Level.INFO for fault in faults):
        raise SystemExit(1)


def _of_locale(faults: Iterable[Fault], root: Path, locale: str) -> Iterable[Fault]:
    codes = load_project(root).codes
    if locale not in codes:
        raise click.BadParameter(
            f"there is no language '{locale}'. {did_you_mean(locale, codes)}", param_hint="LOCALE"
        )
    for fault in faults:
        if fault.path.startswith(f"docs/{locale}/") or fault.path in (
            catalog_path(locale),
            word_list_path(locale),
        ):
            yield fault


def _object(faults: Iterable[Fault]) -> dict[str, object]:
    found = list(faults)
    return {
        "faults": [
            {
                "path": fault.path,
                "line": fault.line,
                "level": str(fault.level),
                "rule": fault.rule,
                "message": fault.message,
            }
            for fault in found
        ],
        "errors": sum(fault.level is Level.ERROR for fault in found),
        "warnings": sum(fault.level is Level.WARNING for fault in found),
    }


def _tell(faults: tuple[Fault, ...]) -> None:
    show(faults, err=False)
    first = next((fault for level in Level for fault in faults if fault.level is level), None)
    if first is None or first.level is Level.INFO:
        hints = sum(fault.rule == "spelling" for fault in faults)
        words = f", but for {hints} unknown word{'s' if hints != 1 else ''}" if hints else ""
        click.echo(f"All is well{words}.\n\nNext: pubs build")
        return
    place = f"{first.path}:{first.line}" if first.line else first.path
    files = len({fault.path for fault in faults if fault.level is not Level.INFO})
    click.echo(f"\n{count(faults)} in {files} file{'s' if files != 1 else ''}.")
    click.echo(f"\nNext: mend {place}, then the rest, and run `pubs check` again.")
