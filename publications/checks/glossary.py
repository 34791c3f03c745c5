"""Glossary: the project's terms are said as the project says them, in every language."""

from __future__ import annotations

from collections.abc import Iterator

from publications.checks.corpus import Corpus
from publications.checks.rules import LEVELS
from publications.faults import Fault, PublicationError
from publications.translation.glossary import departures, forbidden

_FORMS_SHOWN = 3


def glossary_faults(corpus: Corpus) -> Iterator[Fault]:
    """Terms of data/glossary.yml that a translation has in none of their forms, and forms that are wrong."""
    try:
        terms = corpus.inquiry.around.glossary
    except PublicationError as error:
        yield from error.faults
        return
    for found in corpus.translated:
        if found.is_comparable:
            locales = {"source_locale": found.record.source, "locale": found.page.locale}
            for departure in departures(terms, found.pairs, **locales):
                place = f"{found.source.path}:{departure.source_line}"
                better = departure.right[:_FORMS_SHOWN]
                message = f"'{departure.source_form}' of {place} is missing here. Write {_either(better)}."
                yield found.page.fault(departure.line, LEVELS["glossary"], "glossary", message, better=better)
    for page in corpus.pages:
        is_wrong = any(forbidden(terms, page.reading.text, page.locale))
        for number, line in enumerate(page.lines if is_wrong else (), start=1):
            for typed, right in forbidden(terms, line, page.locale):
                better = right[:_FORMS_SHOWN]
                message = f"'{typed}' is not what the project says. Write {_either(better)}."
                yield page.fault(number, LEVELS["glossary"], "glossary", message, typed, better)


def _either(forms: tuple[str, ...]) -> str:
    return " or ".join(f"'{form}'" for form in forms) or "another word"
