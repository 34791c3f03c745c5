"""An editor is told what is wrong with a chart, on which line, and what to write there."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from publications.charts.chart_faults import find_chart_faults
from publications.charts.reading import read_chart
from publications.reading.reading import Reading
from publications.telling import ELSEWHERE, said_of

CASES = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "charts" / "faults.yml").read_text(encoding="utf-8")
)
SOURCES = ("eurostat-citizenship", "epi-background")
SOUND = CASES[0]["chart"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_chart_that_cannot_be_drawn_says_where_and_what_to_do(case: dict[str, Any]) -> None:
    found: dict[int, str] = defaultdict(str)
    for fault in find_chart_faults(
        Reading.of(case["chart"]).charts, "docs/sv/page.md", case.get("locale", "sv"), SOURCES
    ):
        if "options cannot be read" not in fault.message:  # which the desk's form writes anew
            assert said_of(fault) != ELSEWHERE, "the desk has no words for it"
        found[fault.line] += fault.message.replace("\u00a0", " ").replace("\u2009", " ") + "\n"

    expected = case.get("says", {})
    assert sorted(found) == sorted(expected), found
    for line, parts in expected.items():
        for part in parts:
            assert part in found[line]


def test_lines_are_counted_from_the_top_of_the_file() -> None:
    page = f"---\ntitle: Siffror\n---\n\n# Siffror\n\n{SOUND.replace('bars', 'bras')}"

    (fault,) = find_chart_faults(Reading.of(page).charts, "docs/sv/page.md", "sv")

    assert page.splitlines()[fault.line - 1].strip() == "type: bras"
    assert str(fault).startswith("docs/sv/page.md:8: ")


def test_the_same_chart_is_right_in_swedish_and_wrong_in_english() -> None:
    swedish = Reading.of(SOUND).charts
    english = Reading.of(SOUND.replace("26 809 473", "26,809,473")).charts

    assert not list(find_chart_faults(swedish, "docs/sv/page.md", "sv"))
    assert not list(find_chart_faults(english, "docs/en/page.md", "en"))
    assert list(find_chart_faults(english, "docs/sv/page.md", "sv"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
@pytest.mark.parametrize("kind", ["bars", "share", "columns", "number", "icons", "timeline"])
def test_whatever_is_typed_is_never_a_traceback(case: dict[str, Any], kind: str) -> None:
    text = case["chart"].replace("type: bars", f"type: {kind}")
    for cut in range(0, len(text), 29):
        list(find_chart_faults(Reading.of(text[:cut] + text[cut + 3 :]).charts, "docs/sv/page.md", "sv"))
        for block in Reading.of(text[cut:]).charts:
            read_chart(block, "sv")
