"""A page compared with what its translations were made from, language by language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from publications.faults import Fault, Level
from publications.reading.block import Block
from publications.reading.reading import read_blocks
from publications.translation.alignment import align
from publications.translation.change_kind import ChangeKind
from publications.translation.changes import Change, changes_between
from publications.translation.family import family_of
from publications.translation.gaps import Gap, count_words, gaps_in
from publications.translation.record import Record, Status, Tracking, read_tracking
from publications.translation.states import State
from publications.translation.status import PageStatus, TranslationStatus
from publications.translation.version import version_of_blocks
from publications.translation.version_slips import wrong_version

SourceText = Callable[[str, str], str | None]
"""Finds a source text again: version and source locale → text, None when it is lost."""

SameMeaning = Callable[[str, str], bool]
"""Whether an editor has said that a version means the same as an earlier one."""


def page_status(
    page: str,
    texts: Mapping[str, str],
    *,
    locales: Collection[str],
    source_text: SourceText,
    same_meaning: SameMeaning = lambda _old, _new: False,
) -> PageStatus:
    """Compare the texts of a page, by locale, with what each was made from.

    page: its path below the locale ("newsletters/2021-05.md"); faults name `docs/<locale>/<page>`.
    """
    paths = {locale: f"docs/{locale}/{page}" for locale in locales}
    tracked = {
        locale: read_tracking(text, path=paths[locale], locale=locale, locales=locales)
        for locale, text in texts.items()
        if locale in paths
    }
    family = family_of(tracked, paths)
    blocks = {locale: read_blocks(texts[locale]) for locale in tracked}
    judge = _Judge(tracked, blocks, paths, source_text, same_meaning)
    statuses: dict[str, TranslationStatus] = {}
    for locale in family.order:
        statuses[locale] = judge.status(locale, statuses)
    own = blocks.get(family.original or "", ())
    lacking = _Lacking(family.original, tracked, own)
    return PageStatus(
        page=page,
        original=family.original,
        blocks=_count(own),
        words=sum(map(count_words, own)),
        version=version_of_blocks(own).code if family.original else "",
        translations={
            locale: statuses.get(locale) or lacking.status(locale)
            for locale in locales
            if locale != family.original
        },
        faults=(*family.faults, *(fault for says in tracked.values() for fault in says.faults)),
    )


@dataclass(frozen=True, slots=True)
class _Lacking:
    """The status of a language that has no text, or one whose sources go round in a circle."""

    original: str | None
    tracked: Mapping[str, Tracking]
    blocks: Sequence[Block]

    def status(self, locale: str) -> TranslationStatus:
        if locale in self.tracked:
            return TranslationStatus(locale, State.UNKNOWN)
        wanted = self.tracked[self.original].translate if self.original else None
        if wanted is not None and locale not in wanted:
            return TranslationStatus(locale, State.EXCLUDED)
        words = sum(map(count_words, self.blocks))
        source = self.original or ""
        return TranslationStatus(locale, State.MISSING, source, blocks=_count(self.blocks), words=words)


@dataclass(frozen=True, slots=True)
class _Judge:
    tracked: Mapping[str, Tracking]
    blocks: Mapping[str, Sequence[Block]]
    paths: Mapping[str, str]
    source_text: SourceText
    same_meaning: SameMeaning

    def status(self, locale: str, known: Mapping[str, TranslationStatus]) -> TranslationStatus:
        """The status of a text whose source's own status is known already."""
        record = self.tracked[locale].record
        if record is None:
            return TranslationStatus(locale, State.UNKNOWN)
        source = self.blocks.get(record.source)
        if source is None:
            return TranslationStatus(locale, State.ORPHAN, record.source, record.status, record.version)
        if not self.blocks[locale]:
            words = sum(map(count_words, source))
            return TranslationStatus(
                locale, State.MISSING, record.source, record.status, blocks=_count(source), words=words
            )
        return self._compare(locale, record, source, known)

    def _compare(
        self, locale: str, record: Record, source: Sequence[Block], known: Mapping[str, TranslationStatus]
    ) -> TranslationStatus:
        current = version_of_blocks(source).code
        followed = self._followed(record, source, current)
        changes: tuple[Change, ...] = ()
        gaps: tuple[Gap, ...] = ()
        if followed is not None and not record.adapted:
            if followed is not source and not self.same_meaning(record.version, current):
                changes = changes_between(followed, source, self.blocks[locale], locale=record.source)
            found = gaps_in(followed, self.blocks[locale], source_locale=record.source, locale=locale)
            gaps = found if followed is source else tuple(_as_of_now(found, followed, source))
        behind = record.source in known and known[record.source].state.is_behind
        return TranslationStatus(
            locale=locale,
            state=_state(record, followed, changes, gaps, behind=behind),
            source=record.source,
            status=record.status,
            version=record.version,
            current_version=current,
            changes=changes,
            gaps=gaps,
            blocks=_count(source),
            words=_words_to_do(changes, gaps),
            has_diff=followed is not None,
            faults=self._faults(locale, record, current, followed),
        )

    def _followed(self, record: Record, source: Sequence[Block], current: str) -> Sequence[Block] | None:
        """The text that the translation follows: `source` itself when it says the same; None when lost."""
        if record.version in ("", current):
            return source
        text = self.source_text(record.version, record.source)
        if text is None:
            return None
        followed = read_blocks(text)
        # An older segmenter gave the same text another code.
        return source if version_of_blocks(followed).code == current else followed

    def _faults(
        self, locale: str, record: Record, current: str, followed: Sequence[Block] | None
    ) -> tuple[Fault, ...]:
        if self.tracked[locale].faults:
            return ()
        own = version_of_blocks(self.blocks[locale]).code
        what = wrong_version(record.version, followed, self.blocks[record.source], own=own)
        message = f"{what}. {self.paths[record.source]} is at {current} now."
        place = self.paths[locale], record.line
        return (Fault(*place, message, Level.WARNING, "translation-version"),) if what else ()


def _state(
    record: Record,
    followed: Sequence[Block] | None,
    changes: Sequence[Change],
    gaps: Sequence[Gap],
    *,
    behind: bool,
) -> State:
    """What readers lack most, names the state."""
    outdated = followed is None or not all(change.kind.is_touch_up for change in changes)
    worst_first = (
        (record.status is Status.DRAFT, State.DRAFT),
        (record.adapted, State.ADAPTED),
        (not record.version, State.UNKNOWN),
        (outdated, State.OUTDATED),
        (bool(gaps), State.PARTIAL),
        (bool(changes), State.TOUCH_UP),
        (behind, State.WAITING),
    )
    return next((state for is_so, state in worst_first if is_so), State.CURRENT)


def _as_of_now(gaps: Sequence[Gap], followed: Sequence[Block], source: Sequence[Block]) -> Iterator[Gap]:
    """Gaps with their lines in the source as it is now; what the source has dropped is lacking no more."""
    now = {
        (pair.old.line, pair.old.kind): pair.new.line
        for pair in align(followed, source)
        if pair.old and pair.new
    }
    for gap in gaps:
        line = now.get((gap.source_line, gap.block))
        if line is not None:
            yield replace(gap, source_line=line)


def _words_to_do(changes: Sequence[Change], gaps: Sequence[Gap]) -> int:
    written = (ChangeKind.TEXT, ChangeKind.ADDED)
    return sum(change.words for change in changes if change.kind in written) + sum(gap.words for gap in gaps)


def _count(blocks: Sequence[Block]) -> int:
    return sum(1 for block in blocks if block.words)
