"""Done: a translator says "I have followed this version"; what was not looked at is asked about first."""

from __future__ import annotations

from collections.abc import Sequence

from publications.editing.edit import edited, least_edit
from publications.reading.block import Block, BlockKind
from publications.reading.encoding import as_lines
from publications.reading.front_edit import FrontMatter
from publications.reading.reading import read_blocks
from publications.translation.change_kind import ChangeKind
from publications.translation.changes import Change
from publications.translation.counterparts import counterparts
from publications.translation.numbers import digits_of, facts_of
from publications.translation.record import Status


def follow(translation: str, version: str, *, status: Status | None = None, reviewer: str = "") -> str:
    """The translation's text with the version in its record, and no other byte changed.

    A text without a `translation:` record comes back as it is.

    status: what the record says from now on, None to keep it; reviewer: a name to add, which also makes the
    translation reviewed.
    """
    text = as_lines(translation)
    front = FrontMatter.of(text).with_value("translation", "version", version)
    if reviewer:
        front = front.with_item("translation", "reviewers", reviewer)
    if reviewer or status:
        front = front.with_value("translation", "status", str(Status.REVIEWED if reviewer else status))
    return edited(translation, [least_edit(0, text, front.write())])


def unanswered(
    changes: Sequence[Change], *, source: str, translation: str, previous: str | None = None
) -> tuple[Change, ...]:
    """The changes that the translator's file shows no trace of; each is to be made or to be confirmed.

    source, translation: both as they are now; previous: the translation as it was before the translator
    began, if it is known, for instance from version control.
    """
    now = read_blocks(translation)
    pairs = counterparts(read_blocks(source), now)
    told = {(pair.source.line, pair.source.kind) for pair in pairs if pair.source and pair.translation}
    before = frozenset(block.text for block in read_blocks(previous)) if previous is not None else None
    return tuple(change for change in changes if not _is_answered(change, now, told, before))


def _is_answered(
    change: Change,
    translation: Sequence[Block],
    told: set[tuple[int, BlockKind]],
    before: frozenset[str] | None,
) -> bool:
    own = [block for block in translation if block.line == change.line and block.kind is change.block]
    if change.kind is ChangeKind.TYPO:
        return True
    if change.kind is ChangeKind.ADDED:
        return (change.source_line, change.block) in told
    if change.kind is ChangeKind.REMOVED and change.is_near:
        return True
    if change.kind is ChangeKind.LINK:
        return all(any(target in block.links for block in own) for target in change.new.split())
    if change.kind is ChangeKind.NUMBER:
        wanted = _values(change.new) - _values(change.old)
        if wanted:
            return any(wanted <= _values(block.words) for block in own)
    return before is not None and bool(own) and not any(block.text in before for block in own)


def _values(text: str) -> frozenset[str]:
    return frozenset((*digits_of(text), *facts_of(text)))
