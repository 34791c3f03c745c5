"""Advice beside a block: how it was translated before, and the project's terms in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from publications.desk.opened import Opened
from publications.desk.row_view import as_parts, read
from publications.desk.rows import Row, RowState
from publications.desk.session import Session
from publications.editing.reading_segments import segment_of_text
from publications.reading.block import Block
from publications.translation.glossary import terms_in
from publications.translation.memory import Remembered, Suggestion


@dataclass(frozen=True, slots=True)
class Offer:
    """A translation from elsewhere. source, translation: as they are read; parts: the translation as JSON; likeness: up to 100."""

    source: str
    translation: str
    markdown: str
    parts: list[dict[str, object]]
    page: str
    line: int
    likeness: float


@dataclass(frozen=True, slots=True)
class TermAdvice:
    """A term as the source has it, and the forms that it takes in the translation."""

    source: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """suggestions: the best first; is_known: whether what was translated before is known by now."""

    is_known: bool = True
    suggestions: tuple[Offer, ...] = ()
    terms: tuple[TermAdvice, ...] = ()


def advice_on(session: Session, opened: Opened, row: Row) -> Advice:
    """What is known of a row's source; nothing where there is none."""
    if row.source is None or not opened.source_locale:
        return Advice()
    terms = tuple(_terms(session, opened, row.source))
    memory = session.memory(opened.source_locale, opened.locale)
    if memory is None:
        return Advice(is_known=False, terms=terms)
    found = (one for one in memory.suggest([row.source]) if not _is_own(opened, row, one.remembered))
    return Advice(suggestions=tuple(_suggestions(found, session, opened, row.source)), terms=terms)


def _suggestions(
    found: Iterable[Suggestion], session: Session, opened: Opened, source: Block
) -> Iterator[Offer]:
    for one in found:
        known = one.remembered
        before = as_parts(session, segment_of_text(known.source, source.kind), opened.source_locale)
        parts = as_parts(session, segment_of_text(known.translation, source.kind), opened.locale)
        yield Offer(read(before), read(parts), known.translation, parts, known.page, known.line, one.likeness)


def _is_own(opened: Opened, row: Row, known: Remembered) -> bool:
    """Whether it is what this row itself says, or said a moment ago."""
    is_translated = row.own is not None and row.state is not RowState.UNTRANSLATED
    said = {block.text for block in (row.old, row.source) if block}
    return is_translated and known.page == opened.name and known.source in said


def _terms(session: Session, opened: Opened, source: Block) -> Iterator[TermAdvice]:
    glossary = session.around.glossary
    for form, forms in terms_in(glossary, source.words, opened.source_locale, opened.locale):
        if forms:
            yield TermAdvice(form, forms)
