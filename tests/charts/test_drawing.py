"""A chart is drawn so that its words fit, and so that a poster can have it too."""

from __future__ import annotations

import runpy
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from publications.charts.chart import Chart, Kind
from publications.charts.drawing import Box, Words
from publications.charts.icon import icon_path
from publications.charts.letters import EXTRABOLD, REGULAR, text_width, wrap
from publications.charts.picture import NARROW, WIDE, chart_templates, draw, standalone_svg
from publications.charts.reading import read_chart
from publications.facts.expansion import expand_facts
from publications.facts.library import read_facts
from publications.reading.reading import Reading
from tests.conftest import THEME

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted((ROOT / "tests" / "cases" / "charts" / "pages").glob("*.md"))


def charts(page: Path) -> list[Chart]:
    facts, reading = read_facts(ROOT), Reading.of(page.read_text(encoding="utf-8"))
    blocks = reading.charts_with(lambda text: expand_facts(text, facts, page.stem))
    return [chart for block in blocks if (chart := read_chart(block, page.stem))]


def test_every_kind_of_chart_stands_on_the_page_of_every_language() -> None:
    assert [page.stem for page in PAGES] == ["en", "it", "ro", "sv"]
    for page in PAGES:
        assert {chart.kind for chart in charts(page)} == set(Kind)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.stem))
@pytest.mark.parametrize("width", [NARROW, WIDE, 680])
def test_no_line_of_words_is_wider_than_the_picture(page: Path, width: int) -> None:
    for chart in charts(page):
        for shape in draw(chart, width).shapes:
            if isinstance(shape, Words):
                widest = max(text_width(line, shape.size, shape.weight) for line in shape.lines)
                assert widest <= width


def test_bars_are_as_long_as_their_numbers_are_great() -> None:
    chart = charts(PAGES[-1])[0]

    bars = [shape for shape in draw(chart, WIDE).shapes if isinstance(shape, Box)]

    lengths = [bar.percent_width / bars[0].percent_width for bar in bars]
    numbers = [float(point.number / chart.points[0].number) for point in chart.points]
    assert lengths == pytest.approx(numbers)


def test_parts_of_a_whole_are_as_long_as_their_share_of_the_width() -> None:
    chart = charts(PAGES[-1])[2]

    parts = [shape for shape in draw(chart, WIDE).shapes if isinstance(shape, Box) and "part" in shape.role]

    assert [part.percent_width for part in parts] == pytest.approx([4.9, 3.0])
    assert [part.percent for part in parts] == pytest.approx([0, 4.9])


def test_a_year_without_a_number_leaves_a_gap_among_the_columns() -> None:
    chart = charts(PAGES[-1])[4]

    columns = [shape for shape in draw(chart, 680).shapes if isinstance(shape, Box)]

    middles = [column.percent + column.percent_width / 2 for column in columns]
    assert middles == pytest.approx(
        [(year - 2014 + 0.5) * 100 / 6 for year in (2014, 2015, 2016, 2018, 2019)]
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.stem))
def test_a_poster_has_each_chart_as_a_file_of_its_own(page: Path) -> None:
    for chart in charts(page):
        svg = ET.fromstring(standalone_svg(chart, 500, chart_templates(THEME)))  # noqa: S314 (our own)

        words = " ".join("".join(svg.itertext()).split())
        assert svg.attrib["viewBox"].startswith("0 0 500 ")
        assert chart.title in words
        assert chart.alt in words
        assert all(point.figures.split()[0] in words for point in chart.points)


def test_a_line_breaks_between_words_and_a_word_too_long_for_it_with_a_hyphen() -> None:
    lines = wrap("Integrationsmyndigheternas samarbete i EU-27", 110, 15, REGULAR)

    assert all(text_width(line, 15, REGULAR) <= 110 for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == "IntegrationsmyndigheternassamarbeteiEU27"
    assert lines[-1].endswith("EU-27")


def test_the_widths_of_letters_are_those_of_the_font() -> None:
    program = runpy.run_path(str(ROOT / "scripts" / "letter_widths.py"))

    written = program["TARGET"].read_text(encoding="utf-8")
    assert written == program["table"](), "run: python scripts/letter_widths.py"
    assert text_width("å", 1000, EXTRABOLD) == text_width("a", 1000, EXTRABOLD)


def test_icons_are_those_that_the_theme_brings() -> None:
    assert icon_path("account").startswith("M12 4a4")
    assert icon_path("no-such-icon") == ""
    assert icon_path("../../secret") == ""
