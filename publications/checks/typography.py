"""Typography: each page as its language's typographers would set it."""

from __future__ import annotations

from collections.abc import Iterator

from publications.checks.corpus import Corpus
from publications.checks.rules import LEVELS
from publications.faults import Fault
from publications.language.typography.page import MECHANICAL, Slip, slips_of
from publications.reading.pasted import pasted_in
from publications.reading.source_page import SourcePage

# What cannot be seen on paper or screen has to be shown by something that can.
_SHOWN = str.maketrans({"\u00a0": "⍽", "\u202f": "⍽", "\u2009": "⍽", "\u200b": "␣", "\ufeff": "␣"})
_OBJECT = "\ufffc"


def typography_faults(corpus: Corpus) -> Iterator[Fault]:
    """What `pubs fix` would mend, and what only the author can."""
    for page in corpus.pages:
        if page.is_sound and not page.is_draft:
            slips = slips_of(page.reading, page.locale)
            pasted = _pasted_lines(page) if slips else ()
            for slip in slips:
                if slip.line in pasted:
                    continue
                # Cedillas are told by the check of letters, in catalogs and file names as well.
                if not (
                    slip.rule == "wrong-letter" and slip.note.startswith("comma") and page.locale == "ro"
                ):
                    better = () if slip.repair is None else (shown(slip.better),)
                    message, typed = message_of(slip), shown(slip.words)
                    yield page.fault(slip.line, LEVELS[slip.rule], slip.rule, message, typed, better)


def _pasted_lines(page: SourcePage) -> frozenset[int]:
    """Lines that are told as pasted; what else they have wrong comes of that."""
    found = pasted_in(page.reading)
    return frozenset(line for paste in found for line in range(paste.line, paste.line + paste.lines))


def message_of(slip: Slip) -> str:
    """The words as typed, and how to write them."""
    words, better = shown(slip.words), shown(slip.better)
    note = f" ({slip.note})" if slip.note else ""
    if slip.repair is None:
        return f"'{words}'{note}: look at it again, and mend it or take it out."
    hint = " ⍽ is a space that does not break." if "⍽" in better and "⍽" not in words else ""
    run = " Or run: pubs fix" if slip.rule in MECHANICAL else ""
    return f"'{words}'{note}. Write '{better}'.{hint}{run}"


def shown(words: str) -> str:
    """Words with their invisible characters made visible."""
    return words.translate(_SHOWN).replace(_OBJECT, "…")
