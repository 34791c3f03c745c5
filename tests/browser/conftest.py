"""What the browser tests share: the site behind a real server, and a reader who notices every fault."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 375, "height": 667}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


class OpenPage(Protocol):
    """Opens an address of the site ("/sv/") as one reader has it, and gives Playwright's page."""

    def __call__(
        self,
        path: str,
        *,
        locale: str = "sv",
        dark: bool = False,
        phone: bool = False,
        script: bool = True,
        status: int = 200,
        viewport: dict[str, int] | None = None,
    ) -> Page: ...


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address of the real site on this machine, without a slash at its end."""
    with serve(built_site) as url:
        yield url


@pytest.fixture
def reader_page(browser: Browser, site_url: str) -> Iterator[OpenPage]:
    """Open pages as a reader; the test fails if any of them had a fault that the browser knows of.

    Faults are console errors, script errors, requests that fail or are answered with 400 or more, and
    requests that leave the site. status: what the page itself is expected to answer.
    """
    with readers(browser, site_url) as open_page:
        yield open_page


@contextmanager
def readers(browser: Browser, site_url: str) -> Iterator[OpenPage]:
    """The same for a site at any address."""
    faults: list[str] = []
    contexts = []

    def open_page(
        path: str,
        *,
        locale: str = "sv",
        dark: bool = False,
        phone: bool = False,
        script: bool = True,
        status: int = 200,
        viewport: dict[str, int] | None = None,
    ) -> Page:
        size: Any = viewport or (PHONE if phone else DESKTOP)
        context = browser.new_context(
            locale=locale,
            color_scheme="dark" if dark else "light",
            viewport=size,
            has_touch=phone,
            is_mobile=phone,
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        address = site_url + path
        _notice_faults(page, site_url, address if status >= 400 else "", faults)
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == status, f"{path} answers {answer.status}"
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


def accessibility_faults(page: Page) -> list[str]:
    """What axe-core finds on a page as it is shown now, one line for each element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    found: Any = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@contextmanager
def serve(folder: Path, below: str = "/") -> Iterator[str]:
    """Serve a folder as a static host does, at the root or below a path such as "/publications/"."""
    handler = partial(_StaticHost, folder=folder, below=below)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{below.rstrip('/')}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _notice_faults(page: Page, site_url: str, expected: str, faults: list[str]) -> None:
    """expected: the address of a page that may answer with an error, or ""."""

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" and message.location["url"] != expected:
            faults.append(f"{page.url}: console: {message.text} ({message.location['url']})")

    def on_request(request: Request) -> None:
        if not request.url.startswith((site_url, "data:", "blob:")):
            faults.append(f"{page.url}: leaves the site for {request.url}")

    def on_response(response: Response) -> None:
        if response.status >= 400 and response.url != expected:
            faults.append(f"{page.url}: {response.status} for {response.url}")

    def on_failure(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader went on before it had come
            faults.append(f"{page.url}: {request.failure} for {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("request", on_request)
    page.on("response", on_response)
    page.on("requestfailed", on_failure)


class _StaticHost(SimpleHTTPRequestHandler):
    """A folder at an address, with its own 404 page; types do not depend on this machine."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 (the base class has it so)
        "": "application/octet-stream",
        ".css": "text/css",
        ".html": "text/html",
        ".ico": "image/x-icon",
        ".jpg": "image/jpeg",
        ".js": "text/javascript",
        ".json": "application/json",
        ".pdf": "application/pdf",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".txt": "text/plain",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".xml": "application/xml",
    }

    def __init__(self, *args: Any, folder: Path, below: str, **kwargs: Any) -> None:  # noqa: ANN401
        self.folder = folder
        self.below = below
        super().__init__(*args, directory=str(folder), **kwargs)

    def translate_path(self, path: str) -> str:
        """Outside the published path there is nothing."""
        if not path.startswith(self.below):
            return str(self.folder / "not published")
        return super().translate_path("/" + path.removeprefix(self.below))

    def end_headers(self) -> None:
        """As GitHub Pages does it."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        not_found = self.folder / "404.html"
        if code != 404 or not not_found.is_file():
            super().send_error(code, message, explain)
            return
        body = not_found.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 (the base class names it so)
        """Tests print nothing."""
