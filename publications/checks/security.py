"""Security: nothing on a page can harm its readers, and a translation brings nothing that its source lacks."""

from __future__ import annotations

from collections.abc import Iterator

from publications.checks.corpus import Corpus
from publications.checks.harm import Harm, brought_in, harm_in
from publications.checks.pieces import pieces_of
from publications.checks.rules import LEVELS
from publications.faults import Fault
from publications.reading.source_page import SourcePage

_REPAIRS = {
    "unsafe-html": "Take it out.",
    "unsafe-link": "Link to a page, or to an address that begins with https://",
    "foreign-html": "Write it in Markdown, as the source does.",
    "foreign-link": "Take it out, or put it into the source first.",
    "foreign-picture": "Use the source's picture, or put yours into docs/.",
}


def security_faults(corpus: Corpus) -> Iterator[Fault]:
    """Errors, all of them: what a translation brings is compared with its source as it is now."""
    pieces = {(page.page, page.locale): pieces_of(page.reading) for page in corpus.pages if page.is_readable}
    for page in corpus.pages:
        if not page.is_readable:
            continue
        own = pieces[page.page, page.locale]
        for harm in harm_in(own):
            yield _fault(page, harm)
        record = page.values.get("translation")
        source = str(record.get("source")) if isinstance(record, dict) else ""
        # An older text of the source may have had what it has no more.
        theirs = pieces.get((page.page, source), ())
        if source != page.locale and corpus.source(page.page, source):
            for harm in brought_in(own, theirs):
                yield _fault(page, harm)


def _fault(page: SourcePage, harm: Harm) -> Fault:
    message = f"'{harm.typed}': {harm.reason}. {_REPAIRS[harm.rule]}"
    return page.fault(harm.line, LEVELS[harm.rule], harm.rule, message)
