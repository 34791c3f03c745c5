"""The cases of parity: what a translation has otherwise than its source."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel import Locale
from babel.dates import format_skeleton
from babel.numbers import format_decimal

from publications.language.quantities import quantities
from publications.language.tongues import foreign_tongue
from publications.reading.reading import read_blocks
from publications.translation.counterparts import counterparts
from publications.translation.gaps import gaps_in
from publications.translation.structure import differences

CASES = Path(__file__).parents[1] / "cases" / "parity"


def cases(name: str) -> list[Any]:
    found = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=str(case.get("says", case.get("text")))) for case in found]


@pytest.mark.parametrize("case", cases("structure"))
def test_a_translator_is_told_what_differs_from_the_source(case: dict[str, Any]) -> None:
    pairs = counterparts(read_blocks(case["source"]), read_blocks(case["translation"]))

    found = differences(pairs, source_locale=case["source_locale"], locale=case["locale"])

    assert [(one.rule, one.line, one.source_line, one.missing, one.extra) for one in found] == [
        (
            want["rule"],
            want["line"],
            want["source_line"],
            str(want.get("missing", "")),
            str(want.get("extra", "")),
        )
        for want in case["differences"]
    ]


ALIKE: dict[str, list[Any]] = yaml.safe_load((CASES / "alike.yml").read_text(encoding="utf-8"))
PAGES = {
    "en": "# Title\n\nThe first paragraph says what the page is about and who should read it.\n\n"
    "You can use it in your own application without any changes.\n\n",
    "de": "# Titel\n\nDer erste Absatz sagt, wovon die Seite handelt und wer sie lesen sollte.\n\n"
    "Du kannst es in deiner eigenen Anwendung ohne Änderungen verwenden.\n\n",
}


def told(english: str, german: str) -> list[str]:
    """What a translator is told of a page that ends with these lines."""
    pairs = counterparts(read_blocks(PAGES["en"] + english), read_blocks(PAGES["de"] + german))
    gaps = gaps_in(pairs, source_locale="en", locale="de")
    others = differences(pairs, source_locale="en", locale="de")
    return [gap.text for gap in gaps] + [f"{one.rule}: {one.missing} / {one.extra}" for one in others]


@pytest.mark.parametrize("text", ALIKE["same"])
def test_nobody_is_told_to_translate_what_is_in_no_language(text: str) -> None:
    assert told(text, text) == []


@pytest.mark.parametrize("case", ALIKE["alike"], ids=lambda case: str(case["en"]))
def test_the_same_link_and_the_same_number_are_known_in_another_language(case: dict[str, str]) -> None:
    assert told(case["en"], case["de"]) == []


@pytest.mark.parametrize("case", ALIKE["told"], ids=lambda case: str(case["en"]))
def test_what_differs_or_was_left_is_told_all_the_same(case: dict[str, str]) -> None:
    assert told(case["en"], case["de"]) != []


@pytest.mark.parametrize("case", cases("language"))
def test_a_text_in_another_language_is_told_and_one_of_names_is_not(case: dict[str, Any]) -> None:
    found = foreign_tongue(case["text"], case["locale"], ("sv", "ro", "it", "en"))

    assert found == case.get("reads_as")


@pytest.mark.parametrize(
    "locale", ["sv", "ro", "it", "en", "de", "fr", "es", "pl", "pt", "nl", "da", "nb", "cs", "hu"]
)
def test_a_number_and_a_month_are_the_same_in_every_language(locale: str) -> None:
    text = f"{format_decimal(26809473, locale=locale)}, {format_decimal(12.5, locale=locale)} %"
    dates = [
        format_skeleton("yMMMM", date(2021, month, 1), locale=Locale.parse(locale)) for month in range(1, 13)
    ]

    numbers = [quantity.readings for quantity in quantities(text, locale)]
    months = [{reading for one in quantities(text, locale) for reading in one.readings} for text in dates]

    assert numbers[0] == {"26809473"}
    assert "12.5" in numbers[1]
    assert months == [{"2021", f"month {month}"} for month in range(1, 13)]
