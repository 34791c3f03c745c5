"""Parity: a translation has the headings, links, numbers … of the text that it follows."""

from __future__ import annotations

from collections.abc import Iterator

from publications.checks.corpus import Corpus
from publications.checks.rules import LEVELS
from publications.checks.translated import TranslatedPage
from publications.faults import Fault
from publications.language.numbers import number_text, read_number
from publications.translation.structure import Difference

_RULES = {
    "heading": ("headings", "the heading's level"),
    "heading-id": ("heading-ids", "the id of the heading"),
    "table": ("tables", "the size of the table (rows × columns)"),
    "fact": ("facts", "the fact"),
    "footnote": ("footnotes", "the footnote"),
    "code": ("code", "the code"),
    "link": ("links", "the link"),
    "picture": ("pictures", "the picture"),
    "number": ("numbers", "the number or month"),
}


def parity_faults(corpus: Corpus) -> Iterator[Fault]:
    """Differences between each translation and its source; drafts and adapted pages may differ."""
    for found in corpus.translated:
        if found.is_comparable:
            for difference in found.text.differences:
                rule = _RULES[difference.rule][0]
                words = _message(found, difference), difference.extra, [_better(found, difference)]
                said = "" if difference.missing else "{typed} is not in the source."
                yield found.page.fault(difference.line, LEVELS[rule], rule, *words, said)


def _better(found: TranslatedPage, difference: Difference) -> str:
    """What the source has; a number with the marks of the translation's language."""
    typed = difference.missing
    value = read_number(typed, found.record.source) if difference.rule == "number" else None
    return typed if value is None or typed.isdigit() else number_text(value, found.page.locale)


def _message(found: TranslatedPage, difference: Difference) -> str:
    what = _RULES[difference.rule][1]
    place = f"{found.source.path}:{difference.source_line}"
    if difference.missing and difference.extra:
        return (
            f"{what} is '{difference.extra}' here and '{difference.missing}' in {place}. Write it as there."
        )
    if difference.missing:
        return f"{what} '{difference.missing}' of {place} is missing here. Put it in."
    where = f"at {place}" if difference.source_line else f"in {found.source.path}"
    return f"{what} '{difference.extra}' is not {where}. Take it out, or put it into the source."
