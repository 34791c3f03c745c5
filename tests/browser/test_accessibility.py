"""Every kind of page in every language passes axe-core, in light and dark, on a phone and on a desktop."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, OpenPage, accessibility_faults

LOCALES = ("sv", "ro", "it", "en")
Look = tuple[dict[str, int], Literal["light", "dark"]]
# All looks in one language; the others, whose colours are the same, in one each.
LOOKS: tuple[Look, ...] = ((DESKTOP, "light"), (PHONE, "dark"), (DESKTOP, "dark"), (PHONE, "light"))
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
    "translations": "translations/",
}


# Every kind of page in one language; in the others those whose words differ most.
SEEN = [(kind, "sv") for kind in PAGES] + [
    (kind, locale) for kind in ("home", "infographic", "newsletter", "translations") for locale in LOCALES[1:]
]


EVERY_LOOK = (("home", "sv"), ("infographic with figures", "sv"), ("newsletter", "sv"))


@pytest.mark.parametrize(("kind", "locale"), SEEN)
def test_a_page_has_no_accessibility_fault_is_never_scrolled_sideways_and_asks_for_nothing_elsewhere(
    reader_page: OpenPage, kind: str, locale: str
) -> None:
    page = reader_page(f"/{locale}/{PAGES[kind]}", locale=locale)

    assert (
        faults_in(
            page,
            LOOKS
            if (kind, locale) in EVERY_LOOK
            else LOOKS[:2]
            if locale == "sv"
            else (LOOKS[LOCALES.index(locale) % 2],),
        )
        == {}
    )
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/sv/borta/", 404)])
def test_the_chooser_and_the_page_for_a_wrong_address_have_none_either(
    reader_page: OpenPage, path: str, status: int
) -> None:
    assert faults_in(reader_page(path, status=status), LOOKS) == {}


def faults_in(page: Page, looks: Iterable[Look]) -> dict[str, list[str]]:
    """What axe-core finds in each look."""
    found = {}
    for size, scheme in looks:
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        page.emulate_media(color_scheme=scheme)
        if faults := accessibility_faults(page):
            found[f"{size['width']} px, {scheme}"] = faults
    return found
