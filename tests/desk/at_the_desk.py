"""Who sits at the desk: a real browser with a real keyboard, which notices every fault."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    Response,
    expect,
)

from publications.catalogs import DESK, read_shipped
from tests.browser.conftest import AXE, RULES
from tests.desk.conftest import TOKEN, Desk

WIDE = {"width": 1280, "height": 900}


@dataclass
class Person:
    """One window of the desk. faults: what the browser has complained of."""

    desk: Desk
    page: Page
    faults: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """path: `ro/project`, or `ro/` for what there is to do."""
        self.page.goto(f"{self.desk.url}/desk/{path}")
        if path and not path.endswith("/"):
            self.page.wait_for_selector("body[data-ready]")

    def says(self, text: str) -> str:
        """A text of the desk, in the language of who sits at it."""
        locale = self.page.evaluate("document.documentElement.lang")
        return read_shipped(locale, DESK).messages[text]

    def button(self, text: str) -> Locator:
        """A button of the desk by its English text."""
        return self.page.get_by_role("button", name=self.says(text)).first

    def row(self, words: str) -> Locator:
        """The part in which words stand, on either side."""
        return self.page.locator(".row").filter(has_text=words).first

    def text(self, words: str) -> Locator:
        return self.row(words).locator(".text").first

    def enter(self, words: str) -> Locator:
        """Into the text of a part, with the pointer."""
        row = self.row(words)
        row.locator(".text").first.click()
        expect(row.locator(".ProseMirror")).to_be_focused()
        return row

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def home(self) -> None:
        """To the start of the text, as late as a hand would be: the editor takes a cursor that goes there within 0.2 s for a fault."""
        self.page.evaluate("new Promise((done) => setTimeout(done, 220))")
        self._go("Control+Home")

    def end(self) -> None:
        """To the end of the text."""
        self._go("Control+End")

    def _go(self, key: str) -> None:
        """The browser tells the editor a moment later where its cursor is; no hand is quick enough to notice."""
        self.press(key)
        self.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def insert(self, text: str) -> None:
        """A long text at once, as it comes from dictation or a keyboard for many scripts."""
        if text:
            self.page.keyboard.insert_text(text)

    def is_saved(self) -> None:
        """Waits until what was typed is in the file."""
        expect(self.page.locator("#saving")).to_have_text(self.says("Saved."))

    def expects(self, fault: str) -> None:
        """The browser has complained of this, as it should; that is no fault."""
        assert any(fault in told for told in self.faults)
        self.faults[:] = [told for told in self.faults if fault not in told]

    def focused(self) -> str:
        """What has the focus: its name, "" for nothing."""
        name: str = self.page.evaluate(
            "document.activeElement === document.body ? '' :"
            " document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()"
        )
        return name


@contextmanager
def sitting(browser: Browser, desk: Desk, **looks: Any) -> Iterator[Person]:  # noqa: ANN401 (Playwright's own options)
    """Somebody with a browser of their own; the test fails if it had a fault to tell of. looks: of the browser's context."""
    context = _context(browser, desk, **looks)
    person = Person(desk, context.new_page())
    _notice(person)
    yield person
    context.close()
    assert not person.faults, "\n".join(person.faults)


def second_window(person: Person) -> Person:
    """Another window of the same browser."""
    other = Person(person.desk, person.page.context.new_page(), person.faults)
    _notice(other)
    return other


def accessibility_faults(page: Page) -> list[str]:
    """What axe-core finds on a page of the desk, whose policy allows it no style sheet of its own."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {"runOnly": RULES, "resultTypes": ["violations"], "preload": False}
    found: Any = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def is_scrolled_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def looks(page: Page, width: int, scheme: Literal["light", "dark"]) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)


def _context(browser: Browser, desk: Desk, **looks: Any) -> BrowserContext:  # noqa: ANN401
    size: Any = WIDE
    context = browser.new_context(viewport=size, reduced_motion="reduce", **looks)
    context.add_cookies([{"name": f"desk-{desk.port}", "value": TOKEN, "url": desk.url}])
    context.set_default_timeout(8000)
    return context


def _notice(person: Person) -> None:
    page, faults = person.page, person.faults

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(f"{page.url}: console: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((person.desk.url, "data:", "blob:")):
            faults.append(f"{page.url}: leaves the desk for {request.url}")

    def on_response(response: Response) -> None:
        if response.status >= 400:
            faults.append(f"{page.url}: {response.status} for {response.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("request", on_request)
    page.on("response", on_response)
