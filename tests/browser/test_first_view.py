"""A reader waits for nothing: little is fetched, and nothing moves while a page is loaded."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from benchmarks.reader import PAGES, first_view, next_view


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_a_first_page_takes_few_requests_and_nothing_moves(
    browser: Browser, site_url: str, page: str, phone: bool
) -> None:
    view = first_view(browser, site_url + page, phone=phone)

    assert view.requests <= 8
    assert view.kilobytes <= 110
    assert view.shift == 0


# A page with letters of further scripts (ī) takes their font, once.
@pytest.mark.parametrize("page", [page for page in PAGES if page != "/ro/project/"])
def test_a_later_page_takes_little_but_its_own_words(browser: Browser, site_url: str, page: str) -> None:
    view = next_view(browser, f"{site_url}{page[:4]}privacy/", site_url + page)

    assert view.kilobytes <= 12
    assert view.shift == 0
