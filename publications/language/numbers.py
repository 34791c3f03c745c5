"""Numbers as each language writes them: CLDR's signs and patterns, halves rounded up, no break within a number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import format_compact_decimal, format_currency, format_decimal

from publications.language.cldr import MINUS, NO_BREAK_SPACE, cldr, language_of
from publications.language.figures import latin_figures, number_with_figures

# What stands between "millions" and a noun; CLDR knows it of Romanian only.
_AFTER_MILLIONS = {"es": "de ", "it": "di ", "pt": "de "}
_SPACES = f" {NO_BREAK_SPACE}\u2009\u202f"


def number_text(value: Decimal, locale: str) -> str:
    """A number with the decimals it has: 26809473 gives "26 809 473", "26.809.473", "26,809,473".

    Swedish groups are parted by U+00A0; the minus sign is U+2212 in every language.
    """
    pattern = re.sub(r"\.[#0]+", "", str(cldr(locale).decimal_formats[None].pattern))
    text = format_decimal(value, format=pattern + _decimals(value), locale=cldr(locale))
    return number_with_figures(text.replace("-", MINUS), locale)


def percent_text(value: Decimal, locale: str) -> str:
    """A share in per cent: 4.9 gives "4,9 %" with U+00A0 where CLDR has a space, else "4,9%"."""
    pattern = str(cldr(locale).percent_formats[None].pattern)
    text = re.sub(r"[#,0]+", number_text(value, locale), pattern, count=1)
    return number_with_figures(_no_break(text), locale)


def compact_text(value: Decimal, locale: str) -> str:
    """A number in round words, with one decimal at most: 26809473 gives "26,8 miljoner", "26,8 milioane".

    A language that CLDR has no such words of (Maltese, Somali, Tigrinya) gets the number itself.
    """
    if "long" not in cldr(locale).compact_decimal_formats:
        return number_text(value, locale)
    text = format_compact_decimal(
        _shortened(value, locale), format_type="long", fraction_digits=1, locale=cldr(locale)
    )
    return number_with_figures(_no_break(text.replace("-", MINUS)), locale)


def money_text(value: Decimal, currency: str, locale: str) -> str:
    """An amount with the currency's sign, or its ISO 4217 code where the language has no sign: "12 500 €"."""
    pattern = str(cldr(locale).currency_formats["standard"].pattern)
    pattern = re.sub(r"\.[#0]+", _decimals(value), pattern, count=1)
    text = format_currency(value, currency, format=pattern, locale=cldr(locale), currency_digits=False)
    return number_with_figures(_no_break(text.replace("-", MINUS)), locale)


def money_words(value: Decimal, currency: str, locale: str) -> str:
    """An amount with the currency's name: "12 500 euro", "12.500 de euro", "12,500 euros"."""
    whole = format_currency(
        value, currency, format="0", format_type="name", locale=cldr(locale), currency_digits=False
    )
    return _no_break(re.sub(r"-?[\d.,]+", number_text(value, locale), whole, count=1))


def compact_money_words(value: Decimal, currency: str, locale: str) -> str:
    """An amount in round words: "1,2 miljoner euro", "1,2 milioane de euro", "1,2 milioni di euro"."""
    if abs(value) < _MILLION:
        return money_words(value, currency, locale)
    words = money_words(_MILLION, currency, locale)
    name = words.removeprefix(number_text(_MILLION, locale)).lstrip(NO_BREAK_SPACE)
    return _no_break(f"{compact_text(value, locale)} {_AFTER_MILLIONS.get(language_of(locale), '')}{name}")


def in_millions(value: Decimal, locale: str) -> str:
    """How many millions, with one decimal, as a column headed "millions" has it: 21800000 gives "21,8"."""
    return number_text(rounded(value / _MILLION, 1), locale)


def rounded(value: Decimal, digits: int) -> Decimal:
    """A number with so many decimals, halves away from zero."""
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def read_number(text: str, locale: str) -> Decimal | None:
    """The number that a language's text says, None when it says none: "26 809 473", "4,9" and "−1" in Swedish.

    Groups have three digits; spaces may part them in every language, as the EU style guide has it.
    """
    symbols = cldr(locale).number_symbols["latn"]
    group, point = (re.escape(str(symbols[name])) for name in ("group", "decimal"))
    digits = rf"\d+|\d{{1,3}}(?:(?:{group}|[{_SPACES}])\d{{3}})+"
    typed = latin_figures(text.strip(_SPACES), locale)
    match = re.fullmatch(rf"([-+{MINUS}]?)({digits})(?:{point}(\d+))?", typed, re.ASCII)
    if not match:
        return None
    sign, whole, fraction = match.groups()
    value = Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{fraction or ''}")
    return -value if sign in ("-", MINUS) else value


def plural_of(value: Decimal, locale: str) -> str:
    """The plural category of a number by CLDR: "one", "few", "many", "other" and so on."""
    return str(cldr(locale).plural_form(abs(value)))


def plurals_of(locale: str) -> tuple[str, ...]:
    """All plural categories that a language tells apart, `other` last."""
    return (*_in_order(cldr(locale).plural_form.tags), "other")


def currencies() -> frozenset[str]:
    """The ISO 4217 codes of all currencies."""
    return frozenset(cldr("en").currencies)


_MILLION = Decimal(1_000_000)
_CATEGORIES = ("zero", "one", "two", "few", "many")


def _in_order(tags: Iterable[str]) -> Iterable[str]:
    known = set(tags)
    return (category for category in _CATEGORIES if category in known)


def _decimals(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    count = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return "." + "0" * count if count else ""


def _shortened(value: Decimal, locale: str) -> Decimal:
    """The value rounded to one decimal of the thousands, millions … it is told in.

    Babel rounds only after it has chosen the word, so that 999 950 would be "1000 thousand".
    """
    for power in range(len(str(int(abs(value)))) + 1, 2, -1):
        patterns = cldr(locale).compact_decimal_formats["long"]["other"]
        pattern = patterns.get(str(10 ** (power - 1)))
        if pattern is None or abs(value) < Decimal(10) ** (power - 1):
            continue
        zeros = str(pattern.pattern).count("0")
        if zeros:
            unit = Decimal(10) ** (power - zeros)
            return _without_zeros(rounded(value / unit, 1)) * unit
    return _without_zeros(rounded(value, 1))


def _without_zeros(value: Decimal) -> Decimal:
    """1.0 as 1, which has another plural."""
    whole = value.to_integral_value()
    return whole if whole == value else value


def _no_break(text: str) -> str:
    return text.replace(" ", NO_BREAK_SPACE)
