"""A number or a period in a chart's table is read as the language of the page writes it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from publications.charts.moment import read_period, shown_period
from publications.charts.quantity import read_quantity
from publications.language.periods import parse_period

CASES = Path(__file__).parent.parent / "cases" / "charts"


def cases(name: str) -> list[Any]:
    """One parameter for each cell: its locale and the case."""
    by_locale = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return [
        pytest.param(locale, case, id=f"{locale}: {case['cell']}")
        for locale, listed in by_locale.items()
        for case in listed
    ]


@pytest.mark.parametrize(("locale", "case"), cases("cells.yml"))
def test_a_cell_is_the_number_that_its_language_says(locale: str, case: dict[str, Any]) -> None:
    quantity = read_quantity(case["cell"], locale)

    if "number" not in case:
        assert quantity is None
        return
    assert quantity is not None
    assert quantity.number == Decimal(str(case["number"]))
    assert quantity.figures == case.get("shown", case["cell"]).replace("·", "\u00a0")
    assert quantity.unit == case.get("unit", "")
    assert quantity.is_percent == case.get("percent", False)
    assert quantity.whole == case.get("whole")


@pytest.mark.parametrize(("locale", "case"), cases("periods.yml"))
def test_a_cell_is_the_period_that_its_language_says(locale: str, case: dict[str, Any]) -> None:
    period = read_period(case["cell"], locale)

    if "period" not in case:
        assert period is None
        return
    assert period is not None
    assert period == parse_period(case["period"])
    shown = case.get("shown", case["cell"]).replace("~", "\u2009").replace("·", "\u00a0")
    assert shown_period(case["cell"], period, locale) == shown
