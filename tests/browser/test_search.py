"""Search: every reader finds the words of their language, by keyboard, by touch, and by ear."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect

from publications.faults import PublicationError
from publications.site.search_index import write_search_index
from tests.browser.conftest import OpenPage, accessibility_faults, readers, serve

WORDS: dict[str, dict[str, str]] = yaml.safe_load(
    Path(__file__).parents[1].joinpath("cases", "search.yml").read_text(encoding="utf-8")
)


def status_of(page: Page) -> Locator:
    return page.get_by_role("dialog").get_by_role("status")


def search(page: Page, words: str) -> list[str]:
    """Type into the search, opening it if need be, and give the addresses found; "" if it says there are none."""
    if not page.get_by_role("dialog").is_visible():
        page.keyboard.press("/")
    field = page.get_by_role("searchbox")
    said = "document.querySelector('dialog [role=status]').textContent"
    field.fill("")
    wait_until(page, f"!{said}")
    field.fill(words)
    wait_until(page, said)
    found: list[str] = page.locator("dialog a").evaluate_all("links => links.map(link => link.href)")
    return [urlsplit(address).path for address in found]


def wait_until(page: Page, expression: str) -> None:
    """Playwright's own `wait_for_function` evaluates a string in the page, which the page's policy forbids."""
    end = time.monotonic() + 10
    while not page.evaluate(f"() => Boolean({expression})"):
        assert time.monotonic() < end, expression
        page.wait_for_timeout(20)


@pytest.mark.parametrize("locale", WORDS)
def test_words_are_found_without_diacritics_and_in_other_forms_and_only_in_the_readers_language(
    reader_page: OpenPage, locale: str
) -> None:
    page = reader_page(f"/{locale}/", locale=locale)

    found = {words: search(page, words) for words in WORDS[locale]}

    expected = {words: f"/{locale}/{path}/" for words, path in WORDS[locale].items()}
    assert {words: found[words] for words, path in expected.items() if path not in found[words]} == {}
    assert {path.split("/")[1] for paths in found.values() for path in paths} == {locale}


def test_a_slip_of_the_finger_is_answered_with_the_nearest_words_as_links(reader_page: OpenPage) -> None:
    page = reader_page("/en/", locale="en")
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("migrnats")
    meant = page.locator(".search-meant a")
    expect(meant.first).to_have_text("migrants")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("Did you mean: migrants")

    assert accessibility_faults(page) == []
    page.keyboard.press("ArrowDown")
    expect(meant.first).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("searchbox")).to_have_value("migrants")
    expect(page.locator("dialog .search-results > li .search-link").first).to_have_attribute(
        "href", re.compile(r"/en/")
    )


@pytest.mark.parametrize("dark", [False, True])
def test_a_page_that_is_not_translated_is_found_below_the_hits_in_its_own_language(
    reader_page: OpenPage, dark: bool
) -> None:
    page = reader_page("/ro/", locale="ro", dark=dark)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("training week")
    below = page.locator(".search-elsewhere")
    expect(below.get_by_role("heading")).to_have_text("În alte limbi")
    link = below.locator("a").first
    expect(link).to_have_attribute("lang", "en")
    expect(below.locator(".search-language").first).to_have_text("engleză")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("În alte limbi: ")
    assert accessibility_faults(page) == []

    link.click()

    expect(page).to_have_url(re.compile(r"/ro/newsletters/2021-05/"))


def test_a_page_that_is_not_translated_is_found_only_in_the_languages_it_is_written_in(
    reader_page: OpenPage,
) -> None:
    in_swedish = search(reader_page("/sv/"), "träningsveckan")
    in_romanian = search(reader_page("/ro/newsletters/2021-05/", locale="ro"), "träningsveckan")

    assert set(in_swedish) >= {"/sv/newsletters/2021-05/"}
    assert [path for path in in_romanian if "newsletters" in path] == []


def test_nothing_of_the_search_is_fetched_before_it_is_used(reader_page: OpenPage, site_url: str) -> None:
    page = reader_page("/sv/")
    page.wait_for_load_state("networkidle")
    fetched: list[str] = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert fetched
    assert [url for url in fetched if "/search/" in url] == []

    with page.expect_request(f"{site_url}/search/pagefind.js"):
        page.keyboard.press("/")


def test_the_keyboard_alone_finds_and_opens_a_page(reader_page: OpenPage) -> None:
    page = reader_page("/sv/")
    search(page, "mangfald")
    links = page.locator("dialog a")

    page.keyboard.press("Enter")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    section = links.nth(1).get_attribute("href") or ""
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(re.escape(section) + "$"))
    assert re.fullmatch(r"/sv/infographics/city-strategies/#[a-z-]+", section)
    expect(page.get_by_role("dialog")).not_to_be_visible()


def test_a_result_on_this_page_closes_the_search(reader_page: OpenPage) -> None:
    page = reader_page("/sv/infographics/city-strategies/")
    search(page, "mangfald")

    page.locator("dialog a[href*='#']").first.press("Enter")

    expect(page).to_have_url(re.compile("#"))
    expect(page.get_by_role("dialog")).not_to_be_visible()


def test_escape_closes_the_search_and_gives_the_focus_back(reader_page: OpenPage) -> None:
    page = reader_page("/sv/")
    link = page.get_by_role("link", name="Projektet").first
    link.focus()
    search(page, "mangfald")

    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).not_to_be_visible()
    expect(link).to_be_focused()


def test_the_focus_stays_in_the_open_search(reader_page: OpenPage) -> None:
    page = reader_page("/sv/")
    search(page, "mangfald")

    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )


def test_a_slash_in_the_field_is_a_slash(reader_page: OpenPage) -> None:
    page = reader_page("/sv/")

    page.keyboard.press("/")
    page.keyboard.type("2021/22", delay=20)

    expect(page.get_by_role("searchbox")).to_have_value("2021/22")


def test_the_shortcut_can_be_turned_off_and_stays_off(reader_page: OpenPage) -> None:
    page = reader_page("/sv/")
    page.keyboard.press("/")
    page.get_by_label("Tangenten / öppnar sökningen").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).not_to_be_visible()

    page.reload()
    page.keyboard.press("/")

    expect(page.get_by_role("dialog")).not_to_be_visible()
    page.get_by_role("button", name="Sök", exact=True).click()
    expect(page.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize(
    ("locale", "words", "said", "said_of_nothing"),
    [
        ("sv", "mangfald", "Antal träffar: ", "Inga träffar för ”qzxqzx”"),
        ("ro", "orase", "Rezultate: ", "Niciun rezultat pentru „qzxqzx”"),
        ("it", "citta", "Risultati: ", "Nessun risultato per «qzxqzx»"),
        ("en", "diversity", "Results: ", "No results for “qzxqzx”"),
    ],
)
def test_a_screen_reader_says_in_the_readers_language_how_much_was_found(
    reader_page: OpenPage, locale: str, words: str, said: str, said_of_nothing: str
) -> None:
    page = reader_page(f"/{locale}/", locale=locale)

    search(page, words)
    expect(status_of(page)).to_have_text(re.compile(rf"^{said}\d+$"))
    search(page, "qzxqzx")
    expect(status_of(page)).to_have_text(said_of_nothing)


def test_found_words_are_marked_and_the_heading_is_not_said_twice(reader_page: OpenPage) -> None:
    page = reader_page("/sv/")
    search(page, "mangfald")

    section = page.get_by_role("listitem").filter(has_text="Politiskt engagemang").last

    expect(section.locator("mark").first).to_have_text(re.compile("mångfald"))
    expect(section.get_by_role("paragraph")).not_to_contain_text("Politiskt engagemang")


@pytest.mark.parametrize(
    ("locale", "words", "dark", "phone"),
    [
        ("sv", "mangfald", False, False),
        ("ro", "orase", True, False),
        ("it", "citta", False, True),
        ("en", "cities", True, True),
    ],
)
def test_the_open_search_has_no_accessibility_faults(
    reader_page: OpenPage, locale: str, words: str, dark: bool, phone: bool
) -> None:
    page = reader_page(f"/{locale}/", locale=locale, dark=dark, phone=phone)
    page.get_by_role("button", name=re.compile("^(Sök|Căutare|Cerca|Search)$")).click()

    search(page, words)

    assert accessibility_faults(page) == []


@pytest.mark.parametrize("width", [320, 375])
def test_on_a_phone_the_search_fills_the_screen_and_nothing_is_cut_off(
    reader_page: OpenPage, width: int
) -> None:
    page = reader_page("/ro/", locale="ro", phone=True, viewport={"width": width, "height": 568})
    page.get_by_role("button", name="Căutare").tap()
    search(page, "orase")

    dialog = page.get_by_role("dialog")

    assert dialog.bounding_box() == {"x": 0, "y": 0, "width": width, "height": 568}
    assert dialog.evaluate("dialog => dialog.scrollWidth") == width
    page.get_by_role("button", name="Închideți căutarea").tap()
    expect(dialog).not_to_be_visible()


def test_without_script_there_is_no_search_that_does_nothing(reader_page: OpenPage) -> None:
    page = reader_page("/sv/", script=False)

    expect(page.get_by_role("button", name="Sök", exact=True)).to_have_count(0)
    expect(page.get_by_role("search")).to_have_count(0)


def test_a_reader_whose_connection_fails_is_told_so(reader_page: OpenPage) -> None:
    page = reader_page("/it/", locale="it")
    page.route(
        "**/search/pagefind.js",
        lambda route: route.fulfill(body="throw Error('lost')", content_type="text/javascript"),
    )

    search(page, "citta")

    expect(status_of(page)).to_contain_text("La ricerca non funziona in questo momento.")


@pytest.fixture(scope="module")
def longer_site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site with a dozen more Romanian pages, published below a path."""
    site = shutil.copytree(built_site, tmp_path_factory.mktemp("longer") / "site")
    for number in range(12):
        folder = site / "ro" / f"page-{number}"
        folder.mkdir()
        text = "<p>Sănătate și știri despre tineri, a &lt;b&gt; și c.</p>"
        (folder / "index.html").write_text(
            f'<html lang="ro"><main data-pagefind-body><h1>Pagina {number}</h1>{text}</main></html>',
            encoding="utf-8",
        )
    write_search_index(site, ["en", "it", "ro", "sv"])
    (site / "ro/search.json").write_text("{}", encoding="utf-8")
    with serve(site, below="/publications/") as url:
        yield url


