"""Readers get each chart as a picture and as a table, in the language it is written in."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from publications.catalogs import read_catalog
from publications.project import load_project
from tests.charts.conftest import build
from tests.conftest import ROOT, pubs
from tests.site.html import read, text_of

LOCALES = ("sv", "ro", "it", "en")
SHOW = {code: read_catalog(load_project(ROOT), code).gettext("Show the figures") for code in LOCALES}


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def page(chart_site: Path, locale: str) -> BeautifulSoup:
    return read(chart_site, f"{locale}/charts/")


def test_a_chart_is_a_picture_with_a_name_and_a_description(page: BeautifulSoup, locale: str) -> None:
    pictures = page.select("figure.chart svg[role=img]")

    assert len(pictures) == 2 * 8  # a narrow and a wide form of each
    for picture in pictures:
        assert picture["lang"] == locale
        assert text_of(picture.select("title")[0])
        assert text_of(picture.select("desc")[0])
        for attribute in ("aria-labelledby", "aria-describedby"):
            assert page.select(f'[id="{picture[attribute]}"]')


def test_no_two_things_on_the_page_share_an_id(page: BeautifulSoup) -> None:
    ids = [element["id"] for element in page.select("[id]")]

    assert len(ids) == len(set(ids))


def test_without_styles_each_chart_is_shown_once(page: BeautifulSoup) -> None:
    for figure in page.select("figure.chart"):
        assert len(figure.select('svg[role=img]:not([display="none"])')) == 1


def test_every_number_of_the_picture_stands_in_a_table_beside_it(page: BeautifulSoup, locale: str) -> None:
    for figure in page.select("figure.chart"):
        assert text_of(figure.select("summary")[0]) == SHOW[locale]
        table = "".join(text_of(figure.select("details table")[0]).split())
        drawn = figure.select(".chart-wide .chart-value, .chart-wide .chart-figure")
        assert all("".join(text_of(value).split()) in table for value in drawn)


def test_a_chart_in_another_language_opens_in_the_readers(chart_site: Path) -> None:
    page = read(chart_site, "ro/swedish-charts/")

    summary = page.select("figure.chart summary")[0]
    assert (summary["lang"], text_of(summary)) == ("ro", SHOW["ro"])
    assert page.select("figure.chart svg")[0]["lang"] == "sv"
    assert text_of(page.select(".chart-source")[0]) == "Källa: Eurostat."
    assert "26 809 473" in text_of(page.select("figure.chart svg")[0]).replace("\u00a0", " ")


def test_the_source_of_a_chart_is_named_and_linked(page: BeautifulSoup) -> None:
    link = page.select(".chart-source a")[0]

    assert str(link["href"]).startswith("https://ec.europa.eu/eurostat/")
    assert "Eurostat" in text_of(page.select(".chart-source")[0])


def test_charts_need_no_script_and_load_nothing(page: BeautifulSoup) -> None:
    figures = page.select("figure.chart")

    assert figures
    assert not [found for figure in figures for found in figure.select("script, img, iframe, [style*=url]")]


def test_a_page_with_charts_is_the_same_from_build_to_build(chart_project: Path, chart_site: Path) -> None:
    again = build(chart_project, "again")

    for locale in LOCALES:
        name = f"{locale}/charts/index.html"
        assert (chart_site / name).read_bytes() == (again / name).read_bytes()


def test_a_faulty_chart_stops_the_build_and_says_where(project: Path) -> None:
    page = project / "docs" / "sv" / "project.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(
        f"{text}\n/// chart | Antal\n    type: bars\n    alt: Ett.\n\n| A | B |\n|---|--:|\n| a | fyra |\n///\n",
        encoding="utf-8",
    )
    line = text.count("\n") + 8

    done = pubs("check", cwd=project)

    assert done.returncode != 0
    assert f"line {line}: 'fyra' in the column 'B' is no number" in done.stdout + done.stderr
