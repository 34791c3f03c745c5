"""Where pages are: a prefix for each language, a chooser at the root, and honest words to search engines."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.site.html import SITE_URL, one, page_names, read, structured_data, text_of

LOCALES = ("sv", "ro", "it", "en")
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_every_page_has_an_address_in_every_language(built_site: Path) -> None:
    by_locale = {
        locale: {
            name.removeprefix(f"{locale}/")
            for name in page_names(built_site)
            if name.startswith(f"{locale}/")
        }
        for locale in LOCALES
    }

    assert by_locale["sv"] == by_locale["ro"] == by_locale["it"] == by_locale["en"]
    assert "newsletters/2021-05/" in by_locale["ro"]
    assert set(page_names(built_site)) - {
        f"{code}/{page}" for code in LOCALES for page in by_locale[code]
    } == {
        "",
        "404.html",
    }


def test_the_root_lets_readers_choose_among_all_languages_without_a_script(built_site: Path) -> None:
    page = read(built_site, "")

    links = {str(link["hreflang"]): str(link["href"]) for link in page.select("main a[hreflang]")}

    assert links == {locale: f"{locale}/" for locale in LOCALES}
    assert [str(part["lang"]) for part in page.select("[data-languages] > *")] == list(LOCALES)


def test_the_root_is_the_address_for_readers_of_any_other_language(built_site: Path) -> None:
    alternates = {
        str(link["hreflang"]): str(link["href"]) for link in read(built_site, "sv/").select("link[hreflang]")
    }

    assert alternates["x-default"] == SITE_URL
    assert alternates["ro"] == SITE_URL + "ro/"


def test_the_page_for_a_wrong_address_speaks_four_languages_and_leads_home(built_site: Path) -> None:
    page = read(built_site, "404.html")

    parts = page.select("[data-languages] > *")

    assert [str(part["lang"]) for part in parts] == list(LOCALES)
    for part, words in zip(
        parts, ("Sidan finns inte", "Pagina nu există", "Pagina non trovata", "Page not found"), strict=True
    ):
        assert words in text_of(part)
        assert f"/{part['lang']}/" in [str(link["href"]) for link in part.select("a")]
    assert one(page, 'meta[name="robots"]')["content"] == "noindex"


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_names_its_real_translations_and_no_others(built_site: Path, locale: str) -> None:
    page = read(built_site, f"{locale}/newsletters/2021-05/")

    alternates = {str(link["hreflang"]) for link in page.select("link[hreflang]")}

    assert alternates == ({"sv", "en"} if locale in ("sv", "en") else set())


@pytest.mark.parametrize(("locale", "written_in"), [("sv", "sv"), ("en", "en"), ("ro", "en"), ("it", "en")])
def test_a_fallback_page_points_search_engines_to_the_page_it_repeats(
    built_site: Path, locale: str, written_in: str
) -> None:
    page = read(built_site, f"{locale}/newsletters/2021-05/")

    assert one(page, "link[rel=canonical]")["href"] == f"{SITE_URL}{written_in}/newsletters/2021-05/"
    assert one(page, 'meta[property="og:url"]')["content"] == f"{SITE_URL}{written_in}/newsletters/2021-05/"
    assert {part["inLanguage"] for part in structured_data(page) if "inLanguage" in part} == {written_in}


def test_the_sitemap_has_every_real_text_once_and_no_fallback_page(built_site: Path) -> None:
    tree = ET.parse(built_site / "sitemap.xml")  # noqa: S314 (our own file)

    found = [str(url.text) for url in tree.findall("s:url/s:loc", SITEMAP)]
    pages = [read(built_site, name) for name in page_names(built_site) if name != "404.html"]
    canonical = {
        str(one(page, "link[rel=canonical]")["href"])
        for page in pages
        if not page.select("meta[name=robots][content=noindex]")
    }

    assert len(found) == len(set(found))
    assert set(found) == canonical
    assert SITE_URL + "ro/newsletters/2021-05/" not in found


def test_the_sitemap_names_alternates_that_name_each_other(built_site: Path) -> None:
    tree = ET.parse(built_site / "sitemap.xml")  # noqa: S314 (our own file)
    alternates = {
        str(url.findtext("s:loc", namespaces=SITEMAP)): {
            link.get("href") for link in url.findall("x:link", SITEMAP)
        }
        for url in tree.findall("s:url", SITEMAP)
    }

    for address, others in alternates.items():
        assert address in others
        assert all(alternates[str(other)] == others for other in others)


def test_robots_may_read_everything_and_are_told_of_the_sitemap(built_site: Path) -> None:
    assert (built_site / "robots.txt").read_text(encoding="utf-8").splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        f"Sitemap: {SITE_URL}sitemap.xml",
    ]
