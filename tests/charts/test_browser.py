"""What readers see: words that fit and do not touch, in every language, at every width, by day and by night."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from publications.charts.letters import text_width
from tests.browser.conftest import OpenPage, accessibility_faults, readers, serve

LOCALES = ("sv", "ro", "it", "en")
A4 = 680  # pixels between the margins
MEASURE = """() => [...document.querySelectorAll('svg.chart-drawing')].filter(svg => svg.checkVisibility()).map(svg => {
  const box = e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] };
  return {
    svg: box(svg),
    lines: [...svg.querySelectorAll('tspan')].map(line => {
      const style = getComputedStyle(line), text = line.textContent.trimEnd();
      return {text, box: box(line), role: line.parentNode.getAttribute('class'), size: parseFloat(style.fontSize),
              weight: style.fontWeight, width: line.getSubStringLength(0, [...text].length)} }),
    bars: [...svg.querySelectorAll('.chart-bar, .chart-icon, rect[class^=chart-part]')].map(box),
  } })"""


@pytest.fixture
def open_page(browser: Browser, chart_site: Path) -> Iterator[OpenPage]:
    with serve(chart_site) as url, readers(browser, url) as opened:
        yield opened


def charts_at(page: Page, width: int) -> list[dict[str, Any]]:
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found: list[dict[str, Any]] = page.evaluate(MEASURE)
    assert len(found) == 8
    return found


def ink(box: list[float]) -> list[float]:
    """A line's letters without the room above and below them, which may touch."""
    room = (box[3] - box[1]) * 0.14
    return [box[0], box[1] + room, box[2], box[3] - room]


def touch(one: list[float], other: list[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def assert_readable(charts: list[dict[str, Any]]) -> None:
    for chart in charts:
        left, top, right, bottom = chart["svg"]
        lines = chart["lines"]
        for number, line in enumerate(lines):
            box = ink(line["box"])
            assert left - 1 <= box[0], line
            assert box[2] <= right + 1, line
            assert top - 1 <= box[1], line
            assert box[3] <= bottom + 1, line
            for other in lines[number + 1 :]:
                assert not touch(box, ink(other["box"])), (line, other)
            if "on-part" not in line["role"]:
                assert not [bar for bar in chart["bars"] if touch(box, bar)], line


@pytest.mark.parametrize("locale", LOCALES)
def test_no_words_touch_or_leave_the_picture_on_phone_tablet_desktop_and_paper(
    open_page: OpenPage, locale: str
) -> None:
    page = open_page(f"/{locale}/charts/", locale=locale)

    for width in (320, 375, 560, 768, 1280):
        assert_readable(charts_at(page, width))
    page.emulate_media(media="print")
    assert_readable(charts_at(page, A4))


def test_words_are_never_wider_than_they_were_measured_to_be(open_page: OpenPage) -> None:
    for locale in LOCALES:
        for chart in charts_at(open_page(f"/{locale}/charts/", locale=locale), 320):
            for line in chart["lines"]:
                measured = text_width(line["text"], line["size"], int(line["weight"]))
                assert line["width"] <= measured * 1.01 + 0.5, line
                assert line["width"] >= measured * 0.9 - 1, line


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_axe_finds_nothing_on_a_page_of_charts(open_page: OpenPage, dark: bool) -> None:
    for locale in LOCALES:
        page = open_page(f"/{locale}/charts/", locale=locale, dark=dark, phone=dark)
        page.eval_on_selector_all("details.chart-table", "all => all.forEach(one => one.open = true)")

        assert accessibility_faults(page) == []


def test_the_figures_open_by_keyboard_without_script(open_page: OpenPage) -> None:
    page = open_page("/sv/charts/", script=False)

    summary = page.locator("details.chart-table summary").first
    summary.focus()
    page.keyboard.press("Enter")

    assert page.locator("details.chart-table table").first.is_visible()


def test_bars_can_be_told_from_the_page_in_forced_colours(open_page: OpenPage) -> None:
    page = open_page("/sv/charts/")
    page.emulate_media(forced_colors="active")

    bar = page.locator("svg.chart-wide .chart-bar").first
    colours = bar.evaluate("e => [getComputedStyle(e).fill, getComputedStyle(document.body).backgroundColor]")

    assert colours[0] != colours[1]
