"""A second site, in Greek, Finnish and Arabic, is as good as the first, in both directions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import page as pdf_checker
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import OpenPage, readers, serve
from tests.browser.test_accessibility import LOOKS, faults_in
from tests.browser.test_search import search
from tests.conftest import pubs
from tests.engine.conftest import copy_example
from tests.site.html import one, read, text_of
from tests.site.test_html_conformance import errors_in

PAGES = {
    "home": "",
    "infographic": "infographics/from-idea-to-result/",
    "own kind": "leaflets/welcome/",
    "figures": "fact-sheets/arrivals/",
    "event": "events/open-day/",
    "list": "newsletters/",
    "translations": "translations/",
}


@pytest.fixture(scope="module")
def open_page(browser: Browser, example_site: Path) -> Iterator[OpenPage]:
    with serve(example_site) as url, readers(browser, url) as opened:
        yield opened


@pytest.mark.parametrize(
    ("kind", "locale"), [*((kind, "ar") for kind in PAGES), ("home", "el"), ("figures", "el")]
)
def test_a_page_has_no_accessibility_fault_and_is_never_scrolled_sideways(
    open_page: OpenPage, kind: str, locale: str
) -> None:
    page = open_page(f"/{locale}/{PAGES[kind]}", locale=locale)

    assert faults_in(page, LOOKS[:2] if locale == "ar" else LOOKS[2:3]) == {}
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("locale", "path"), [("ar", "fact-sheets/arrivals/"), ("el", ""), ("fi", "events/open-day/")]
)
def test_readers_see_every_letter_in_the_sites_own_fonts(open_page: OpenPage, locale: str, path: str) -> None:
    page = open_page(f"/{locale}/{path}", locale=locale)
    page.evaluate("document.fonts.ready")
    page.reload()  # a font that came late is painted with from the second view on

    assert fonts_of(page) <= {"Inter", "Noto Sans Arabic"}


def fonts_of(page: Page) -> set[str]:
    """The fonts that the browser painted the page's text with."""
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument", {"depth": 1})["root"]["nodeId"]
    found = tools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "h1, h2, p, li, td, th, a, text"})
    fonts = set()
    for node in found["nodeIds"]:
        for font in tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]:
            fonts.add(font["familyName"])
    return {font.removesuffix(" Variable") for font in fonts}


def test_a_page_runs_the_way_of_its_reader_and_its_text_the_way_of_its_own_language(
    example_site: Path,
) -> None:
    page = read(example_site, "ar/events/open-day/")

    assert (one(page, "html")["lang"], one(page, "html")["dir"]) == ("ar", "rtl")
    text = one(page, ".newsletter-text")
    assert (text["lang"], text["dir"]) == ("fi", "ltr")
    assert one(page, "title").get_text() == "\u2068Avoimet ovet\u2069 – مرافئ مفتوحة"
    card = one(read(example_site, "ar/events/"), ".card-title")
    assert (card["lang"], card["dir"]) == ("fi", "ltr")
    assert one(read(example_site, "el/"), "html")["dir"] == "ltr"


@pytest.mark.parametrize(
    ("locale", "words", "found"),
    [
        ("el", "αφιξεις", "fact-sheets/arrivals/"),
        ("ar", "الوافدون", "fact-sheets/arrivals/"),
        ("fi", "uutiskirje", "newsletters/2026-11/"),
    ],
)
def test_a_search_finds_the_words_of_its_language(
    open_page: OpenPage, locale: str, words: str, found: str
) -> None:
    page = open_page(f"/{locale}/", locale=locale)

    assert any(link.partition("#")[0].endswith(f"/{locale}/{found}") for link in search(page, words))


def test_every_page_is_valid_html_in_both_directions(example_site: Path) -> None:
    assert errors_in(example_site) == set()


def test_a_chart_is_drawn_from_right_to_left(open_page: OpenPage) -> None:
    page = open_page("/ar/fact-sheets/arrivals/", locale="ar")

    svg = page.locator(".chart-drawing.chart-wide").first
    box, bars = svg.bounding_box(), page.locator(".chart-drawing.chart-wide").first.locator("rect.chart-bar")
    assert box
    for number in range(bars.count()):
        bar = bars.nth(number).bounding_box()
        assert bar
        assert bar["x"] + bar["width"] == pytest.approx(box["x"] + box["width"], abs=1)


def test_a_translator_into_arabic_sees_the_changed_words_of_a_greek_source_in_their_own_direction(
    example_site: Path,
) -> None:
    page = read(example_site, "ar/translations/")

    changed = [cell for cell in page.select("td span[lang=el]") if cell.select("ins, del")]
    assert changed
    assert all(cell["dir"] == "ltr" for cell in changed)


@pytest.mark.parametrize(
    "name",
    [
        "ar/leaflets/welcome.pdf",
        "ar/fact-sheets/arrivals.pdf",
        "ar/newsletters/2026-11.pdf",
        "el/infographics/from-idea-to-result.pdf",
    ],
)
def test_what_is_printed_can_be_read_aloud(example_site: Path, name: str) -> None:
    assert pdf_checker.is_pdf_compliant_bytes((example_site / name).read_bytes(), profile="ua1")


def test_each_funder_stands_at_the_foot_with_the_words_of_the_readers_language(example_site: Path) -> None:
    foot = text_of(one(read(example_site, "fi/"), "footer"))

    assert "Euroopan unionin osarahoittama" in foot
    assert "Rahoittaja: Rantasäätiö" in foot
    assert "(Euroopan komissio)" in foot
    assert "101234567" in foot


def test_a_kind_of_the_sites_own_is_in_the_menu_by_its_name_and_on_the_home_page(example_site: Path) -> None:
    home = read(example_site, "fi/")

    assert "Esitteet" in text_of(one(home, ".site-menu"))
    assert any("leaflets/welcome" in str(link["href"]) for link in home.select(".card-title a"))


def test_a_section_that_is_in_no_kind_and_no_menu_is_on_the_home_page_all_the_same(tmp_path: Path) -> None:
    root = copy_example(tmp_path / "site")
    page = root / "docs/fi/field-notes/first.md"
    page.parent.mkdir()
    page.write_text(
        "---\ntitle: Muistiinpano\ndate: 2026-11\n---\n\n# Muistiinpano\n\nTeksti.\n", encoding="utf-8"
    )

    assert pubs("build", cwd=root).returncode == 0

    assert "Muistiinpano" in text_of(one(read(root / "site", "fi/"), ".newest"))


def test_the_email_of_an_arabic_newsletter_runs_from_right_to_left(example_site: Path) -> None:
    html = (example_site / "ar/newsletters/2026-11/email/newsletter.html").read_text(encoding="utf-8")

    assert 'lang="ar"' in html
    assert 'dir="rtl"' in html
    assert "text-align:left" not in html.replace(" ", "")
