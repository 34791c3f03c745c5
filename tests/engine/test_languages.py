"""Each language of the engine says dates, numbers, lists and quotations in its own way, in letters that its fonts have."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from fontTools.ttLib import TTFont

from publications.catalogs import read_shipped, ships_words
from publications.language.cldr import direction
from publications.language.dates import date_text
from publications.language.lists import list_text
from publications.language.numbers import number_text, percent_text, read_number
from publications.language.periods import parse_period, period_text
from publications.language.typography.conventions import CONVENTIONS
from publications.language.units import size_text
from publications.layers import DEFAULTS
from tests.conftest import ROOT, THEME

GOLDEN: dict[str, dict[str, str]] = yaml.safe_load(
    (ROOT / "tests/cases/languages.yml").read_text(encoding="utf-8")
)
EU = [
    "bg",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "fi",
    "fr",
    "ga",
    "hr",
    "hu",
    "it",
    "lt",
    "lv",
    "mt",
    "nl",
    "pl",
    "pt",
    "ro",
    "sk",
    "sl",
    "sv",
]
BEYOND = ["uk", "ru", "tr", "ar", "fa", "so", "ti"]
LANGUAGES = [*EU, *BEYOND]
STARTER = ROOT / "publications/starter/pages"
_RANGE = re.compile(r"unicode-range:([^;]*);")


def said(locale: str) -> dict[str, Any]:
    period = parse_period("2021-06/2022-03")
    days = parse_period("2021-05-10/2021-05-12")
    assert period
    assert days
    (first, last), (inner, inner_last) = CONVENTIONS[locale].quotes
    return {
        "interface": read_shipped(locale).gettext("Newest publications"),
        "date": date_text("2021-05-12", locale),
        "month": date_text("2021-05", locale),
        "period": period_text(period, locale),
        "days": period_text(days, locale),
        "number": number_text(Decimal("26809473.5"), locale),
        "percentage": percent_text(Decimal("4.9"), locale),
        "size": f"{size_text(84_300, locale)}, {size_text(1_250_000, locale)}",
        "list": list_text(["A", "B", "C"], locale),
        "quotation": f"{first}A {inner}B{inner_last}{last}",
    }


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_language_is_written_as_its_golden_table_has_it(locale: str) -> None:
    assert said(locale) == GOLDEN[locale]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_number_is_read_back_as_it_was_written(locale: str) -> None:
    assert read_number(number_text(Decimal("26809473.5"), locale), locale) == Decimal("26809473.5")


def test_the_languages_are_those_of_the_union_and_those_that_integration_projects_need() -> None:
    assert len(EU) == 24
    assert {path.name for path in (DEFAULTS / "i18n/locale").iterdir()} == set(LANGUAGES)
    assert {path.name for path in STARTER.iterdir()} == set(LANGUAGES)


@pytest.mark.parametrize(
    ("tag", "words"), [("pt-BR", "pt"), ("sr-Latn", ""), ("zh-Hant", ""), ("de-AT", "de")]
)
def test_a_variant_takes_the_words_of_its_language_and_never_those_of_another_script(
    tag: str, words: str
) -> None:
    assert ships_words(tag) == bool(words)
    if words:
        assert read_shipped(tag).messages == read_shipped(words).messages


@pytest.mark.parametrize("locale", sorted(set(LANGUAGES) - {"en", "sv", "ro", "it"}))
def test_a_catalog_that_nobody_has_read_says_so(locale: str) -> None:
    assert '"X-Status: machine\\n"' in (DEFAULTS / f"i18n/locale/{locale}/LC_MESSAGES/site.po").read_text(
        "utf-8"
    )


def test_those_that_are_written_from_right_to_left_are_known() -> None:
    assert {locale for locale in LANGUAGES if direction(locale) == "rtl"} == {"ar", "fa"}


def letters_of(locale: str) -> set[str]:
    """Every letter that the engine itself writes in a language."""
    texts = [*read_shipped(locale).messages.values(), *map(str, said(locale).values())]
    texts += [path.read_text(encoding="utf-8") for path in (STARTER / locale).glob("*.md")]
    texts += [date_text(f"2021-{month:02}-11", locale) for month in range(1, 13)]
    return {letter for letter in "".join(texts) if letter.isprintable() and letter not in " \u00ad"}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_no_letter_of_a_language_is_painted_with_another_font_than_the_sites(locale: str) -> None:
    css = (THEME / "assets/stylesheets/fonts.css").read_text(encoding="utf-8")
    painted = set[str]()
    for span in ",".join(_RANGE.findall(css)).split(","):
        first, _, last = span.strip().removeprefix("U+").partition("-")
        painted |= set(map(chr, range(int(first, 16), int(last or first, 16) + 1)))

    assert letters_of(locale) - painted == set()


@pytest.mark.parametrize("locale", LANGUAGES)
def test_no_letter_of_a_language_is_missing_on_paper(locale: str) -> None:
    for weight in ("Regular", "SemiBold", "ExtraBold"):
        fonts = [TTFont(file) for file in sorted(Path(THEME / "fonts-print").glob(f"*-{weight}.ttf"))]
        printed = {chr(code) for font in fonts for code in font.getBestCmap()}
        joiners = {"\u200c", "\u200d", "\u200e", "\u200f"}

        assert letters_of(locale) - printed - joiners == set()
