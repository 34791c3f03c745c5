"""Dates as each language writes them, from ISO 8601 dates that may lack the day or the month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from babel.dates import format_date

from publications.language.cldr import NO_BREAK_SPACE, cldr, language_of
from publications.language.figures import with_figures

ISO_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?")

# What the first of a month has behind its figure (Interinstitutional Style Guide, Italian part).
_BEHIND_FIRST = {"it": "º"}
_UNQUOTED = r"(?=(?:[^']*'[^']*')*[^']*$)"
DAY = re.compile(rf"d+{_UNQUOTED}")


class Width(StrEnum):
    """How months are written: "januari" or "jan."."""

    LONG = "long"
    SHORT = "short"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date that may lack its day, or its month and day (then 0)."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])


def parse_date(iso: str) -> PartialDate | None:
    """The date that ISO 8601 writes as 2021, 2021-05 or 2021-05-12; None when there is no such date."""
    found = ISO_DATE.fullmatch(iso)
    if not found:
        return None
    moment = PartialDate(*(int(found[part] or 0) for part in ("year", "month", "day")))
    try:
        _ = moment.first_day
    except ValueError:
        return None
    return moment


def date_text(iso: str, locale: str) -> str:
    """A partial date in a language's own words. For 2021-05: "maj 2021", "mai 2021", "maggio 2021" (CLDR long forms).

    What is no ISO date comes back as it was typed; the checks report it.
    """
    moment = parse_date(iso)
    return partial_date_text(moment, locale) if moment else iso


def partial_date_text(moment: PartialDate, locale: str, width: Width = Width.LONG) -> str:
    """The same of a date that was read already: "12 maj 2021", "maj 2021" or "2021"; short "12 maj 2021", "jan. 2021"."""
    return shown(moment, pattern_of(moment, locale, width), locale)


def pattern_of(moment: PartialDate, locale: str, width: Width) -> str:
    """CLDR's pattern for a date of that precision, with U+00A0 between day and month."""
    formats = cldr(locale)
    if moment.day:
        # CLDR's medium form has months as figures in some languages; its skeleton never has.
        long = str(formats.date_formats["long"].pattern)
        pattern = long if width is Width.LONG else str(formats.datetime_skeletons["yMMMd"].pattern)
        return re.sub(r"(d+\.?) (?=[ML'])|([ML]) (?=d)", rf"\1\2{NO_BREAK_SPACE}", pattern)
    if moment.month:
        return str(formats.datetime_skeletons["yMMMM" if width is Width.LONG else "yMMM"].pattern)
    return "y"


def shown(moment: PartialDate, pattern: str, locale: str) -> str:
    """A date by a pattern of CLDR's letters."""
    behind_first = _BEHIND_FIRST.get(language_of(locale), "")
    if moment.day == 1 and behind_first:
        pattern = DAY.sub(lambda field: f"{field.group()}'{behind_first}'", pattern, count=1)
    return with_figures(str(format_date(moment.first_day, pattern, locale=cldr(locale))), locale)
