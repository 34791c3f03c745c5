"""The chart editor as an editor meets it: by keyboard, from a spreadsheet, in both directions, by day and by night."""

from __future__ import annotations

import json
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from publications.desk.chart_actions import CHART_ACTIONS
from publications.desk.guard import Guard
from publications.desk.opened import open_page
from publications.desk.session import Session
from publications.desk.views import Views
from publications.language.cldr import direction
from publications.layers import DEFAULTS
from tests.browser.conftest import accessibility_faults
from tests.conftest import ROOT, copy_inputs

TOKEN = "a-token-of-this-start"  # noqa: S105 (of a test)
SWEDISH = ("infographics/background-and-method.md", "sv", "länder utanför EU")
ARABIC = ("fact-sheets/arrivals.md", "ar", "صفاقس")
HTML = """<!doctype html><html lang="{locale}" dir="{direction}"><head><meta charset="utf-8"><title>Desk</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/desk/static/icon.svg">
<link rel="stylesheet" href="/desk/static/desk.css"><link rel="stylesheet" href="/desk/static/chart.css">
<script type="application/json" id="desk">{desk}</script><script type="module" src="/desk/open.js"></script></head>
<body><main><h1>Desk</h1><button id="open" data-key="{key}">Chart</button><button id="new" data-key="{key}">New</button>
<p id="told" role="status"></p></main>
<dialog id="ask" aria-labelledby="ask-text"><p id="ask-text"></p><form method="dialog"></form></dialog></body></html>"""
SCRIPT = """import { editChart } from "/desk/static/chart.js";
for (const button of document.querySelectorAll("main button")) button.addEventListener("click", async () => {
  const answer = await editChart(button.dataset.key, { isNew: button.id === "new" });
  document.getElementById("told").textContent = answer?.error ?? answer?.outcome ?? "left";
});"""
PASTE = """(input, text) => { const data = new DataTransfer(); data.setData("text/plain", text);
  return input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })) }"""


class Host:
    """A page with a button that opens the chart editor, behind the desk's own guard."""

    def __init__(self, root: Path, port: int) -> None:
        self.session = Session(root, TOKEN)
        self.views = Views(self.session)
        routes = [
            Route("/desk/open.js", lambda _: Response(SCRIPT, media_type="text/javascript")),
            Route("/desk/do/{action}", self.act, methods=["POST"]),
            Mount("/desk/static", StaticFiles(directory=DEFAULTS / "desk" / "static")),
            Mount("/desk/theme", StaticFiles(directory=DEFAULTS / "theme" / "assets")),
            Route("/desk/{locale}/{page:path}", self.page),
        ]
        self.app = Starlette(routes=routes, middleware=[Middleware(Guard, port=port, session=self.session)])

    async def act(self, request: Request) -> Response:
        action = CHART_ACTIONS[request.path_params["action"]]
        values = await request.json()
        return JSONResponse(await run_in_threadpool(action, self.session, self.views, values))

    async def page(self, request: Request) -> Response:
        locale, page = request.path_params["locale"], request.path_params["page"]
        opened = open_page(self.session.project, page, locale)
        words = request.query_params["words"]
        key = next(row.key for row in opened.rows if row.own and words in " ".join(row.own.typed))
        way = direction(locale)
        desk = json.dumps({"locale": locale, "page": page, "direction": way, "words": {}})
        return HTMLResponse(HTML.format(locale=locale, direction=way, key=key, desk=desk))


Opened = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    """Opens the chart of a page; a console error or a request that leaves the desk fails the test."""
    faults: list[str] = []
    closing: list[Callable[[], Any]] = []

    def open_it(page: str, locale: str, words: str, *, button: str = "#open", **context: Any) -> Page:  # noqa: ANN401 (Playwright's)
        root = tmp_path / "project"
        if locale == "ar":
            shutil.copytree(
                ROOT / "examples" / "open-harbours", root, ignore=shutil.ignore_patterns("site", ".cache")
            )
        else:
            copy_inputs(root)
        door = socket.socket()
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(Host(root, port).app, log_level="error"))
        thread = Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        while not server.started:
            sleep(0.01)
        made = browser.new_context(**context)
        closing.extend([made.close, lambda: setattr(server, "should_exit", True), thread.join, door.close])
        made.add_cookies([{"name": f"desk-{port}", "value": TOKEN, "url": f"http://127.0.0.1:{port}"}])
        shown = made.new_page()
        shown.on("console", lambda message: faults.extend(_fault_in(message)))
        shown.on("pageerror", lambda error: faults.append(str(error)))
        shown.goto(f"http://127.0.0.1:{port}/desk/{locale}/{page}?words={words}")
        shown.click(button)
        shown.wait_for_selector("dialog.chart-editor svg, dialog.chart-editor .chart-preview .hint")
        return shown

    yield open_it
    for close in closing:
        close()
    assert faults == []


def _fault_in(message: ConsoleMessage) -> Iterator[str]:
    """An error; axe, which the test puts in and which so has no address, tries styles that the desk's policy blocks."""
    if message.type == "error" and message.location["url"]:
        yield message.text


def cell(page: Page, row: int, column: int) -> Locator:
    return page.locator(f'[data-cell="{row} {column}"]')


def cells(page: Page) -> list[list[str]]:
    found: list[list[str]] = page.eval_on_selector_all(
        ".chart-grid tr",
        "rows => rows.map(row => [...row.querySelectorAll('input')].map(input => input.value))",
    )
    return found


