"""Pasted text: what a word processor or a spreadsheet has left in a page is told, and the command that mends it."""

from __future__ import annotations

from collections.abc import Iterator

from publications.checks.corpus import Corpus
from publications.faults import Fault, Level, in_short
from publications.reading.pasted import pasted_in


def pasted_faults(corpus: Corpus) -> Iterator[Fault]:
    """Lines that were pasted, with what should stand there."""
    for page in corpus.pages:
        for paste in pasted_in(page.reading) if page.is_readable else ():
            what = (
                "a table with tabs between its cells" if paste.lines > 1 else "left over from what was pasted"
            )
            typed, better = shown(paste.typed), shown(paste.better)
            message = f"'{typed}' is {what}. Write '{better}'. Or run: pubs fix"
            yield page.fault(paste.line, Level.WARNING, "pasted", message, typed, [better])


def shown(text: str) -> str:
    """The first line of a text, with marks for what nobody sees."""
    line = text.strip("\n").partition("\n")[0].replace("\t", "⇥").replace("\u00ad", "⟨soft hyphen⟩")
    return in_short(line)
