"""Values: what a fact says, and the forms in which a page may have it written; the first form is the usual one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Protocol

from publications.facts.unit import Unit
from publications.language.countries import country_name
from publications.language.dates import PartialDate, Width, partial_date_text
from publications.language.lists import list_text
from publications.language.numbers import (
    compact_money_words,
    compact_text,
    in_millions,
    money_text,
    money_words,
    number_text,
    percent_text,
)
from publications.language.periods import Period, period_text
from publications.language.sorting import sort_key
from publications.language.units import compact_with_unit, with_unit

# From a locale to the text in its language.
Form = Callable[[str], str]


class Value(Protocol):
    """What every value has."""

    @property
    def forms(self) -> Mapping[str, Form]:
        """Its forms by name."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, with the decimals it was typed with, of something or of nothing."""

    value: Decimal
    unit: Unit | None = None

    @property
    def forms(self) -> Mapping[str, Form]:
        forms: dict[str, Form] = {
            "number": partial(number_text, self.value),
            "compact": partial(compact_text, self.value),
            "millions": partial(in_millions, self.value),
        }
        unit = self.unit
        if unit:
            forms["with unit"] = lambda locale: with_unit(self.value, unit.words(locale), locale)
            forms["compact with unit"] = lambda locale: compact_with_unit(
                self.value, unit.words(locale), locale
            )
        return forms


@dataclass(frozen=True, slots=True)
class Percentage:
    """A share in per cent: 4.9 is 4.9 %."""

    value: Decimal

    @property
    def forms(self) -> Mapping[str, Form]:
        return {"percent": partial(percent_text, self.value), "number": partial(number_text, self.value)}


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency of ISO 4217."""

    value: Decimal
    currency: str

    @property
    def forms(self) -> Mapping[str, Form]:
        return {
            "short": partial(money_text, self.value, self.currency),
            "long": partial(money_words, self.value, self.currency),
            "compact": partial(compact_money_words, self.value, self.currency),
        }


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a month or a year."""

    date: PartialDate

    @property
    def forms(self) -> Mapping[str, Form]:
        forms = _widths(self.date)
        if self.date.day:
            forms["month"] = partial(partial_date_text, PartialDate(self.date.year, self.date.month))
        forms["year"] = partial(partial_date_text, PartialDate(self.date.year))
        return forms


@dataclass(frozen=True, slots=True)
class Span:
    """A period; its start and its end can be written alone."""

    period: Period

    @property
    def forms(self) -> Mapping[str, Form]:
        forms: dict[str, Form] = {
            "long": partial(period_text, self.period),
            "short": lambda locale: period_text(self.period, locale, Width.SHORT),
        }
        for name, date in (("start", self.period.start), ("end", self.period.end)):
            if date:
                forms[name] = partial(partial_date_text, date)
        return forms


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166-1 code."""

    code: str

    @property
    def forms(self) -> Mapping[str, Form]:
        return {"name": partial(country_name, self.code), "code": lambda _: self.code}


@dataclass(frozen=True, slots=True)
class Countries:
    """Several countries, written as a list by the alphabet of the language, or as listed in the file."""

    codes: tuple[str, ...]

    @property
    def forms(self) -> Mapping[str, Form]:
        return {
            "list": lambda locale: list_text(self._sorted(locale), locale),
            "as listed": lambda locale: list_text(self._names(locale), locale),
            "count": partial(number_text, Decimal(len(self.codes))),
        }

    def _names(self, locale: str) -> list[str]:
        return [country_name(code, locale) for code in self.codes]

    def _sorted(self, locale: str) -> list[str]:
        return sorted(self._names(locale), key=lambda name: sort_key(name, locale))


@dataclass(frozen=True, slots=True)
class Code:
    """A number or name that is the same in every language, such as that of a contract."""

    text: str

    @property
    def forms(self) -> Mapping[str, Form]:
        return {"code": lambda _: self.text}


def _widths(date: PartialDate) -> dict[str, Form]:
    return {
        "long": partial(partial_date_text, date),
        "short": lambda locale: partial_date_text(date, locale, Width.SHORT),
    }
