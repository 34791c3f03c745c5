"""Numbers and dates read as natives set them, and are read back as what they were."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publications.faults import PublicationError
from publications.language.dates import PartialDate, Width, date_text, parse_date, partial_date_text
from publications.language.lists import list_text
from publications.language.numbers import compact_text, number_text, percent_text, read_number, rounded
from publications.language.periods import Period, parse_period, period_text

LOCALES = st.sampled_from(["sv", "ro", "it", "en", "de", "pl"])
NUMBERS = st.decimals(-(10**12), 10**12, places=2) | st.integers(-(10**15), 10**15).map(Decimal)
DATES = st.dates(date(1950, 1, 1), date(2099, 12, 31))


@given(NUMBERS, LOCALES)
def test_a_number_is_read_back_as_the_same_number(value: Decimal, locale: str) -> None:
    assert read_number(number_text(value, locale), locale) == value


@given(NUMBERS, LOCALES)
def test_no_line_breaks_within_a_number(value: Decimal, locale: str) -> None:
    for text in (number_text(value, locale), percent_text(value, locale), compact_text(value, locale)):
        assert not re.search(r"[ \u2009-]", text)


@given(st.integers(0, 10**10))
def test_round_words_are_never_further_off_than_half_of_their_last_figure(value: int) -> None:
    text = compact_text(Decimal(value), "en")
    figure, _, word = text.partition("\u00a0")
    unit = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}[word]

    assert abs(Decimal(figure) * unit - value) <= Decimal(unit) / 20


@pytest.mark.parametrize("text", ["", "-", "1,2,3", "12 34", "1.5.", "26.809.47", "fyra", "1e5", "٣", "1 %"])
def test_what_is_no_number_in_swedish_is_not_taken_for_one(text: str) -> None:
    assert read_number(text, "sv") is None


def test_groups_may_be_parted_by_spaces_in_every_language_as_the_eu_has_it() -> None:
    assert read_number("26 809 473", "ro") == read_number("26\u202f809\u00a0473", "it") == 26809473


@pytest.mark.parametrize(
    ("typed", "digits", "shown"), [("0.25", 1, "0.3"), ("-0.25", 1, "-0.3"), ("2.5", 0, "3")]
)
def test_halves_are_rounded_up(typed: str, digits: int, shown: str) -> None:
    assert str(rounded(Decimal(typed), digits)) == shown


@given(DATES)
def test_a_date_is_read_as_it_is_written(day: date) -> None:
    assert str(parse_date(day.isoformat())) == day.isoformat()


@given(DATES, DATES, LOCALES, st.sampled_from(Width))
def test_a_period_names_each_year_once_and_begins_no_line_with_a_dash(
    first: date, last: date, locale: str, width: Width
) -> None:
    start, end = sorted(PartialDate(day.year, day.month, day.day) for day in (first, last))
    text = period_text(Period(start, end), locale, width)
    years = {start.year, end.year}

    assert all(text.count(str(year)) == 1 for year in years)
    assert not re.search(r"[ \u00a0]–|– ", text)


@given(DATES, LOCALES)
def test_a_period_within_one_month_names_it_once(day: date, locale: str) -> None:
    start, end = PartialDate(day.year, day.month, 2), PartialDate(day.year, day.month, 28)
    text = period_text(Period(start, end), locale)

    assert text.endswith(partial_date_text(end, locale))
    assert re.fullmatch(r"2\.?–", text.removesuffix(partial_date_text(end, locale)))


@given(DATES, LOCALES)
def test_a_period_of_one_date_is_that_date(day: date, locale: str) -> None:
    month = PartialDate(day.year, day.month)

    assert period_text(Period(month, month), locale) == date_text(str(month), locale)


@pytest.mark.parametrize(
    "iso", ["", "2021", "2021/", "/2021", "../..", "2021-13/2022", "2022/2021", "a/b", "2021-6/.."]
)
def test_what_is_no_period_is_not_taken_for_one(iso: str) -> None:
    assert parse_period(iso) is None


@pytest.mark.parametrize("iso", ["", "2021-13", "2021-02-30", "21-05", "maj 2021", "0000"])
def test_a_date_that_does_not_exist_is_shown_as_it_was_typed(iso: str) -> None:
    assert date_text(iso, "sv") == iso


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["Italia"], "Italia"),
        (["Italia", "Estonia"], "Italia ed Estonia"),
        (["Svezia", "Italia", "Èze"], "Svezia, Italia ed Èze"),
        (["Estonia", "Italia"], "Estonia e Italia"),
    ],
)
def test_italian_joins_words_as_italians_do(items: list[str], text: str) -> None:
    assert list_text(items, "it") == text


def test_a_language_that_nobody_knows_is_a_message() -> None:
    with pytest.raises(PublicationError, match="nothing is known of a language 'qq'"):
        date_text("2021-05", "qq")
