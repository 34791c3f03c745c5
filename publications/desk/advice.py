"""Advice beside a block: how it was translated before, and the project's terms in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from publications.reading.block import Block
from publications.translation.glossary import Term, first_form
from publications.translation.memory import Memory, Suggestion


@dataclass(frozen=True, slots=True)
class Advised:
    """suggestions: the best first; terms: as the source has it, and the forms it takes in the translation."""

    suggestions: tuple[Suggestion, ...]
    terms: tuple[tuple[str, tuple[str, ...]], ...]


def advice_on(
    block: Block, memory: Memory, terms: Sequence[Term], source_locale: str, locale: str
) -> Advised:
    """What is known of a block of the source."""
    found = ((first_form(term, block.words, source_locale), term) for term in terms)
    named = ((form, term.forms_in(locale)) for form, term in found if form)
    return Advised(memory.suggest([block]), tuple((form, forms) for form, forms in named if forms))
