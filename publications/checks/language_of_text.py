"""Language of the text: what is still in the source's language, and what is in another than it says."""

from __future__ import annotations

from collections.abc import Iterator

from publications.checks.corpus import Corpus
from publications.checks.rules import LEVELS
from publications.checks.translated import TranslatedPage
from publications.faults import Fault, in_short
from publications.language.tongues import foreign_tongue
from publications.reading.passage import Lines
from publications.reading.source_page import SourcePage


def language_faults(corpus: Corpus) -> Iterator[Fault]:
    """Blocks left as the source has them, then passages that read as another language of the site."""
    told: set[tuple[str, int]] = set()
    for found in corpus.translated:
        for first, last, fault in _untranslated(found) if found.is_comparable else ():
            told.update((found.page.path, line) for line in range(first, last + 1))
            yield fault
    for page in corpus.pages:
        if page.is_readable and not page.is_draft:
            yield from (fault for fault in _foreign(page, corpus) if (fault.path, fault.line) not in told)


def _untranslated(found: TranslatedPage) -> Iterator[tuple[int, int, Fault]]:
    source_locale = found.record.source
    for gap in found.text.gaps:
        start = in_short(" ".join(gap.text.split()))
        place = f"{found.source.path}:{gap.source_line}"
        if gap.is_left_out:
            message = f"the {gap.block} '{start}' ({place}) is missing below this line. Translate it here."
        else:
            message = f"the {gap.block} '{start}' is still as in {place}. Translate it, or mark it {{ lang={source_locale} }}"
        typed, better = ("", (start,)) if gap.is_left_out else (start, ())
        fault = found.page.fault(gap.line, LEVELS["untranslated"], "untranslated", message, typed, better)
        yield gap.line, gap.end_line, fault


def _foreign(page: SourcePage, corpus: Corpus) -> Iterator[Fault]:
    codes = corpus.project.codes
    for passage in page.reading.passages(page.locale):
        tongue = foreign_tongue(passage.text, passage.locale, codes) if passage.locale in codes else None
        if tongue:
            line = Lines(page.reading.text).number(passage.place(0, 1)[0])
            words = " ".join(passage.text.split()[:6])
            name = corpus.project.locale(tongue).name
            message = f"'{words} …' reads as {name} ({tongue}). Translate it, or say so below it: {{: lang={tongue} }}"
            yield page.fault(line, LEVELS["wrong-language"], "wrong-language", message, f"{words} …")
