"""Infographics on the site: drawn by their layouts, with a poster that says its language, and a picture for links."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.infographics.test_posters import NAMES
from tests.site.html import SITE_URL, one, read, text_of


@pytest.mark.parametrize("name", NAMES)
def test_a_page_offers_the_poster_of_its_language(built_site: Path, name: str) -> None:
    page, locale = name.split(".")
    folder = built_site / locale / "infographics"

    link = read(built_site, f"{locale}/infographics/{page}/").select_one("a.poster-link")

    assert link is not None
    assert link["href"] == f"../{page}.pdf"
    assert link["hreflang"] == locale
    assert (folder / f"{page}.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / f"{page}.png").is_file()


def test_a_page_in_another_language_links_the_poster_of_that_language_and_says_so(built_site: Path) -> None:
    page = read(built_site, "ro/infographics/background-and-method/")
    link = page.select("a.poster-link")[0]
    size = round((built_site / "en/infographics/background-and-method.pdf").stat().st_size / 1000)

    assert link["href"] == "../../../en/infographics/background-and-method.pdf"
    assert link["hreflang"] == "en"
    assert text_of(link) == f"Afiș (PDF, A4, {size} kB, în limba engleză)"
    assert not (built_site / "ro/infographics/background-and-method.pdf").exists()


@pytest.mark.parametrize(
    ("page", "picture"),
    [
        ("it/infographics/city-strategies/", "it/infographics/city-strategies.social.png"),
        ("ro/infographics/background-and-method/", "en/infographics/background-and-method.social.png"),
        ("sv/newsletters/2021-05/", "sv/newsletters/2021-05.social.png"),
        ("sv/project/", "sv/index.social.png"),
    ],
)
def test_a_link_to_a_page_has_a_picture(built_site: Path, page: str, picture: str) -> None:
    found = read(built_site, page)

    assert one(found, "meta[property='og:image']")["content"] == SITE_URL + picture
    assert one(found, "meta[property='og:image:alt']")["content"]
    assert (built_site / picture).is_file()


def test_sections_are_drawn_by_the_components_of_the_layout(built_site: Path) -> None:
    page = read(built_site, "sv/infographics/city-strategies/")

    drawn = [str(section["class"][-1]) for section in page.select("section.chapter")]

    assert drawn == ["chapter-numbered-cards", "chapter-aspects", "chapter-timeline", "chapter-text"]
    assert [text_of(heading) for heading in page.select(".numbered h3")] == [
        "1. Interaktion",
        "2. Deltagande",
        "3. Styrning",
    ]