def at(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.dataset.cell ?? document.activeElement.textContent")
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", [SWEDISH, ARABIC], ids=["left to right", "right to left"])
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(
    opened: Opened, place: tuple[str, str, str], scheme: str
) -> None:
    page = opened(
        *place, color_scheme=scheme, viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
    )

    assert (
        page.locator(".chart-preview svg").first.evaluate("svg => getComputedStyle(svg).fill")
        != "rgb(0, 0, 0)"
    )
    assert accessibility_faults(page) == []
    page.set_viewport_size({"width": 360, "height": 780})
    page.locator(".chart-grid tbody tr:first-child input").last.fill("?")
    expect(page.locator(".chart-editor .faults li").first).to_be_visible()
    assert accessibility_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    dialog = page.locator("dialog.chart-editor")
    assert dialog.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")


def test_a_chart_is_typed_by_keyboard_alone_drawn_meanwhile_and_saved(opened: Opened, tmp_path: Path) -> None:
    page = opened(*SWEDISH)
    keys = page.keyboard
    cell(page, 1, 2).focus()
    keys.press("Control+a")
    keys.type("7 %")
    keys.press("Enter")
    assert at(page) == "2 2"
    keys.press("Enter")
    assert at(page) == "3 2"
    assert cells(page)[3] == ["", "", ""]
    keys.type("2 %")
    keys.press("Home")
    keys.press("ArrowLeft")
    assert at(page) == "3 1"
    keys.press("Shift+Tab")
    assert at(page) == "3 0"
    keys.type("flyktingar")
    keys.press("ArrowUp")
    assert at(page) == "2 0"

    expect(page.locator(".chart-preview .chart-wide")).to_contain_text("flyktingar")
    expect(page.locator(".chart-preview .chart-wide")).to_contain_text("7")
    keys.press("Control+Enter")

    expect(page.locator("#told")).to_have_text("saved")
    text = (tmp_path / "project/docs/sv" / SWEDISH[0]).read_text(encoding="utf-8")
    assert (
        "| flyktingar        |                                     |                           2 % |" in text
    )
    assert "|                           7 % |" in text


def test_arrows_go_the_way_they_point_where_columns_run_from_right_to_left(opened: Opened) -> None:
    page = opened(*ARABIC)
    cell(page, 2, 0).focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")

    assert at(page) == "2 1"


def test_cells_of_a_spreadsheet_fill_the_table_which_grows(opened: Opened) -> None:
    page = opened(*SWEDISH, button="#new")
    assert cells(page) == [["", ""], ["", ""], ["", ""]]
    cell(page, 0, 0).evaluate(
        PASTE,
        'Stad\tAntal\t"Andel\nav ""alla"""\r\nPrato\t26\u00a0809\t4 %\r\nBorås\t9\t5 %\r\nCremona\t3\t6 %\r\n',
    )

    assert cells(page) == [
        ["Stad", "Antal", 'Andel av "alla"'],
        ["Prato", "26\u00a0809", "4 %"],
        ["Borås", "9", "5 %"],
        ["Cremona", "3", "6 %"],
    ]
    expect(page.locator(".chart-editor .faults")).to_contain_text("Say what it shows")
    page.get_by_label("What it shows, in a sentence for those who cannot see it").fill("Flest i Cremona.")
    expect(page.locator(".chart-preview .chart-wide")).to_contain_text("Cremona")
    expect(page.locator(".chart-editor .faults li")).to_have_count(0)


def test_rows_columns_and_kinds_are_chosen_by_buttons_and_a_fault_names_its_row(opened: Opened) -> None:
    page = opened(*SWEDISH)
    page.get_by_label("Kind of chart").select_option("columns")
    cell(page, 2, 2).fill("fyra")
    expect(page.locator(".chart-editor .faults li")).to_contain_text("Row 2")
    page.get_by_role("button", name="Take out row 2").click()
    expect(page.locator(".chart-editor .faults li")).to_have_count(0)
    page.get_by_role("button", name="Take out column 3").click()
    page.get_by_role("button", name="Add a column").click()

    assert at(page) == "0 2"
    assert cells(page) == [
        ["Medborgare i", "Miljoner personer", ""],
        ["länder utanför EU", "{{ non-eu-citizens | millions }}", ""],
    ]


def test_two_texts_are_shown_when_the_chart_has_changed_meanwhile_and_one_is_chosen(
    opened: Opened, tmp_path: Path
) -> None:
    page = opened(*SWEDISH)
    file = tmp_path / "project/docs/sv" / SWEDISH[0]
    theirs = file.read_text(encoding="utf-8").replace("ett annat EU-land |", "ett grannland     |")
    file.write_text(theirs, encoding="utf-8")
    cell(page, 1, 0).fill("hela världen")
    page.get_by_role("button", name="Save the chart").click()

    expect(page.locator(".chart-editor .conflict")).to_contain_text("ett grannland")
    assert accessibility_faults(page) == []
    assert file.read_text(encoding="utf-8") == theirs
    page.get_by_role("button", name="Keep mine").click()
    expect(page.locator("#told")).to_have_text("saved")
    assert "hela världen" in file.read_text(encoding="utf-8")


def test_what_was_typed_is_there_again_when_the_window_was_closed(opened: Opened) -> None:
    page = opened(*SWEDISH)
    cell(page, 1, 0).fill("hela världen")
    page.reload()
    page.click("#open")

    expect(cell(page, 1, 0)).to_have_value("hela världen")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Go on typing").click()
    expect(cell(page, 1, 0)).to_have_value("hela världen")
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Close without saving").click()
    expect(page.locator("#told")).to_have_text("left")
    page.click("#open")
    expect(cell(page, 1, 0)).to_have_value("länder utanför EU")
