"""Versions: the text that a translation says it follows is one that is known."""

from __future__ import annotations

from collections.abc import Iterator

from publications.checks.corpus import Corpus
from publications.faults import Fault, Level, nearest
from publications.status.at_hand import sources_of
from publications.translation.version import read_version


def version_faults(corpus: Corpus) -> Iterator[Fault]:
    """A version that was copied wrongly: no change of its source could be shown for it."""
    codes = sources_of(corpus.project.root).codes()
    for found in corpus.translated:
        typed = found.record.version
        if found.text.followed is None and read_version(typed) is not None:
            close = nearest(typed, codes)
            advice = f"Did you mean '{close}'?" if close else "Write the one that `pubs diff` shows."
            message = f"follows version '{typed}', of which no text is known: a slip in copying? {advice}"
            line = found.record.line
            yield found.page.fault(line, Level.WARNING, "translation-version", message, typed, [close or ""])
