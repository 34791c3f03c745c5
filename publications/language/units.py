"""Units: the word behind a number, in the form that the number asks for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from publications.language.cldr import NO_BREAK_SPACE
from publications.language.numbers import compact_text, number_text, plural_of

# Behind "million" stands the form that the round number itself would have.
_MILLION = Decimal(1_000_000)


def with_unit(value: Decimal, plurals: Mapping[str, str], locale: str) -> str:
    """A number and its unit: "26 809 473 personer", "26.809.473 de persoane".

    plurals: the unit's forms by CLDR plural category; `other` must be there. No line break falls between.
    """
    return _joined(number_text(value, locale), _form(value, plurals, locale))


def compact_with_unit(value: Decimal, plurals: Mapping[str, str], locale: str) -> str:
    """A number in round words, and its unit: "21,8 miljoner personer", "21,8 milioni di persone"."""
    is_plain = abs(value) < _MILLION
    return _joined(compact_text(value, locale), _form(value if is_plain else _MILLION, plurals, locale))


def _form(value: Decimal, plurals: Mapping[str, str], locale: str) -> str:
    return plurals.get(plural_of(value, locale), plurals["other"])


def _joined(number: str, unit: str) -> str:
    return f"{number}{NO_BREAK_SPACE}{unit.replace(' ', NO_BREAK_SPACE)}"
