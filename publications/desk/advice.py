"""Advice beside a block: how it was translated before, and the project's terms in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publications.project import Project
from publications.reading.block import Block
from publications.reading.reading import Reading
from publications.status.page_files import name_of, pages_on_disk, path_of
from publications.translation.glossary import Term, first_form
from publications.translation.memory import Memory, Suggestion
from publications.translation.record import Status, read_tracking


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


def memory_of(project: Project, source_locale: str, locale: str) -> Memory:
    """All that was translated from one language into another, drafts left out."""
    return Memory.of(_pages(project, source_locale, locale))


def _pages(
    project: Project, source_locale: str, locale: str
) -> Iterator[tuple[str, tuple[Block, ...], tuple[Block, ...]]]:
    for page, locales in pages_on_disk(project).items():
        if not {source_locale, locale} <= set(locales):
            continue
        texts = [
            path_of(project.root, page, code).read_bytes().decode("utf-8-sig", errors="replace")
            for code in (source_locale, locale)
        ]
        record = read_tracking(texts[1], path="", locale=locale, locales=project.codes).record
        if record is None or record.status is not Status.DRAFT:
            source, own = (Reading.of(text).blocks for text in texts)
            yield name_of(page, locale), source, own
