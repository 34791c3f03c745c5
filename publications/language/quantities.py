"""Quantities: the numbers and dates of a text in a form that all languages share.

`26 809 473`, `26.809.473` and `26,809,473` are one number; `giugno 2021`, `June 2021` and `2021-06` one month.
Marks, month names and words for millions are those of CLDR, so any of its languages can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from publications.language.words import words_of

_GAPS = " \u00a0\u202f\u2009'’"
# What can begin anywhere begins with what it consumes, for which a text is searched at once.
_NUMBER = re.compile(
    rf"\d(?<![\w.,].)(?:\d{{0,2}}(?:[{_GAPS}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d*(?:[.,:]\d+)*)(?P<tail>[^\W\d_]*)"
)
_NEXT_WORD = re.compile(rf"[{_GAPS}\n]?(\w+)")
_GAP = re.compile(f"[{_GAPS}]")
_DIGIT = re.compile(r"\d")
_ISO = re.compile(r"(?<![\d-])(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\d-])")
_NUMERIC_DATE = re.compile(r"(\d(?<![\d./].)\d?)([./])(\d{1,2})\2(\d{4})(?!\d)")
_SHORT_RANGE = re.compile(r"(?<!\d)((\d\d)\d\d)[–-](\d\d)(?![\d-])")
# Centuries and decades are said in ways that cannot be compared: 1900-talet, the 20th century, anii ’90.
_AGES = re.compile(
    r"\d+[-‑]tal\w*|\d+(?:st|nd|rd|th)[ -]centur\w+|\b\d{3}0(?:s|er|ers|erne)\b|[’']\d0s?\b|\d+[-‑](?:lea|a)\b sec\w+",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
_AFTERNOON = re.compile(r"p\.?m\.?", re.IGNORECASE)
_NOON = 12
_MAY_BE_AGE = re.compile(r"[\d’'](?:(?<=\d)[-‑snrteſSNRTE]|(?<=[’'])\d)")
_MAY_BE_MONTH = re.compile(r"\w{3,}")
_STATUS_CODES = frozenset(
    [
        "200",
        "201",
        "202",
        "204",
        "206",
        "301",
        "302",
        "303",
        "304",
        "307",
        "308",
        "400",
        "401",
        "402",
        "403",
        "404",
        "405",
        "406",
        "409",
        "410",
        "415",
        "418",
        "422",
        "429",
        "500",
        "501",
        "502",
        "503",
        "504",
    ]
)
_FACT = re.compile(r"\{\{[^{}]*\}\}")
_BESIDE_MONTH = re.compile(r"[\dº°–-]")
_BEFORE_MONTH = re.compile(
    r"[\dº°][.\s]*(?:st|nd|rd|th|er|:[ae]|a)?\s*(?:of|de|den|din)?\s*$|[–-]\s*$", re.IGNORECASE
)
_AFTER_MONTH = re.compile(r"\.?,?\s*(?:of|de|del)?\s*\d|\s*[–-]\s*[^\W\d_]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a month. typed: as in the text; readings: all that it can mean, one of which is meant."""

    typed: str
    readings: frozenset[str]

    @property
    def is_small(self) -> bool:
        """Whether it may as well be written out in letters (up to twelve)."""
        return any(reading.isdigit() and int(reading) <= 12 for reading in self.readings)  # noqa: PLR2004

    @property
    def is_status(self) -> bool:
        """Whether it may be the code of an answer on the web, which may be given by its name (RFC 9110)."""
        return not self.readings.isdisjoint(_STATUS_CODES)

    @property
    def is_month(self) -> bool:
        return any(reading.startswith("month") for reading in self.readings)


# A source is asked about once for each of its translations.
@lru_cache(maxsize=1024)
def quantities(text: str, locale: str) -> tuple[Quantity, ...]:
    """The numbers and months of a text, in no particular order. text: words, without markup."""
    # A month counts beside a number or a dash only.
    if not _BESIDE_MONTH.search(text):
        return ()
    plain = _FACT.sub(" ", text) if "{{" in text else text
    return tuple(_reader(locale).read(plain))


@lru_cache(maxsize=32)
def calendar_names(locale: str) -> re.Pattern[str] | None:
    """Months and weekdays, long and short, as they are written; None for a language that CLDR does not know."""
    data = _cldr(locale)
    tables = (data.months, data.days) if data else ()
    names = {name for table in tables for name, _ in _names(table) if _is_long(name)}
    longest_first = sorted(names, key=len, reverse=True)
    either_case = (f"[{name[0].upper()}{name[0]}]{re.escape(name[1:])}" for name in longest_first)
    pattern = "|".join(either_case)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)\.?") if pattern else None


