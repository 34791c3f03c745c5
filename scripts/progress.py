"""Progress: a sign on a terminal that long work goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console


@contextmanager
def progress(words: str) -> Iterator[None]:
    """Show the words while the block runs; in a pipe nothing is shown."""
    with Console(stderr=True).status(words):
        yield
