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

_GAPS = " \u00a0\u202f\u2009'’"
_NUMBER = re.compile(
    rf"(?<![\w.,])(?:\d{{1,3}}(?:[{_GAPS}]\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:]\d+)*)(?P<tail>[^\W\d_]*)"
)
_ISO = re.compile(r"(?<![\d-])(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\d-])")
_NUMERIC_DATE = re.compile(r"(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\d)")
_SHORT_RANGE = re.compile(r"(?<!\d)((\d\d)\d\d)[–-](\d\d)(?![\d-])")
# Centuries and decades are said in ways that cannot be compared: 1900-talet, the 20th century, anii ’90.
_AGES = re.compile(
    r"\d+[-‑]tal\w*|\d+(?:st|nd|rd|th)[ -]centur\w+|\b\d{3}0s\b|[’']\d0s?\b|\d+[-‑](?:lea|a)\b sec\w+",
    re.IGNORECASE,
)
_FACT = re.compile(r"\{\{[^{}]*\}\}")
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


def quantities(text: str, locale: str) -> tuple[Quantity, ...]:
    """The numbers and months of a text, in no particular order. text: words, without markup."""
    reader = _reader(locale)
    return tuple(reader.read(_FACT.sub(" ", text)))


@dataclass(frozen=True, slots=True)
class _Reader:
    """What a language writes. months: name → "month 6"; scales: word → power of ten."""

    decimal: str
    group: str
    months: Mapping[str, str]
    month_names: re.Pattern[str] | None
    scales: Mapping[str, int]

    def read(self, text: str) -> Iterator[Quantity]:
        text = _AGES.sub(" ", text)
        text = _SHORT_RANGE.sub(_whole_years, text)
        dates: list[Quantity] = []

        def iso(match: re.Match[str]) -> str:
            dates.append(_month(match.group(), match[2]))
            return f" {match[1]} {int(match[3]) if match[3] else ''} ; "

        def numeric(match: re.Match[str]) -> str:
            if int(match[3]) > 12:  # noqa: PLR2004
                return match.group()
            dates.append(_month(match.group(), match[3]))
            return f" {match[1]} ; {match[4]} "

        text = _NUMERIC_DATE.sub(numeric, _ISO.sub(iso, text))
        yield from dates
        yield from self._month_names(text)
        for match in _NUMBER.finditer(text):
            yield self._number(match, text)

    def _month_names(self, text: str) -> Iterator[Quantity]:
        """Names of months that stand beside a number or another month: `May` alone may be a verb."""
        for match in self.month_names.finditer(text) if self.month_names else ():
            before, after = (
                text[max(0, match.start() - 12) : match.start()],
                text[match.end() : match.end() + 12],
            )
            if _BEFORE_MONTH.search(before) or _AFTER_MONTH.match(after):
                yield Quantity(match.group(), frozenset({self.months[match.group().lower().rstrip(".")]}))

    def _number(self, match: re.Match[str], text: str) -> Quantity:
        typed = match.group()[: len(match.group()) - len(match["tail"])]
        following = re.match(rf"[{_GAPS}\n]?(\w+)", text[match.end() :])
        power = self.scales.get(following[1].lower(), 0) if following else 0
        return Quantity(typed, frozenset(self._readings(typed, power)))

    def _readings(self, typed: str, power: int) -> Iterator[str]:
        digits = re.sub(f"[{_GAPS}]", "", typed)
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


@lru_cache(maxsize=32)
def _reader(locale: str) -> _Reader:
    try:
        data = Locale.parse(locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return _Reader(".", ",", {}, None, {})
    months: dict[str, str] = {}
    for context in ("format", "stand-alone"):
        for width in ("abbreviated", "wide"):
            for number, name in data.months[context].get(width, {}).items():
                months[name.lower().rstrip(".")] = f"month {number}"
    names = sorted((name for name in months if re.fullmatch(r"[^\W\d_]{3,}", name)), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", re.IGNORECASE) if names else None
    symbols = data.number_symbols.get("latn", data.number_symbols)
    return _Reader(str(symbols["decimal"]), str(symbols["group"]), months, pattern, _scales(data))


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
