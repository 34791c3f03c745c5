"""Row views: a row of a page as the templates show it."""

from __future__ import annotations

from dataclasses import dataclass

from publications.desk.codes import as_json
from publications.desk.opened import Opened
from publications.desk.rows import Row, RowState
from publications.desk.session import Session
from publications.editing.reading_segments import segment_of
from publications.editing.segment import CodeName, Segment
from publications.editing.slot import Slot
from publications.reading.block import BlockKind
from publications.translation.change_kind import ChangeKind
from publications.translation.diff import Pieces, word_diff


@dataclass(frozen=True, slots=True)
class RowView:
    """A row as the template shows it. source, own: segments as JSON; before, now: the source's words, marked.

    source_codes: the source's segment, its facts in the language of the translation; words: to be written; anchor: the id of
    a heading, by which the page as readers see it is scrolled; is_front: the block stands in the front matter.
    """

    key: str
    state: str
    kind: str
    level: int
    is_small: bool
    source: list[dict[str, object]] | None
    own: list[dict[str, object]] | None
    source_codes: list[dict[str, object]] | None
    source_words: str
    own_words: str
    source_markdown: str
    own_markdown: str
    can_be_edited: bool
    change: str
    before: Pieces
    now: Pieces
    line: int
    words: int
    anchor: str
    is_front: bool
    place: tuple[str, ...]


def row_view(session: Session, opened: Opened, row: Row) -> RowView:
    """A row with both sides as JSON."""
    slot = opened.slot(row.own)
    source_block = row.source or row.old
    source_slot = opened.source_slot(source_block)
    is_changed = row.state is RowState.CHANGED and row.old and row.source
    before, now = _marked(row) if is_changed else ((), ())
    own = _segment(session, slot, opened.locale)
    source_codes = _segment(session, source_slot, opened.locale)
    return RowView(
        key=row.key,
        state=row.state,
        kind=row.block.attribute("key") or str(row.block.kind),
        level=row.block.level if row.block.kind is BlockKind.HEADING else 0,
        is_small=not row.block.words,
        source=_segment(session, source_slot, opened.source_locale) if source_block else None,
        own=own,
        source_codes=source_codes,
        source_words=read(source_codes),
        own_words=read(own) or (row.own.words if row.own else ""),
        source_markdown=source_slot.markdown if source_slot else "",
        own_markdown=slot.markdown if slot else "",
        can_be_edited=bool(slot) or row.own is None,
        change=str(row.change or ""),
        before=before,
        now=now,
        line=row.own.line if row.own else 0,
        words=row.words,
        anchor=_anchor(row),
        is_front=row.block.kind is BlockKind.FRONT_MATTER,
        place=row.block.path,
    )


def as_parts(session: Session, segment: Segment, locale: str) -> list[dict[str, object]]:
    """A segment as JSON, its facts as they are written in a language."""
    return as_json(segment, lambda typed: session.fact(typed, locale))


def _segment(session: Session, slot: Slot | None, locale: str) -> list[dict[str, object]] | None:
    return as_parts(session, segment_of(slot), locale) if slot else None


def _marked(row: Row) -> tuple[Pieces, Pieces]:
    """The words that have changed; where only a link has, the Markdown."""
    assert row.old and row.source  # noqa: S101, PT018 (a changed row has both)
    if row.change is ChangeKind.LINK or row.old.words == row.source.words:
        return word_diff(row.old.text, row.source.text)
    return word_diff(row.old.words, row.source.words)


def read(parts: list[dict[str, object]] | None) -> str:
    """A segment as it is read: its words and facts."""
    words = (part["label"] if part.get("name") == CodeName.FACT else part["words"] for part in parts or ())
    return "".join(
        str(text)
        for part, text in zip(parts or (), words, strict=True)
        if part.get("name") in (None, CodeName.FACT)
    )


def _anchor(row: Row) -> str:
    own = row.own or row.block
    return own.attribute("id") if own.kind is BlockKind.HEADING else ""
