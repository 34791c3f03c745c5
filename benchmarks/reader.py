"""What a reader waits for: python benchmarks/reader.py [PAGES].

The real site, with so many newsletters added (default 1,000), is opened in a browser: a page of each kind on a phone
and on a desktop. Bytes are those of a host that compresses text (gzip): of the first page that somebody opens, of the
next one, and of a search. shift: how far things moved while the page was loaded (Cumulative Layout Shift).
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Response, sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpus import write_corpus
from benchmarks.measuring import cost_of
from tests.browser.chromium import launch
from tests.browser.conftest import DESKTOP, PHONE, serve

PAGES = (
    "/sv/",
    "/ro/project/",
    "/sv/infographics/",
    "/it/infographics/city-strategies/",
    "/en/newsletters/2021-05/",
)
WORDS = "mångfald"
_TEXT = ("text/", "application/javascript", "application/json", "image/svg+xml")
_SHIFT = """() => new Promise(done => { let sum = 0
  new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value })
    .observe({ type: "layout-shift", buffered: true })
  setTimeout(() => done(sum), 300) })"""


@dataclass(frozen=True, slots=True)
class View:
    """Opening a page. requests, kilobytes: what came for it, as transferred; shift: 0 when nothing moved."""

    requests: int
    kilobytes: float
    shift: float


def first_view(browser: Browser, url: str, *, phone: bool = False) -> View:
    """A page as somebody has it who comes to the site for the first time."""
    with _context(browser, phone=phone) as context:
        return _opened(context, url)


def next_view(browser: Browser, first: str, url: str) -> View:
    """A page as somebody has it who comes from another of the site."""
    with _context(browser) as context:
        _opened(context, first)
        return _opened(context, url)


def search(browser: Browser, url: str, words: str) -> View:
    """A search as somebody has it who reads a page of the site."""
    with _context(browser) as context:
        page = context.new_page()
        page.goto(url, wait_until="networkidle")
        answers = _Answers(page)
        page.keyboard.press("/")
        page.locator("dialog [type=search]").fill(words)
        page.wait_for_selector(".search-results li")
        page.wait_for_load_state("networkidle")
        return answers.view(0.0)


def _context(browser: Browser, *, phone: bool = False) -> BrowserContext:
    size: Any = PHONE if phone else DESKTOP
    return browser.new_context(viewport=size, is_mobile=phone, locale="sv")


def _opened(context: BrowserContext, url: str) -> View:
    page = context.new_page()
    answers = _Answers(page)
    page.goto(url, wait_until="networkidle")
    return answers.view(page.evaluate(_SHIFT))


class _Answers:
    """What comes for a page, but for what the browser had kept."""

    def __init__(self, page: Page) -> None:
        self.all: list[Response] = []
        self.kept: set[str] = set()
        page.on("response", self._keep)
        network = page.context.new_cdp_session(page)
        network.on("Network.responseReceived", self._look)
        network.on("Network.requestServedFromCache", lambda event: self.kept.add(event["requestId"]))
        network.send("Network.enable")

    def view(self, shift: float) -> View:
        came = [one for one in self.all if one.url.startswith("http") and one.url not in self.kept]
        return View(len(came), sum(map(_size, came)) / 1000, round(shift, 4))

    def _keep(self, answer: Response) -> None:
        self.all.append(answer)

    def _look(self, event: Any) -> None:  # noqa: ANN401 (what the browser's protocol gives)
        if event["response"].get("fromDiskCache") or event["requestId"] in self.kept:
            self.kept.add(event["response"]["url"])


def _size(answer: Response) -> int:
    body, kind = answer.body(), answer.headers.get("content-type", "")
    return len(gzip.compress(body, 9)) if kind.startswith(_TEXT) else len(body)


def main() -> None:
    """Print a row for each page."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = write_corpus(Path(folder) / "project", pages).root
        cost_of(root, "pubs", "build")
        browser = launch(playwright)
        with serve(root / "site") as url:
            print(f"{'':36} requests       kB    shift")
            for page in PAGES:
                _tell(page, [first_view(browser, url + page), first_view(browser, url + page, phone=True)])
                _tell("  the next page", [next_view(browser, f"{url}{page[:4]}privacy/", url + page)])
            _tell("a search", [search(browser, f"{url}/sv/", WORDS)])


def _tell(name: str, views: Iterable[View]) -> None:
    found = list(views)
    print(
        f"{name:36} {max(view.requests for view in found):8} {max(view.kilobytes for view in found):8.1f}"
        f" {max(view.shift for view in found):8.4f}"
    )


if __name__ == "__main__":
    main()
