"""Facts: the files below data/ are right, and every page can write the facts it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from publications.checks.corpus import Corpus
from publications.facts.expansion import find_fact_faults
from publications.facts.library import read_facts
from publications.facts.partner import read_partners
from publications.facts.topic import topic_faults
from publications.facts.unit import Unit, missing_words
from publications.faults import Fault, Level, PublicationError
from publications.findings import SiteFindings
from publications.reading.source_page import SourcePage


def fact_faults(corpus: Corpus) -> Iterator[Fault]:
    """Faults in each page's `{{ … }}`."""
    for page in corpus.pages:
        yield from find_fact_faults(page.reading.mentions, corpus.inquiry.facts, page.path, page.locale)
        yield from _front_matter(page)


def data_faults(site: SiteFindings) -> Iterator[Fault]:
    """Faults in data/facts.yml, sources.yml, units.yml, partners.yml and topics.yml."""
    facts = read_facts(site.project.root)
    yield from facts.faults
    yield from read_partners(site.project.root)[1]
    yield from topic_faults(site.project)
    yield from _units(facts.units.values(), site.project.codes)


def _units(units: Iterable[Unit], locales: tuple[str, ...]) -> Iterator[Fault]:
    """Units without words in a language, which may never need them: a page that does is told so at its line."""
    for locale in locales:
        try:
            for unit in units:
                if locale not in unit.plurals:
                    yield replace(missing_words(unit, locale), level=Level.INFO)
        except PublicationError as unknown_language:
            yield from unknown_language.faults


def _front_matter(page: SourcePage) -> Iterator[Fault]:
    for key, value in page.values.items():
        if isinstance(value, str) and "{{" in value:
            message = f"'{key}' cannot have {{{{ facts }}}}: they are for the text below. Write it out here."
            typed = value[value.index("{{") :].partition("}}")[0] + "}}"
            said = "No facts can stand here. Write {typed} out."
            yield page.fault(page.line_of(key), Level.ERROR, "fact", message, typed, said=said)
