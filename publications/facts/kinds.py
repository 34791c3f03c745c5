"""Kinds: the keys by which data/facts.yml says what a fact is, and how each is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from publications.facts.data_file import Node
from publications.facts.unit import Unit
from publications.facts.values import Code, Countries, Country, Moment, Money, Number, Percentage, Span, Value
from publications.faults import nearest
from publications.language.countries import countries
from publications.language.dates import PartialDate, parse_date
from publications.language.numbers import currencies
from publications.language.periods import parse_period

# The EU's own codes differ from the standard's in two places (Interinstitutional Style Guide, 7.1.1).
_EU_CODES = {"EL": "GR", "UK": "GB"}


@dataclass(frozen=True, slots=True)
class Kind:
    """How a value is read: a ValueError says what is wrong with it. A sourced kind must name its source."""

    read: Callable[[Node, Unit | None], Value]
    is_sourced: bool = False


def _number(node: Node, unit: Unit | None) -> Value:
    return Number(_decimal(node.text), unit)


def _percentage(node: Node, _: Unit | None) -> Value:
    return Percentage(_decimal(node.text.removesuffix("%").strip()))


def _money(node: Node, _: Unit | None) -> Value:
    amount, _space, currency = node.text.strip().rpartition(" ")
    if currency not in currencies():
        message = f"'{node.text}' is no amount. Write the number and the code of the currency: 12500 EUR."
        raise ValueError(message)
    return Money(_decimal(amount), currency)


def _day(node: Node, _: Unit | None) -> Value:
    date = _date(node.text)
    if not date.day:
        raise ValueError(f"'{node.text}' has no day. Write it as 2021-05-12, or call it a month.")
    return Moment(date)


def _month(node: Node, _: Unit | None) -> Value:
    date = _date(node.text)
    if date.day or not date.month:
        raise ValueError(f"'{node.text}' is no month. Write it as 2021-05.")
    return Moment(date)


def _period(node: Node, _: Unit | None) -> Value:
    period = parse_period(node.text)
    if not period:
        example = "2021-06/2022-03, 2021-05-10/2021-05-12, or 2021-06/.. when its end is open"
        raise ValueError(
            f"'{node.text}' is no period, from its first to its last date. Write it as {example}."
        )
    return Span(period)


def _country(node: Node, _: Unit | None) -> Value:
    return Country(country_code(node.text))


def _countries(node: Node, _: Unit | None) -> Value:
    if not node.items:
        raise ValueError("these are no countries. Write their codes as a list: [IT, RO, SE].")
    return Countries(tuple(country_code(item.text) for item in node.items))


def _code(node: Node, _: Unit | None) -> Value:
    return Code(node.text)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "number": Kind(_number, is_sourced=True),
        "percentage": Kind(_percentage, is_sourced=True),
        "money": Kind(_money),
        "date": Kind(_day),
        "month": Kind(_month),
        "period": Kind(_period),
        "country": Kind(_country),
        "countries": Kind(_countries),
        "code": Kind(_code),
    }
)


def country_code(text: str) -> str:
    """The code, if there is such a country; a ValueError names the right one."""
    known = countries()
    if text in known and text not in _EU_CODES:
        return text
    by_name = {name.lower(): code for code, name in known.items()}
    near = nearest(text, by_name)
    likely = _EU_CODES.get(text.upper()) or (by_name[near] if near else "")
    likely = text.upper() if text.upper() in known and not likely else likely
    hint = f"Did you mean '{likely}'?" if likely else "Write its two letters of ISO 3166-1, such as SE or RO."
    raise ValueError(f"'{text}' is no code of a country. {hint}")


def _date(text: str) -> PartialDate:
    date = parse_date(text)
    if not date:
        raise ValueError(f"'{text}' is no date. Write it as 2021-05-12 (year, month, day).")
    return date


def _decimal(text: str) -> Decimal:
    plain = text.strip().replace("_", "")
    if re.fullmatch(r"-?\d+(\.\d+)?", plain, re.ASCII):
        return Decimal(plain)
    grouped = re.sub(r"(?<=\d)[\s.,](?=\d{3}(?!\d))", "", plain)
    near = grouped if re.fullmatch(r"-?\d+", grouped, re.ASCII) else plain.replace(",", ".")
    is_near = re.fullmatch(r"-?\d+(\.\d+)?", near, re.ASCII)
    hint = f"Did you mean {near}?" if is_near else "Write it as 26809473 or 4.9."
    raise ValueError(f"'{text}' is no number: digits only, with a point before decimals. {hint}")
