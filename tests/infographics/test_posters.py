"""The posters of the site: valid, tagged, in their language, in the order of the page, and always the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import page as pdf_checker
import pytest
from bs4 import BeautifulSoup

from publications.paper.poster import Poster
from publications.project import load_project
from tests.infographics.conftest import ROOT, maker_of, posters_of
from tests.infographics.pdf import fonts, language_of, open_pdf, tagged_order, words_of
from tests.site.html import one, read

NAMES = (
    "background-and-method.en",
    "background-and-method.sv",
    "city-strategies.en",
    "city-strategies.it",
    "city-strategies.ro",
    "city-strategies.sv",
)
each_poster = pytest.mark.parametrize("name", NAMES)


def test_every_language_with_a_text_of_its_own_has_a_poster(posters: Mapping[str, Poster]) -> None:
    assert tuple(sorted(posters)) == NAMES


@each_poster
def test_a_poster_passes_the_validator_of_accessible_pdf(posters: Mapping[str, Poster], name: str) -> None:
    report = pdf_checker.validate_pdf_bytes(posters[name].pdf, profile="ua1")

    assert report.is_compliant, [failure.message for failure in report.failures]


@each_poster
def test_a_poster_says_its_language_and_title_and_embeds_its_fonts(
    posters: Mapping[str, Poster], name: str
) -> None:
    pdf, text = open_pdf(posters[name].pdf), posters[name].translation

    assert language_of(pdf) == text.locale
    assert pdf.metadata is not None
    assert pdf.metadata.title == text.title
    assert len(pdf.pages) == 1
    assert [round(float(side) / 72 * 25.4) for side in pdf.pages[0].mediabox[2:]] == [210, 297]
    embedded = fonts(pdf)
    assert embedded
    assert all(embedded.values())
    assert all("Inter" in font for font in embedded)


@each_poster
def test_a_poster_is_read_in_the_order_of_its_page(
    built_site: Path, posters: Mapping[str, Poster], name: str
) -> None:
    pdf = open_pdf(posters[name].pdf)
    page, locale = name.split(".")
    project = load_project(ROOT)

    words, order = squeezed(words_of(pdf)), tagged_order(pdf)

    assert "\u00ad" not in words_of(open_pdf(posters[name].pdf))
    expected = squeezed(words_of_page(read(built_site, f"{locale}/infographics/{page}/")))
    assert words[: len(expected)] == expected
    assert squeezed(project.identity.print_disclaimer.said(locale).text) in words[len(expected) :]
    assert order == sorted(order)


def words_of_page(page: BeautifulSoup) -> str:
    """What the page says, with each chart's words once, and without what is decoration or a second form."""
    text = one(page, ".infographic-text")
    for extra in text.select("[aria-hidden], details, .chart-narrow, svg title, svg desc, .chart-source a"):
        extra.decompose()
    return " ".join(part.get_text(" ") for part in (one(page, "h1"), one(page, ".lead"), text))


def squeezed(words: str) -> str:
    """Without bullets, and without spaces and hyphens, which the ends of lines bring and take."""
    return re.sub(r"[\s\u00ad•-]+", "", words)


def test_a_poster_is_the_same_in_every_build(
    posters: Mapping[str, Poster], changed: Callable[[Mapping[str, Mapping[str, str]]], Path]
) -> None:
    again = posters_of(maker_of(changed({})))

    assert {name: (poster.pdf, poster.preview) for name, poster in again.items()} == {
        name: (poster.pdf, poster.preview) for name, poster in posters.items()
    }


def test_a_changed_word_changes_the_poster_and_its_picture(
    posters: Mapping[str, Poster], changed: Callable[[Mapping[str, Mapping[str, str]]], Path]
) -> None:
    root = changed({"docs/sv/infographics/city-strategies.md": {"1. Interaktion": "1. Samspel"}})

    poster = maker_of(root).poster("infographics/city-strategies.md", "sv")

    assert poster is not None
    assert "Samspel" in words_of(open_pdf(poster.pdf))
    assert poster.preview != posters["city-strategies.sv"].preview


def test_a_poster_that_is_there_already_is_not_made_again(
    changed: Callable[[Mapping[str, Mapping[str, str]]], Path],
) -> None:
    root = changed({})
    posters_of(maker_of(root))
    times = {path: path.stat().st_mtime_ns for path in (root / ".cache").rglob("*.*")}

    posters_of(maker_of(root))

    assert {path: path.stat().st_mtime_ns for path in (root / ".cache").rglob("*.*")} == times
