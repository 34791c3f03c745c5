"""Recording: which version of its source a page follows once a file has come home, and how far people are with it.

A page follows the source as it was sent, never as it is now: what was edited since is outdated then, and not lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from publications.agencies.page_texts import PageTexts
from publications.agencies.unit import Unit
from publications.reading.block import BlockKind
from publications.reading.encoding import as_lines
from publications.reading.reading import Reading
from publications.translation.changes import Change
from publications.translation.counterparts import pairs_of
from publications.translation.done import follow, unanswered
from publications.translation.gaps import Gap, gaps_in
from publications.translation.record import Record, Status
from publications.translation.translated_text import Side
from publications.translation.version import version_of


@dataclass(frozen=True)
class Stand:
    """How a page came back. returned: its text; confirmed: units that were edited, or that somebody stands for as they are.

    is_whole: nothing of it was damaged, and nothing was left untranslated.
    """

    texts: PageTexts
    returned: str
    units: Sequence[Unit]
    confirmed: Sequence[Unit]
    is_whole: bool

    @cached_property
    def own(self) -> Side:
        return Side(Reading.of(self.returned))

    @cached_property
    def right(self) -> frozenset[tuple[int, BlockKind]]:
        """Where the confirmed blocks stand in the source."""
        return frozenset((unit.block.line, unit.block.kind) for unit in self.confirmed)


@dataclass(frozen=True, slots=True)
class Recorded:
    """version: that the page follows from now on, "" when its record stays; unfollowed: why it does."""

    text: str
    version: str = ""
    unfollowed: tuple[Change, ...] = ()


def recorded(text: str, stand: Stand) -> Recorded:
    """A page's text with its record. A record that somebody has changed meanwhile stays theirs."""
    record = stand.texts.record
    if record is None or not _is_the_same(record, text, stand):
        return Recorded(text)
    if unfollowed := _unfollowed(stand):
        return Recorded(text, unfollowed=unfollowed)
    version, status = version_of(stand.texts.enclosed.source).code, _status(record, stand)
    if record.version == version and status is None:
        return Recorded(text)
    return Recorded(follow(text, version, status=status), version)


def _is_the_same(record: Record, text: str, stand: Stand) -> bool:
    now = PageTexts(replace(stand.texts.enclosed, own=text)).record
    sent = record.source, record.version, record.status
    return now is not None and (now.source, now.version, now.status) == sent


def _status(record: Record, stand: Stand) -> Status | None:
    """Another one when all of a draft is translated, or people have read all that a machine wrote."""
    is_read = record.status is Status.MACHINE and len(stand.confirmed) == len(stand.units)
    is_done = record.status is Status.DRAFT and stand.is_whole and not _gaps(stand)
    return Status.TRANSLATED if is_read or is_done else None


def _gaps(stand: Stand) -> Sequence[Gap]:
    """What nobody has translated, or stood for as it is."""
    sent = stand.texts.enclosed
    pairs = pairs_of(stand.texts.source.sections, stand.own.sections)
    found = gaps_in(pairs, source_locale=sent.source_locale, locale=sent.locale)
    return [gap for gap in found if (gap.source_line, gap.block) not in stand.right]


def _unfollowed(stand: Stand) -> tuple[Change, ...]:
    """Changes of the source that were sent, and of which the translation shows no trace."""
    changes, sent = stand.texts.changes(stand.own), stand.texts.enclosed
    if not changes:
        return ()
    now, before = stand.own.reading.text, as_lines(sent.own)
    left = unanswered(changes, source=sent.source, translation=now, previous=before)
    return tuple(change for change in left if (change.source_line, change.block) not in stand.right)
