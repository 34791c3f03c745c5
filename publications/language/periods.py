"""Periods as each language writes them, from ISO 8601 intervals of days, months or years.

Between single words or figures stands the en dash alone (juli–augusti 2021, 10–12 maj 2021), between ends
of several words it has thin spaces, U+2009 (juni 2021 – mars 2022). CLDR has both, but not for the same
intervals in every language; one rule looks alike in all. By Unicode's line breaking (UAX 14, LB21) a line
may end behind the dash and never before it, so no line begins with a dash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from publications.language.cldr import NO_BREAK_SPACE, language_of
from publications.language.dates import (
    DAY,
    PartialDate,
    Width,
    parse_date,
    partial_date_text,
    pattern_of,
    shown,
)

OPEN = ".."

# A full stop makes a figure an ordinal, and one is enough for both (A magyar helyesírás szabályai, 299: május 10–12.).
_ONE_STOP = ("hu",)
_DASH, _SPACED_DASH = "–", "\u2009–\u2009"
_MONTH = re.compile(r"[ML]{3,}")
_DAY_OF_ONE_MONTH = re.compile(rf"{DAY.pattern}\.?")
_DAY_AND_MONTH = re.compile(rf"{DAY.pattern}.*?[ML]{{3,}}|[ML]{{3,}}.*?{DAY.pattern}\.?")


@dataclass(frozen=True, slots=True)
class Period:
    """From one date to another, both within it; without a start or an end it is open there."""

    start: PartialDate | None
    end: PartialDate | None


def parse_period(iso: str) -> Period | None:
    """The interval that ISO 8601-2 writes as 2021-06/2022-03, or 2021-06/.. when it is open.

    None when it is no interval: a date that does not exist, an end before its start, open on both sides.
    """
    first, slash, last = iso.partition("/")
    start, end = parse_date(first), parse_date(last)
    is_read = slash and all(moment or text == OPEN for moment, text in ((start, first), (end, last)))
    if not is_read or not (start or end) or (start and end and end < start):
        return None
    return Period(start, end)


def period_text(period: Period, locale: str, width: Width = Width.LONG) -> str:
    """A period in a language's own words: "juni 2021 – mars 2022", "juli–augusti 2021", "10–12 maj 2021"."""
    start, end = period.start, period.end
    if start is None or end is None:
        return _open(period, locale, width)
    if start == end:
        return partial_date_text(start, locale, width)
    pattern = pattern_of(end, locale, width)
    if shared := _shared(start, end):
        # The part of the pattern that differs is told twice, the rest once.
        match = shared.search(pattern)
        if match:
            first = shown(start, match.group(), locale)
            first = (
                first.rstrip(".") if language_of(locale) in _ONE_STOP and start.month == end.month else first
            )
            last = shown(end, match.group(), locale)
            joined = _quoted(_range(first, last))
            return shown(end, f"{pattern[: match.start()]}{joined}{pattern[match.end() :]}", locale)
    return _range(partial_date_text(start, locale, width), partial_date_text(end, locale, width))


def _shared(start: PartialDate, end: PartialDate) -> re.Pattern[str] | None:
    """What of a pattern differs between two dates, None when all of it does."""
    if start.year != end.year or bool(start.day) != bool(end.day):
        return None
    if not start.day:
        return _MONTH if start.month and end.month else None
    return _DAY_OF_ONE_MONTH if start.month == end.month else _DAY_AND_MONTH


def _range(first: str, last: str) -> str:
    is_single = not re.search(r"\s", first + last)
    return f"{first}{_DASH if is_single else _SPACED_DASH}{last}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


# How a language says "from" and "until": before a year, before a month, before a day.
_FROM = {
    "sv": ("från {}", "från {}", "från den {}"),
    "ro": ("din {}", "din {}", "de la {}"),
    "it": ("dal {}", "da {}", "dal {}"),
    "en": ("from {}", "from {}", "from {}"),
}
_UNTIL = {
    "sv": ("till {}", "till {}", "till den {}"),
    "ro": ("până în {}", "până în {}", "până la {}"),
    "it": ("fino al {}", "fino a {}", "fino al {}"),
    "en": ("until {}", "until {}", "until {}"),
}
# Other languages get a dash that leads nowhere: "Juni 2021 –".
_FROM_ELSEWHERE, _UNTIL_ELSEWHERE = ("{}" + NO_BREAK_SPACE + _DASH,) * 3, (_DASH + NO_BREAK_SPACE + "{}",) * 3


def _open(period: Period, locale: str, width: Width) -> str:
    language = language_of(locale)
    if period.start:
        moment, words = period.start, _FROM.get(language, _FROM_ELSEWHERE)
    else:
        moment, words = period.end or PartialDate(0), _UNTIL.get(language, _UNTIL_ELSEWHERE)
    phrase = words[bool(moment.month) + bool(moment.day)].format(partial_date_text(moment, locale, width))
    # Italian says l'otto and l'undici.
    return re.sub(r"al (?=(8|11)\b)", "all’", phrase) if language == "it" and moment.day else phrase