@dataclass(frozen=True, slots=True)
class _Reader:
    """What a language writes. months: name → "month 6"; scales: word → power of ten."""

    decimal: str
    group: str
    months: Mapping[str, str]
    scales: Mapping[str, int]

    def read(self, text: str) -> Iterator[Quantity]:
        if not _DIGIT.search(text):
            yield from self._month_names(text)
            return
        text = _AGES.sub(" ", text) if _MAY_BE_AGE.search(text) else text
        if self.decimal != ",":  # 2,3 is no number, but two
            text = _LISTED.sub(", ", text)
        dates: list[Quantity] = []

        def iso(match: re.Match[str]) -> str:
            dates.append(_month(match.group(), match[2]))
            return f" {match[1]} {int(match[3]) if match[3] else ''} ; "

        def numeric(match: re.Match[str]) -> str:
            if int(match[3]) > 12:  # noqa: PLR2004
                return match.group()
            dates.append(_month(match.group(), match[3]))
            return f" {match[1]} ; {match[4]} "

        if "-" in text or "–" in text:
            text = _ISO.sub(iso, _SHORT_RANGE.sub(_whole_years, text))
        if "." in text or "/" in text:
            text = _NUMERIC_DATE.sub(numeric, text)
        yield from dates
        yield from self._month_names(text)
        for match in _NUMBER.finditer(text):
            yield self._number(match, text)

    def _month_names(self, text: str) -> Iterator[Quantity]:
        """Names of months that stand beside a number or another month: `May` alone may be a verb."""
        if self.months.keys().isdisjoint(words_of(text)):
            return
        for match in _MAY_BE_MONTH.finditer(text):
            month = self.months.get(match.group().lower())
            if month and _is_dated(text, match.start(), match.end()):
                yield Quantity(match.group(), frozenset({month}))

    def _number(self, match: re.Match[str], text: str) -> Quantity:
        typed = match.group()[: len(match.group()) - len(match["tail"])]
        following = _NEXT_WORD.match(text, match.end())
        power = self.scales.get(following[1].lower(), 0) if following else 0
        readings = frozenset(self._readings(typed, power))
        if following and _AFTERNOON.fullmatch(following[1]) and typed.isdigit() and int(typed) < _NOON:
            readings |= {str(int(typed) + _NOON)}
        return Quantity(typed, readings)

    def _readings(self, typed: str, power: int) -> Iterator[str]:
        digits = _GAP.sub("", typed)
        marks = re.findall(r"[.,:]", digits)
        if len(set(marks)) > 1 or not marks:
            whole, last = (digits.rpartition(marks[-1])[::2]) if marks else (digits, "")
            plain = re.sub(r"[.,:]", "", whole)
            yield _plain(f"{plain}.{last}" if last else plain, power)
            return
        mark, parts = marks[0], digits.split(marks[0])
        is_grouped = all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3  # noqa: PLR2004
        if len(parts) > 2:  # noqa: PLR2004
            yield _plain("".join(parts), power) if is_grouped else ".".join(parts)
            return
        if mark == self.group and is_grouped:
            yield _plain("".join(parts), power)
            return
        if mark != ":":
            yield _plain(".".join(parts), power)
        if len(parts[1]) == 2 and int(parts[0]) < 24 and int(parts[1]) < 60:  # noqa: PLR2004
            yield f"{int(parts[0])}:{parts[1]}"


def _is_dated(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 12) : start], text[end : end + 12]
    return bool(_BEFORE_MONTH.search(before) or _AFTER_MONTH.match(after))


@lru_cache(maxsize=32)
def _reader(locale: str) -> _Reader:
    data = _cldr(locale)
    if data is None:
        return _Reader(".", ",", {}, {})
    months = {name.lower(): f"month {number}" for name, number in _names(data.months) if _is_long(name)}
    symbols = data.number_symbols.get("latn", data.number_symbols)
    return _Reader(str(symbols["decimal"]), str(symbols["group"]), months, _scales(data))


def _cldr(locale: str) -> Locale | None:
    try:
        return Locale.parse(locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def _names(table: Mapping[str, Mapping[str, Mapping[int, str]]]) -> Iterator[tuple[str, int]]:
    """Names of months or weekdays with their numbers."""
    for context in ("format", "stand-alone"):
        for width in ("abbreviated", "wide"):
            yield from ((name.rstrip("."), number) for number, name in table[context].get(width, {}).items())


def _is_long(name: str) -> bool:
    """Whether it is a word that can be told from others."""
    return re.fullmatch(r"[^\W\d_]{3,}", name) is not None


def _scales(data: Locale) -> dict[str, int]:
    """Words for a million and more, with the zeros they stand for ("0 miljoner" of CLDR's 1000000)."""
    scales: dict[str, int] = {}
    for forms in data.compact_decimal_formats.get("long", {}).values():
        for size, pattern in forms.items():
            shown = str(pattern.pattern if hasattr(pattern, "pattern") else pattern)
            word = re.sub(r"[0'\s\u00a0]", "", shown).lower()
            zeros = len(size) - shown.count("0")
            if zeros >= 6 and re.fullmatch(r"[^\W\d_]{4,}", word):  # noqa: PLR2004
                scales[word] = zeros
    return scales


def _month(typed: str, number: str) -> Quantity:
    return Quantity(typed, frozenset({f"month {int(number)}"}))


def _whole_years(match: re.Match[str]) -> str:
    last = int(match[3])
    is_range = last > int(match[1][2:]) and last > 12  # noqa: PLR2004
    return f"{match[1]}–{match[2]}{match[3]}" if is_range else match.group()


def _plain(number: str, power: int) -> str:
    try:
        value = (Decimal(number) * Decimal(10) ** power).normalize()
    except InvalidOperation:
        return number
    return f"{value:f}"
