"""Units: what stands behind a number, in the form that the number asks for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from babel.units import format_unit

from publications.language.cldr import NO_BREAK_SPACE, cldr
from publications.language.numbers import compact_text, number_text, plural_of, rounded

# Behind "million" stands the form that the round number itself would have.
_MILLION = Decimal(1_000_000)
_THOUSAND, _SEVERAL = Decimal(1000), 100


def with_unit(value: Decimal, plurals: Mapping[str, str], locale: str) -> str:
    """A number and its unit: "26 809 473 personer", "26.809.473 de persoane".

    plurals: the unit's forms by CLDR plural category; `other` must be there. No line break falls between.
    """
    return _joined(number_text(value, locale), _form(value, plurals, locale))


def compact_with_unit(value: Decimal, plurals: Mapping[str, str], locale: str) -> str:
    """A number in round words, and its unit: "21,8 miljoner personer", "21,8 milioni di persone"."""
    is_plain = abs(value) < _MILLION
    return _joined(compact_text(value, locale), _form(value if is_plain else _MILLION, plurals, locale))


def size_text(size: int, locale: str) -> str:
    """The size of a file in bytes: 84300 gives "84 kB", "84 ko", "84 кБ"; from a million on megabytes, with one decimal."""
    is_large = rounded(size / _THOUSAND, 0) >= _THOUSAND
    unit = "digital-megabyte" if is_large else "digital-kilobyte"
    number = rounded(size / _MILLION, 1) if is_large else rounded(size / _THOUSAND, 0)
    # CLDR writes the unit out behind a single one, "1 kbyte", and nowhere else.
    pattern = format_unit(_SEVERAL, unit, "short", locale=cldr(locale)).replace(" ", NO_BREAK_SPACE)
    return pattern.replace(str(_SEVERAL), number_text(number, locale))


def _form(value: Decimal, plurals: Mapping[str, str], locale: str) -> str:
    return plurals.get(plural_of(value, locale), plurals["other"])


def _joined(number: str, unit: str) -> str:
    return f"{number}{NO_BREAK_SPACE}{unit.replace(' ', NO_BREAK_SPACE)}"
