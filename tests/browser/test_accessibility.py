"""Every kind of page in every language passes axe-core, in light and dark, on a phone and on a desktop."""

from __future__ import annotations

import pytest

from tests.browser.conftest import OpenPage, accessibility_faults

LOCALES = ("sv", "ro", "it", "en")
PAGES = {
    "home": "",
    "infographics": "infographics/",
    "infographic": "infographics/city-strategies/",
    "infographic with figures": "infographics/background-and-method/",
    "newsletters": "newsletters/",
    "newsletter": "newsletters/2021-05/",
    "project": "project/",
    "statement": "accessibility/",
    "privacy": "privacy/",
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_has_no_accessibility_fault_and_asks_for_nothing_that_fails_or_is_elsewhere(
    reader_page: OpenPage, kind: str, locale: str, phone: bool, dark: bool
) -> None:
    page = reader_page(f"/{locale}/{PAGES[kind]}", locale=locale, phone=phone, dark=dark)

    assert accessibility_faults(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_the_chooser_and_the_page_for_a_wrong_address_have_none_either(
    reader_page: OpenPage, phone: bool, dark: bool
) -> None:
    assert accessibility_faults(reader_page("/", phone=phone, dark=dark)) == []
    assert accessibility_faults(reader_page("/sv/borta/", phone=phone, dark=dark, status=404)) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("kind", PAGES)
def test_no_page_must_be_scrolled_sideways(reader_page: OpenPage, kind: str, width: int) -> None:
    for locale in LOCALES:
        page = reader_page(f"/{locale}/{PAGES[kind]}", viewport={"width": width, "height": 800})

        assert page.evaluate("document.documentElement.scrollWidth") <= width
