"""What a page's front matter says of its translation: the `translation:` record, or `translate:` of an original.

translation:
  source: sv              # the locale it was made from
  version: df1b-a044      # the text of the source that it follows
  status: translated      # draft, machine, translated or reviewed
  translators: [Maria Ionescu]
  reviewers: [Andrei Pop]
  adapted: true           # differs on purpose: its blocks are not compared
  checks: {ignore: [numbers]}
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from publications.faults import Fault, Level, did_you_mean, likely
from publications.reading.front_values import Value
from publications.reading.frontmatter import Front
from publications.reading.reading import Reading
from publications.translation.version import read_version

_KEYS = ("source", "version", "status", "translators", "reviewers", "adapted", "checks")
_RULE = "translation-record"


class Status(StrEnum):
    """How far people are with a translation, as they say themselves."""

    DRAFT = "draft"
    MACHINE = "machine"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Record:
    """The `translation:` record of a page. version: "" when none is given; line: on which it begins."""

    source: str
    version: str = ""
    status: Status = Status.TRANSLATED
    translators: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    adapted: bool = False
    ignored_checks: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Tracking:
    """What a page says of itself.

    record: None for an original; translate: the locales an original is for, None when for all of them.
    ignored_checks: names of the checks this page waives, also on an original.
    """

    record: Record | None = None
    translate: frozenset[str] | None = None
    ignored_checks: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def tracking_of(reading: Reading, *, path: str, locale: str, locales: Collection[str]) -> Tracking:
    """Read a page's record. path, locale: of the page; locales: all that the project knows.

    Faults name the line and the nearest right word; what cannot be read is left out of the record.
    """
    reader = _Reader(path, locale, locales)
    return reader.read(reading.front)


def read_tracking(markdown: str, *, path: str, locale: str, locales: Collection[str]) -> Tracking:
    """The same of a text that has no reading yet."""
    return tracking_of(Reading.of(markdown), path=path, locale=locale, locales=locales)


class _Reader:
    def __init__(self, path: str, locale: str, locales: Collection[str]) -> None:
        self.path, self.locale, self.locales = path, locale, locales
        self.faults: list[Fault] = []

    def read(self, front: Front) -> Tracking:
        record = front.get("translation")
        translate = self._translate(front.get("translate"))
        ignored = self._ignored(front.get("checks"))
        if record is None or record.value is None:
            return Tracking(None, translate, ignored, tuple(self.faults))
        if not record.is_mapping:
            self._fault(
                record, "'translation' must be lines of its own, such as 'source: sv' and 'status: draft'."
            )
            return Tracking(None, translate, ignored, tuple(self.faults))
        if translate is not None:
            self._fault(
                record,
                "a translation is not translated on: take out 'translate', it belongs to the original.",
            )
        read = self._record(record)
        return Tracking(read, None, read.ignored_checks + ignored if read else ignored, tuple(self.faults))

    def _record(self, record: Value) -> Record | None:
        for key in record.names():
            if str(key.value) not in _KEYS:
                name = str(key.value)
                message = f"'translation' has no '{name}'. {did_you_mean(name, _KEYS)}"
                self._fault(key, message, name, likely(name, _KEYS))
        source = self._source(record)
        if source is None:
            return None
        return Record(
            source=source,
            version=self._version(record.get("version")),
            status=self._status(record.get("status")),
            translators=self._names(record.get("translators"), "translators"),
            reviewers=self._names(record.get("reviewers"), "reviewers"),
            adapted=self._flag(record.get("adapted")),
            ignored_checks=self._ignored(record.get("checks")),
            line=record.line,
        )

    def _source(self, record: Value) -> str | None:
        source = record.get("source")
        if source is None or not source.value:
            self._fault(
                record, "'translation' lacks 'source': the language it was made from, such as 'source: sv'."
            )
            return None
        code = str(source.value)
        if code == self.locale:
            self._fault(
                source, f"this page is in '{code}' itself: 'source' is the language it was translated from."
            )
            return None
        return code if self._is_locale(source, code) else None

    def _version(self, typed: Value | None) -> str:
        if typed is None or typed.value is None:
            return ""
        code = read_version(str(typed.value))
        if code is None:
            self._fault(
                typed,
                f"'{typed.value}' is no version. A version is eight characters from 0–9 and a–f, such as "
                "df1b-a044; `pubs status` shows the one to copy.",
            )
        return code or ""

    def _status(self, typed: Value | None) -> Status:
        if typed is None or typed.value is None:
            return Status.TRANSLATED
        word = str(typed.value).strip().lower()
        if word in list(Status):
            return Status(word)
        message = f"there is no status '{typed.value}'. {did_you_mean(word, [*Status])}"
        self._fault(typed, message, str(typed.value), likely(word, [*Status]))
        # What nobody vouches for is not published.
        return Status.DRAFT

    def _translate(self, typed: Value | None) -> frozenset[str] | None:
        if typed is None or typed.value is None or typed.value is True:
            return None
        if typed.value is False:
            return frozenset()
        values = typed.items() or (typed,)
        return frozenset(str(value.value) for value in values if self._is_locale(value, str(value.value)))

    def _is_locale(self, place: Value, code: str) -> bool:
        if code in self.locales:
            return True
        message = f"the project has no language '{code}'. {did_you_mean(code, self.locales)}"
        self._fault(place, message, code, likely(code, self.locales))
        return False

    def _flag(self, typed: Value | None) -> bool:
        if typed is None or typed.value is None or isinstance(typed.value, bool):
            return bool(typed and typed.value)
        self._fault(typed, f"'adapted' is true or false, not '{typed.value}'.")
        return False

    def _names(self, typed: Value | None, key: str) -> tuple[str, ...]:
        if typed is None or typed.value is None:
            return ()
        if typed.is_mapping:
            self._fault(typed, f"'{key}' is a list of names: [Maria Ionescu, Andrei Pop].")
            return ()
        return tuple(str(value.value) for value in typed.items() or (typed,) if value.value)

    def _ignored(self, checks: Value | None) -> tuple[str, ...]:
        if checks is None or checks.value is None:
            return ()
        ignore = checks.get("ignore") if checks.is_mapping else None
        if ignore is None:
            self._fault(checks, "'checks' says which checks this page waives: checks: {ignore: [numbers]}.")
            return ()
        return self._names(ignore, "ignore")

    def _fault(self, place: Value, message: str, typed: str = "", better: tuple[str, ...] = ()) -> None:
        self.faults.append(Fault(self.path, place.line, message, Level.ERROR, _RULE, typed, better))
