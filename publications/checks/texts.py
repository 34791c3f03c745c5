"""Texts: is there one, is it whole, and does MkDocs take its first lines as its author meant them."""

from __future__ import annotations

from collections.abc import Iterator

from publications.checks.corpus import Corpus
from publications.checks.front_matter import front_matter_faults
from publications.faults import Fault, Level
from publications.reading.source_page import SourcePage

_OURS, _BETWEEN, _THEIRS = "<<<<<<<", "=======", ">>>>>>>"


def text_faults(corpus: Corpus) -> Iterator[Fault]:
    """Faults of each page as a text."""
    for page in corpus.pages:
        yield from page.faults
        if page.is_readable:
            conflicts = tuple(_conflicts(page))
            yield from conflicts
            yield from _empty(page)
            if all(conflict.line >= page.body_line for conflict in conflicts):
                yield from front_matter_faults(page)


def _conflicts(page: SourcePage) -> Iterator[Fault]:
    """Marks that git leaves where two people changed the same lines."""
    begun = 0
    for number, line in enumerate(page.lines, start=1):
        mark = line[:7]
        if line[7:8] not in ("", " "):
            continue
        if mark == _OURS:
            begun = number
        elif mark == _THEIRS and begun:
            yield _conflict(page, begun, f"lines {begun} to {number} hold two versions of the same text")
            begun = 0
        elif mark == _THEIRS and line[8:].strip():
            yield _conflict(page, number, f"'{line}' is left of a merge")
    if begun:
        yield _conflict(page, begun, f"'{page.lines[begun - 1]}' is left of a merge")


def _conflict(page: SourcePage, line: int, what: str) -> Fault:
    repair = f"Keep what is right, and delete the lines that begin with {_OURS}, {_BETWEEN} and {_THEIRS}."
    return page.fault(line, Level.ERROR, "merge-conflict", f"{what} (a merge was not finished). {repair}")


def _empty(page: SourcePage) -> Iterator[Fault]:
    if page.problem or not page.is_empty:
        return
    message = (
        "the page is empty, and readers would get it so. Write its text, or delete the file: "
        "then they get the page in another language."
    )
    yield page.fault(0, Level.WARNING, "empty-page", message)