def test_a_site_below_a_path_is_searched_and_long_lists_come_in_parts(
    browser: Browser, longer_site: str
) -> None:
    with readers(browser, longer_site) as open_page:
        page = open_page("/ro/", locale="ro")
        found = search(page, "stiri sanatate")
        more = page.get_by_role("button", name="Mai multe rezultate")
        links = page.locator("dialog a")

        expect(status_of(page)).to_have_text("Rezultate: 12")
        assert len(found) == 10
        more.press("Enter")
        expect(links).to_have_count(12)
        expect(links.nth(10)).to_be_focused()
        expect(more).not_to_be_visible()
        assert (links.first.get_attribute("href") or "").startswith("/publications/ro/page-")
        expect(page.locator("dialog li").first).to_contain_text("a <b> și c")


def test_the_same_site_gives_the_same_index_with_only_the_files_that_readers_need(
    built_site: Path, tmp_path: Path
) -> None:
    def index_of(folder: str) -> dict[str, bytes]:
        site = shutil.copytree(
            built_site, tmp_path / folder, ignore=shutil.ignore_patterns("assets", "search")
        )
        write_search_index(site, ["en", "it", "ro", "sv"])
        files = (path for path in site.joinpath("search").rglob("*") if path.is_file())
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}

    first = index_of("first")

    assert first == index_of("second")
    assert list(json.loads(first["search/pagefind-entry.json"])["languages"]) == ["en", "it", "ro", "sv"]
    assert [name for name in first if name.endswith((".css", ".js"))] == ["search/pagefind.js"]


def test_an_index_that_cannot_be_made_is_said_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(PublicationError, match="did not contain any html files"):
        write_search_index(tmp_path, ["en"])

    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "pagefind"))
    with pytest.raises(PublicationError, match="make site"):
        write_search_index(tmp_path, ["en"])
