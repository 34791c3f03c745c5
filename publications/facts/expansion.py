"""Expansion: a page's facts written out in the language of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from publications.facts.fact import Fact
from publications.facts.library import PATH, Facts
from publications.faults import Fault, PublicationError, did_you_mean, nearest
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
        close = None if not mention.id or mention.id in facts.facts else nearest(mention.id, facts.facts)
        if message := _problem(mention, close, facts, locale):
            better = (close,) if close else ()
            yield Fault(path, mention.line, message, rule="fact", typed=mention.id, better=better)


def _problem(mention: Mention, close: str | None, facts: Facts, locale: str) -> str:
    if not mention.is_closed:
        return "'{{' is never closed on its line. Write {{ id }}; for braces as such, write them as `code`."
    fact = facts.facts.get(mention.id)
    if not fact:
        return _unknown(mention.id, close)
    if mention.form and mention.form not in fact.forms:
        known = did_you_mean(mention.form, fact.forms)
        return f"'{fact.id}' is a {fact.kind} and has no form '{mention.form}'. {known}"
    return _untranslated(fact, mention.form, locale)


def _unknown(name: str, close: str | None) -> str:
    if not name:
        return "'{{ }}' names no fact. Write its id between the braces; `pubs facts` lists them."
    hint = f"Did you mean '{close}'?" if close else f"Add it to {PATH}; `pubs facts` lists those there are."
    return f"there is no fact '{name}'. {hint}"


def _untranslated(fact: Fact, form: str, locale: str) -> str:
    try:
        fact.text(locale, form)
    except PublicationError as error:
        return f"'{fact.id}' cannot be written here. {error}"
    return ""
