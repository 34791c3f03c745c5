"""A page compared with what its translations were made from, language by language."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from publications.faults import Fault, Level
from publications.reading.reading import Reading
from publications.translation.change_kind import ChangeKind
from publications.translation.changes import Change
from publications.translation.family import family_of
from publications.translation.gaps import Gap
from publications.translation.record import Status, Tracking, tracking_of
from publications.translation.status import PageStatus, State, TranslationStatus
from publications.translation.translated_text import SameMeaning, Side, TranslatedText

SourceText = Callable[[str, str], Reading | str | None]
"""Finds a source text again: version and source locale → text, None when it is lost."""


def compare_page(
    page: str,
    texts: Mapping[str, Reading | str],
    *,
    locales: Collection[str],
    source_text: SourceText,
    same_meaning: SameMeaning = lambda _old, _new: False,
) -> PageComparison:
    """Compare the texts of a page, by locale, with what each was made from; each part when it is asked for.

    page: its path below the locale ("newsletters/2021-05.md"); faults name `docs/<locale>/<page>`.
    """
    known = {locale: _reading(text) for locale, text in texts.items() if locale in locales}
    tracked = {
        locale: tracking_of(reading, path=f"docs/{locale}/{page}", locale=locale, locales=locales)
        for locale, reading in known.items()
    }
    sides = {locale: Side(reading) for locale, reading in known.items()}

    # Several translations may follow one earlier text.
    @cache
    def earlier(version: str, locale: str) -> Side | None:
        found = source_text(version, locale)
        return None if found is None else Side(_reading(found))

    translations = {
        locale: TranslatedText(
            locale, says.record, sides[locale], sides[says.record.source], earlier, same_meaning
        )
        for locale, says in tracked.items()
        if says.record and says.record.source in sides
    }
    return PageComparison(page, tuple(locales), tracked, sides, translations)


@dataclass(frozen=True, eq=False)
class PageComparison:
    """tracked: what each text says of itself; translations: those whose source is there."""

    page: str
    locales: Sequence[str]
    tracked: Mapping[str, Tracking]
    sides: Mapping[str, Side]
    translations: Mapping[str, TranslatedText]

    @cached_property
    def status(self) -> PageStatus:
        """Where every translation stands."""
        family = family_of(self.tracked, {locale: self._path(locale) for locale in self.locales})
        statuses: dict[str, TranslationStatus] = {}
        for locale in family.order:
            statuses[locale] = self._status(locale, statuses)
        original = self.sides.get(family.original or "")
        return PageStatus(
            page=self.page,
            original=family.original,
            blocks=original.count if original else 0,
            words=original.words if original else 0,
            version=original.version if original else "",
            translations={
                locale: statuses.get(locale) or self._lacking(locale, family.original)
                for locale in self.locales
                if locale != family.original
            },
            faults=(
                *family.faults,
                *(fault for says in self.tracked.values() for fault in says.faults),
            ),
        )

    def _path(self, locale: str) -> str:
        return f"docs/{locale}/{self.page}"

    def _lacking(self, locale: str, original: str | None) -> TranslationStatus:
        """Of a language that has no text, or one whose sources go round in a circle."""
        if locale in self.tracked:
            return TranslationStatus(locale, State.UNKNOWN)
        if original is None:
            return TranslationStatus(locale, State.MISSING)
        wanted, source = self.tracked[original].translate, self.sides[original]
        if wanted is not None and locale not in wanted:
            return TranslationStatus(locale, State.EXCLUDED)
        return TranslationStatus(locale, State.MISSING, original, blocks=source.count, words=source.words)

    def _status(self, locale: str, known: Mapping[str, TranslationStatus]) -> TranslationStatus:
        """The status of a text whose source's own status is known already."""
        record, text = self.tracked[locale].record, self.translations.get(locale)
        if record is None:
            return TranslationStatus(locale, State.UNKNOWN)
        if text is None:
            return TranslationStatus(locale, State.ORPHAN, record.source, record.status, record.version)
        if not text.own.blocks:
            blocks, words = text.source.count, text.source.words
            return TranslationStatus(
                locale, State.MISSING, record.source, record.status, blocks=blocks, words=words
            )
        changes, gaps = ((), ()) if record.adapted else (text.changes, text.gaps_now)
        behind = record.source in known and known[record.source].state.is_behind
        return TranslationStatus(
            locale=locale,
            state=_state(text, changes, gaps, behind=behind),
            source=record.source,
            status=record.status,
            version=record.version,
            current_version=text.source.version,
            changes=changes,
            gaps=gaps,
            blocks=text.source.count,
            words=_words_to_do(changes, gaps),
            has_diff=text.followed is not None,
            faults=tuple(self._faults(text)),
        )

    def _faults(self, text: TranslatedText) -> Iterator[Fault]:
        if not self.tracked[text.locale].faults and text.wrong_version:
            now = f"{self._path(text.record.source)} is at {text.source.version} now."
            message = f"{text.wrong_version}. {now}"
            path, line = self._path(text.locale), text.record.line
            yield Fault(path, line, message, Level.WARNING, "translation-version")


def _reading(text: Reading | str) -> Reading:
    return Reading.of(text) if isinstance(text, str) else text


def _state(text: TranslatedText, changes: Sequence[Change], gaps: Sequence[Gap], *, behind: bool) -> State:
    """What readers lack most, names the state."""
    record = text.record
    outdated = text.followed is None or not all(change.kind.is_touch_up for change in changes)
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


def _words_to_do(changes: Sequence[Change], gaps: Sequence[Gap]) -> int:
    written = (ChangeKind.TEXT, ChangeKind.ADDED)
    return sum(change.words for change in changes if change.kind in written) + sum(gap.words for gap in gaps)
