"""Faults as a person reads them: grouped by file, coloured on a terminal only, and counted."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import click

from publications.faults import Fault, Level

COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.INFO: "cyan"}


def show(faults: Iterable[Fault], *, err: bool = True) -> None:
    """Print faults, by default to the error stream, each file's together (click leaves colours out of a pipe)."""
    for path, group in groupby(sorted(faults), key=lambda fault: fault.path):
        click.secho(path, err=err, bold=True)
        for fault in group:
            place = f"line {fault.line}: " if fault.line else ""
            word = click.style(fault.level, fg=COLOURS[fault.level])
            click.echo(f"  {word}  {place}{fault.message}", err=err)


def count(faults: Iterable[Fault]) -> str:
    """How many ("2 errors, 1 warning") of the faults that ask for somebody's hand."""
    found = list(faults)
    numbers = [
        (sum(fault.level is level for fault in found), level) for level in (Level.ERROR, Level.WARNING)
    ]
    return ", ".join(f"{number} {level}{'s' if number != 1 else ''}" for number, level in numbers if number)
