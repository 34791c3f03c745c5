"""A reader chooses a language: at the root, on every page, at a wrong address."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import OpenPage
from tests.site.html import read, target

LOCALES = ("sv", "ro", "it", "en")
PAGES = ("", "infographics/", "infographics/city-strategies/", "infographics/background-and-method/", "newsletters/",
         "newsletters/2021-05/", "project/", "accessibility/", "privacy/")  # fmt: skip


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("page_name", PAGES)
def test_the_switcher_links_every_page_to_the_same_page_in_every_language(
    built_site: Path, locale: str, page_name: str
) -> None:
    links = read(built_site, f"{locale}/{page_name}").select("details.languages a[hreflang]")

    found = {
        str(link["hreflang"]): target(built_site, f"{locale}/{page_name}", str(link["href"]))
        for link in links
    }
    assert found == {other: (built_site / other / page_name / "index.html", "") for other in LOCALES}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_switcher_stays_on_the_page_and_speaks_the_language_that_was_chosen(
    reader_page: OpenPage, locale: str
) -> None:
    page_name = "newsletters/2021-05/"
    page = reader_page(f"/{locale}/{page_name}")
    site = page.url.removesuffix(f"/{locale}/{page_name}")

    for other in LOCALES:
        page.goto(f"{site}/{locale}/{page_name}")
        page.locator("details.languages summary").click()
        page.locator(f'details.languages a[hreflang="{other}"]').click()

        assert page.url == f"{site}/{other}/{page_name}"
        assert page.locator("html").get_attribute("lang") == other


def test_the_switcher_says_of_each_language_whether_the_page_is_translated(reader_page: OpenPage) -> None:
    page = reader_page("/sv/newsletters/2021-05/")
    page.locator("details.languages summary").click()

    said = {
        link.get_attribute("hreflang"): link.inner_text()
        for link in page.locator("details.languages a").all()
    }

    assert "inte översatt" in said["ro"]
    assert "inte översatt" in said["it"]
    assert "inte översatt" not in said["en"]


@pytest.mark.parametrize(
    ("reader", "offered"), [("sv", "sv"), ("ro-RO", "ro"), ("it-CH", "it"), ("de", "sv")]
)
def test_the_chooser_offers_the_browsers_language_first(
    reader_page: OpenPage, reader: str, offered: str
) -> None:
    page = reader_page("/", locale=reader)

    links = [link.get_attribute("hreflang") for link in page.locator("main a[hreflang]").all()]

    assert links[0] == offered
    assert sorted(filter(None, links)) == sorted(LOCALES)


def test_the_chooser_works_without_a_script(reader_page: OpenPage) -> None:
    page = reader_page("/", locale="ro", script=False)

    page.locator('main a[hreflang="ro"]').click()

    assert page.url.endswith("/ro/")


@pytest.mark.parametrize(("path", "offered"), [("/ro/borta/", "ro"), ("/borta", "it")])
def test_at_a_wrong_address_the_language_of_the_address_comes_first_then_the_browsers(
    reader_page: OpenPage, path: str, offered: str
) -> None:
    page = reader_page(path, locale="it", status=404)

    parts = [part.get_attribute("lang") for part in page.locator("[data-languages] > *").all()]

    assert parts[0] == offered
    assert sorted(filter(None, parts)) == sorted(LOCALES)


def test_every_word_of_the_site_itself_is_in_the_readers_language(reader_page: OpenPage) -> None:
    """The words around the text, in all languages, are never those of another one."""
    words = {}
    for locale in LOCALES:
        page = reader_page(f"/{locale}/accessibility/")
        page.locator("main .md-typeset").evaluate_all("parts => parts.forEach(part => part.remove())")
        page.locator(f"[lang]:not(html):not([lang={locale}])").evaluate_all(
            "parts => parts.forEach(part => part.remove())"
        )
        labels = page.evaluate(
            "[...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap(part =>"
            " ['aria-label', 'title', 'placeholder'].map(name => part.getAttribute(name)).filter(Boolean))"
        )
        lines = [*page.locator("body").inner_text().splitlines(), *labels]
        words[locale] = {line.strip() for line in lines if len(line.strip()) > 2}

    same_in_all = {
        "European Pact for Integration",
        "European Pact for",
        "Integration",
        "hello@epi-project.com",
        "EPI",
    }
    assert words["sv"] & words["en"] <= same_in_all
    assert words["ro"] & words["en"] <= same_in_all
    assert words["it"] & words["en"] <= same_in_all | {"Home", "Newsletter", "Privacy"}
