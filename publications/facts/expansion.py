"""Expansion: a page's facts written out in the language of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from publications.facts.fact import Fact
from publications.facts.library import PATH, Facts
from publications.faults import Fault, PublicationError, did_you_mean, likely, nearest
from publications.reading.mention import Mention, with_facts


def expand_facts(text: str, facts: Facts, locale: str) -> str:
    """A text without code blocks with every `{{ id }}` in place; one that cannot be written stays, for the checks to name.

    locale: the one the text is written in, on a fallback page too. A text without facts comes back itself.
    """
    return with_facts(text, partial(words_of_fact, facts, locale))


def words_of_fact(facts: Facts, locale: str, name: str, form: str) -> str | None:
    """A fact as it is written in a language; None when it cannot be."""
    try:
        return facts.facts[name].text(locale, form)
    except (KeyError, PublicationError):
        return None


def find_fact_faults(mentions: Iterable[Mention], facts: Facts, path: str, locale: str) -> Iterator[Fault]:
    """What keeps the facts that a text names from being written."""
    for mention in mentions:
        if fault := _fault(mention, facts, locale):
            yield replace(fault, path=path)


def _fault(mention: Mention, facts: Facts, locale: str) -> Fault | None:
    line, fact = mention.line, facts.facts.get(mention.id)
    if not mention.is_closed:
        message = (
            "'{{' is never closed on its line. Write {{ id }}; for braces as such, write them as `code`."
        )
        return Fault("", line, message, rule="fact", better=("}}",))
    if not fact:
        return _unknown(mention, facts)
    if mention.form and mention.form not in fact.forms:
        known, better = did_you_mean(mention.form, fact.forms), likely(mention.form, fact.forms)
        message = f"'{fact.id}' is a {fact.kind} and has no form '{mention.form}'. {known}"
        return Fault("", line, message, rule="fact", typed=mention.form, better=better)
    return _untranslated(fact, mention, locale)


def _unknown(mention: Mention, facts: Facts) -> Fault:
    name, close = mention.id, nearest(mention.id, facts.facts) if mention.id else None
    hint = f"Did you mean '{close}'?" if close else f"Add it to {PATH}; `pubs facts` lists those there are."
    message = f"there is no fact '{name}'. {hint}"
    if not name:
        message = "'{{ }}' names no fact. Write its id between the braces; `pubs facts` lists them."
    typed, better = name or "{{ }}", (close,) if close else ()
    return Fault("", mention.line, message, rule="fact", typed=typed, better=better)


def _untranslated(fact: Fact, mention: Mention, locale: str) -> Fault | None:
    try:
        fact.text(locale, mention.form)
    except PublicationError as error:
        message = f"'{fact.id}' cannot be written here. {error}"
        said = "The fact {typed} cannot be written in this language yet. Tell whoever looks after the site."
        return Fault("", mention.line, message, rule="fact", typed=fact.id, said=said)
    return None
