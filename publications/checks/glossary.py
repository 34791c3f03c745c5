"""Glossary: the project's terms are said as the project says them, in every language."""

from __future__ import annotations

from collections.abc import Iterator

from publications.checks.corpus import Corpus
from publications.checks.rules import LEVELS
from publications.checks.translated import text_of
from publications.faults import Fault, PublicationError
from publications.translation.glossary import departures, forbidden, read_glossary

_FORMS_SHOWN = 3


def glossary_faults(corpus: Corpus) -> Iterator[Fault]:
    """Terms of data/glossary.yml that a translation has in none of their forms, and forms that are wrong."""
    try:
        terms = read_glossary(corpus.project.root)
    except PublicationError as error:
        yield from error.faults
        return
    for found in corpus.translated:
        if found.is_comparable:
            locales = {"source_locale": found.record.source, "locale": found.page.locale}
            for departure in departures(terms, found.pairs, **locales):
                place = f"{found.source.path}:{departure.source_line}"
                message = (
                    f"'{departure.source_form}' of {place} is missing here. Write {_either(departure.right)}."
                )
                yield found.page.fault(departure.line, LEVELS["glossary"], "glossary", message)
    for page in corpus.pages:
        for number, line in enumerate(text_of(page).split("\n"), start=1):
            for typed, right in forbidden(terms, line, page.locale):
                message = f"'{typed}' is not what the project says. Write {_either(right)}."
                yield page.fault(number, LEVELS["glossary"], "glossary", message)


def _either(forms: tuple[str, ...]) -> str:
    return " or ".join(f"'{form}'" for form in forms[:_FORMS_SHOWN]) or "another word"
