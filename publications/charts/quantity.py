"""A quantity in a cell of a table: figures, per cent, round words and a unit, in the page's own notation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from publications.language.cldr import MINUS, NO_BREAK_SPACE, cldr
from publications.language.numbers import number_text, percent_text, read_number

_SPACES = rf" {NO_BREAK_SPACE}\u2009\u202f"
_NUMBER = rf"[-+{MINUS}]?\d+(?:[.,{_SPACES}]\d+)*"
_CELL = re.compile(rf"(?P<sign>[€$£]?)[{_SPACES}]*(?P<number>{_NUMBER})[{_SPACES}]*(?P<rest>.*)", re.DOTALL)
_OF_WHOLE = re.compile(rf"(?:/|[^\W\d]+)[{_SPACES}]*(?P<whole>\d+(?:[.,{_SPACES}]\d+)*)")
_ELSEWHERE = ("en", "it", "sv")


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a cell says.

    number: its value, "21,8 miljoner" being 21800000; per cent as it is written, "4,9 %" being 4.9.
    figures, unit: the text in two parts, with no-break spaces in the first ("26 809 473", "personer").
    whole: the 10 of "7 av 10".
    """

    number: Decimal
    figures: str
    unit: str
    is_percent: bool
    whole: Decimal | None = None


def read_quantity(text: str, locale: str) -> Quantity | None:
    """The quantity that a language's text says; None when it says none."""
    cell = _CELL.fullmatch(text.strip())
    number = read_number(cell["number"], locale) if cell else None
    if not cell or number is None:
        return None
    figures, unit = cell["sign"] + re.sub(rf"[{_SPACES}]", NO_BREAK_SPACE, cell["number"]), cell["rest"]
    if unit[:1] in ("%", "€"):
        spaced = text[cell.end("number") : cell.start("rest")] and NO_BREAK_SPACE
        figures, unit = f"{figures}{spaced}{unit[0]}", unit[1:].strip()
        return Quantity(number, figures, unit, is_percent=figures.endswith("%"))
    if of_whole := _OF_WHOLE.fullmatch(unit):
        return Quantity(
            number, text.strip(), "", is_percent=False, whole=read_number(of_whole["whole"], locale)
        )
    word = next((word for word in _round_words(locale) if f"{unit.casefold()} ".startswith(f"{word} ")), "")
    return Quantity(number * _round_words(locale).get(word, 1), figures, unit, is_percent=False)


def right_form(text: str, locale: str) -> str:
    """The number of a text as this language writes it, when the text has another's form; "" if none does."""
    cell = _CELL.fullmatch(text.strip())
    if not cell:
        return ""
    read = (read_number(cell["number"], other) for other in _ELSEWHERE)
    number = next((found for found in read if found is not None), None)
    if number is None:
        return ""
    if cell["rest"].startswith("%"):
        return percent_text(number, locale) + cell["rest"][1:]
    return f"{number_text(number, locale)} {cell['rest']}".rstrip()


@lru_cache(maxsize=16)
def _round_words(locale: str) -> Mapping[str, Decimal]:
    """A word such as "miljoner" → 1000000 and so on (CLDR's compact forms), longest first."""
    words = dict(_compact_forms(locale))
    return MappingProxyType({word: words[word] for word in sorted(words, key=len, reverse=True)})


def _compact_forms(locale: str) -> Iterator[tuple[str, Decimal]]:
    for width in ("long", "short"):
        for patterns in cldr(locale).compact_decimal_formats[width].values():
            for power, pattern in patterns.items():
                shape = str(pattern.pattern).replace("'", "")
                word, zeros = re.sub(rf"[0{_SPACES}]+", " ", shape).strip().casefold(), shape.count("0")
                if zeros and len(word) > 1:  # one letter is as well a unit: 5 m
                    yield word, Decimal(power) / Decimal(10) ** (zeros - 1)
