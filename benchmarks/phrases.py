"""What the pages of a measurement say: sentences that mean the same in every language, drawn from phrases.yml."""

from __future__ import annotations

import random
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

from publications.language.dates import date_text
from publications.language.numbers import number_text

LOCALES = ("sv", "ro", "it", "en")
SENTENCE = ("who", "does", "where", "when")

Words = Mapping[str, str]
"""The same in every language: locale → words."""


@cache
def phrases(slot: str) -> tuple[Words, ...]:
    """All that phrases.yml has for a slot: "who", "does" and so on."""
    rows = _slots()[slot]
    return tuple(MappingProxyType(dict(zip(LOCALES, row, strict=True))) for row in rows)


def phrase(draw: random.Random, slot: str) -> Words:
    """Any phrase of a slot."""
    return draw.choice(phrases(slot))


def sentence(draw: random.Random) -> Words:
    """Who does what, where and when."""
    return joined(*(phrase(draw, slot) for slot in SENTENCE))


def counted(draw: random.Random) -> Words:
    """A sentence with a number and a month, each in the language's own notation."""
    # Romanian has "de" after numbers whose last two digits are 20 or more.
    number = Decimal(100 * draw.randrange(1, 400) + draw.randrange(20, 100))
    month = f"{draw.randrange(2015, 2026)}-{draw.randrange(1, 13):02}"
    told = phrase(draw, "counted")
    values = {code: {"number": number_text(number, code), "date": date_text(month, code)} for code in LOCALES}
    return joined(phrase(draw, "who"), {code: told[code].format(**values[code]) for code in LOCALES})


def factual(draw: random.Random) -> Words:
    """A sentence with a fact of the project: `{{ kick-off }}`."""
    return joined(phrase(draw, "who"), phrase(draw, "factual"), phrase(draw, "where"))


def joined(*parts: Words, mark: str = ".") -> Words:
    """Phrases as one sentence."""
    return {code: " ".join(part[code] for part in parts) + mark for code in LOCALES}


@cache
def _slots() -> Mapping[str, list[list[str]]]:
    text = (Path(__file__).parent / "phrases.yml").read_text(encoding="utf-8")
    slots: dict[str, list[list[str]]] = yaml.safe_load(text)
    return slots
