"""`pubs check`: everything that must be right before publishing, told at once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from publications.commands.messages import count, show
from publications.commands.project_option import project_option
from publications.faults import Fault, Level, did_you_mean
from publications.recorded import Recorded
from publications.snapshot import Snapshot, take_snapshot


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
@click.option(
    "--strict/--lenient",
    default=True,
    show_default=True,
    help="Whether warnings make the exit code 1 as well.",
)
@project_option
def check(root: Path, locale: str | None, as_json: bool, spelling: bool, strict: bool) -> None:
    """Say everything that must be right before publishing, by file and line.

    An error stops the build; a warning stops it with --strict, as before publishing.
    The exit code is 0 when all is well, 1 when there is something to do, 2 when the command was mistyped.
    """
    snapshot = take_snapshot(root)
    faults = tuple(map(Fault.of, Recorded(snapshot, "check").read_or(partial(_look, root, snapshot))))
    if spelling and all(fault.rule != "configuration" for fault in faults):
        faults = tuple(sorted({*faults, *_spelling(root, locale)}))
    if locale:
        faults = tuple(_of_locale(faults, root, locale))
    if as_json:
        click.echo(json.dumps(_object(faults), ensure_ascii=False, indent=2))
    else:
        _tell(faults)
    if any(fault.level is Level.ERROR or (strict and fault.level is Level.WARNING) for fault in faults):
        raise SystemExit(1)


def _look(root: Path, snapshot: Snapshot) -> list[dict[str, object]]:
    """All faults. What it takes to find them is imported only now that something has changed."""
    with import_module("publications.commands.progress").progress("Checking") as step:
        return [
            asdict(fault) for fault in import_module("publications.finding").check_root(root, snapshot, step)
        ]


def _spelling(root: Path, locale: str | None) -> Iterable[Fault]:
    corpus = import_module("publications.checks.corpus").read_corpus(_project(root))
    found: Iterable[Fault] = import_module("publications.checks.spelling").spelling_faults(corpus, locale)
    return found


def _project(root: Path) -> Any:  # noqa: ANN401 (imported when it is needed)
    return import_module("publications.project").load_project(root)


def _of_locale(faults: Iterable[Fault], root: Path, locale: str) -> Iterable[Fault]:
    codes = _project(root).codes
    if locale not in codes:
        raise click.BadParameter(
            f"there is no language '{locale}'. {did_you_mean(locale, codes)}", param_hint="LOCALE"
        )
    texts = import_module("publications.catalogs").catalog_path(locale)
    words = import_module("publications.language.spelling.word_list").word_list_path(locale)
    yield from (fault for fault in faults if fault.path.startswith((f"docs/{locale}/", texts, words)))


def _object(faults: Iterable[Fault]) -> dict[str, object]:
    found = list(faults)
    return {
        "faults": [
            {
                name: str(value) if name == "level" else value
                for name, value in asdict(fault).items()
                if name != "said"
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
