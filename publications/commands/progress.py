"""Progress: a line on a terminal that says how far long work has come."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from publications.parallel import Step

_CLEAR = "\r\x1b[K"


@contextmanager
def progress(words: str) -> Iterator[Step]:
    """What tells the steps of the work; the line is gone when it is done. In a pipe nothing is shown."""
    is_shown = sys.stderr.isatty()

    def step(done: int, of: int) -> None:
        if is_shown:
            click.echo(f"{_CLEAR}{words} {done} of {of}", err=True, nl=False)

    if is_shown:
        click.echo(f"{words} …", err=True, nl=False)
    try:
        yield step
    finally:
        if is_shown:
            click.echo(_CLEAR, err=True, nl=False)
