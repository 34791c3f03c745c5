"""Periods in a cell of a table: ISO 8601, or the words of the page's language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from publications.language.cldr import cldr
from publications.language.dates import PartialDate, parse_date, partial_date_text
from publications.language.periods import Period, parse_period, period_text

_TO = re.compile(r"\s*[–—]\s*|\s+-\s+|(?<=[^\W\d])-(?=[^\W\d])|(?<=\d)-(?=\d)")
_PART = re.compile(r"(?P<year>\d{4})|(?P<day>\d{1,2})(?:º|\b)\.?|(?P<month>[^\W\d]+)\.?|\S")
_NAMES = ("year", "month", "day")


def read_period(text: str, locale: str) -> Period | None:
    """The closed period that a cell says: "2021-06/2022-03", "juni 2021 – mars 2022", "10–12 maj 2021".

    One date alone is a period too. None when it is none.
    """
    text = text.strip()
    moment = parse_date(text)
    period = Period(moment, moment) if moment else parse_period(text) or _in_words(text, locale)
    return period if period and period.start and period.end and period.start <= period.end else None


def shown_period(text: str, period: Period, locale: str) -> str:
    """The cell as readers see it: their own words for ISO 8601, else what was typed."""
    is_iso = parse_date(text.strip()) or parse_period(text.strip())
    if not is_iso:
        return text.strip()
    if period.start and period.start == period.end:
        return partial_date_text(period.start, locale)
    return period_text(period, locale)


def month_names(locale: str) -> tuple[str, ...]:
    """The twelve months, short, as they stand alone ("jan.", "feb." …)."""
    names = cldr(locale).months["stand-alone"]["abbreviated"]
    return tuple(str(names[month]) for month in range(1, 13))


def _in_words(text: str, locale: str) -> Period | None:
    sides = _TO.split(text)
    if not 1 <= len(sides) <= 2:  # noqa: PLR2004 (a start and an end)
        return None
    parts = [_parts(side, locale) for side in sides]
    if any(side is None or not side for side in parts):
        return None
    last = dict(parts[-1] or {})
    first = {**last, **(parts[0] or {})}
    if not any("day" in (side or {}) for side in parts[:1]):
        first.pop("day", None)
    start, end = _date(first), _date(last)
    return Period(start, end) if start and end else None


def _parts(text: str, locale: str) -> dict[str, int] | None:
    """Year, month and day of one side, None when a word is none of them."""
    found: dict[str, int] = {}
    for match in _PART.finditer(text):
        name = match.lastgroup
        value = _months(locale).get(match["month"].casefold(), 0) if name == "month" else 0
        value = value or (int(match[name]) if name in ("year", "day") else 0)
        if not name or not value or name in found:
            return None
        found[name] = value
    return found


def _date(parts: Mapping[str, int]) -> PartialDate | None:
    iso = "-".join(f"{parts[name]:02}" for name in _NAMES if name in parts)
    is_whole = list(parts) and all(name in parts for name in _NAMES[: len(parts)])
    return parse_date(iso) if is_whole else None


@lru_cache(maxsize=16)
def _months(locale: str) -> Mapping[str, int]:
    return MappingProxyType(dict(_month_words(locale)))


def _month_words(locale: str) -> Iterator[tuple[str, int]]:
    for widths in cldr(locale).months.values():
        for width in ("wide", "abbreviated"):
            for month, name in widths.get(width, {}).items():
                yield str(name).rstrip(".").casefold(), month
