"""The desk in every look: no fault that axe knows of, nothing beside the screen, in both directions, by day and by night."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import ROOT, copy_inputs
from tests.desk.at_the_desk import Person, accessibility_faults, is_scrolled_sideways, looks, sitting
from tests.desk.conftest import Desk, desk_of

DRAFT = "ro/newsletters/2021-05"
LOOKS = ((360, "dark"), (1920, "light"), (1280, "dark"), (360, "light"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """With a newsletter that has been begun, and whose source has changed since."""
    root = copy_inputs(tmp_path_factory.mktemp("desk") / "project")
    with desk_of(root) as started:
        started.do("begin", page="newsletters/2021-05.md", locale="ro")
        source = root / "docs/sv/newsletters/2021-05.md"
        text = source.read_text(encoding="utf-8").replace("informellt nätverkande", "lek")
        source.write_text(
            text.replace("## Senaste nytt?", "Ett nytt stycke.\n\n## Senaste nytt?"), encoding="utf-8"
        )
        own = root / f"docs/{DRAFT}.md"
        text = own.read_text(encoding="utf-8").replace("Målet med veckan var", "Scopul a fost")
        own.write_text(text, encoding="utf-8")
        yield started


@pytest.fixture(scope="module")
def harbours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The second site, in Greek, Finnish and Arabic."""
    root = tmp_path_factory.mktemp("harbours") / "project"
    shutil.copytree(ROOT / "examples/open-harbours", root)
    with desk_of(root) as started:
        yield started


def has_no_fault(person: Person, seen: tuple[tuple[int, str], ...] = LOOKS) -> None:
    for width, scheme in seen:
        looks(person.page, width, "dark" if scheme == "dark" else "light")
        where = f"{person.page.url} {width} {scheme}"
        assert accessibility_faults(person.page) == [], where
        assert not is_scrolled_sideways(person.page), where


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("", LOOKS[:2]),
        ("ro/", LOOKS[:2]),
        ("sv/", LOOKS[2:]),
        ("it/newsletters/2021-05", LOOKS[:2]),
        ("sv/newsletters/2021-05", LOOKS[2:]),
        (DRAFT, LOOKS),
    ],
)
def test_each_page_of_the_desk_in_each_look(
    desk: Desk, browser: Browser, path: str, seen: tuple[tuple[int, str], ...]
) -> None:
    with sitting(browser, desk) as person:
        person.open(path)
        for summary in person.page.locator("summary").all():
            summary.click()
        has_no_fault(person, seen)


@pytest.mark.parametrize("path", ["ar/", "ar/project", "el/project"])
def test_arabic_beside_greek(harbours: Desk, browser: Browser, path: str) -> None:
    with sitting(browser, harbours) as person:
        person.open(path)
        has_no_fault(person, LOOKS[:2])
        if path == "ar/project":
            row = person.enter("Διάρκεια")
            expect(row).to_have_class(re.compile("current"))
            source, own = row.locator(".source").bounding_box(), row.locator(".target").bounding_box()
            assert source
            assert own
            assert own["y"] > source["y"] or own["x"] < source["x"]
            assert row.locator(".source").get_attribute("dir") == "ltr"
            assert row.locator(".ProseMirror").get_attribute("dir") == "rtl"
            has_no_fault(person, LOOKS[:3])


def test_a_part_that_is_edited_with_marks_advice_and_faults_below_it(desk: Desk, browser: Browser) -> None:
    with sitting(browser, desk) as person:
        person.open(DRAFT)
        row = person.enter("Kamratgranskningsmöte")
        person.press("Control+1")
        person.type('O "reuniune" , sau nu')
        expect(row.locator(".faults li").first).to_be_visible()
        expect(row.get_by_role("button", name=person.says("Set right"))).to_be_visible()
        has_no_fault(person)
        person.press("Control+m")
        expect(row.locator("textarea")).to_be_focused()
        has_no_fault(person, LOOKS[:1])
        person.enter("Målet med veckan")
        expect(person.row("Målet med veckan").locator("ins").first).to_be_visible()
        has_no_fault(person, LOOKS[:2])


def test_a_conflict_and_the_questions_of_the_desk(desk: Desk, browser: Browser) -> None:
    file = desk.root / f"docs/{DRAFT}.md"
    with sitting(browser, desk) as person:
        person.open(DRAFT)
        row = person.enter("Senaste nytt?")
        person.type("Cele mai noi")
        file.write_text(
            file.read_text(encoding="utf-8").replace("## Senaste nytt?", "## Noutăți"), encoding="utf-8"
        )
        expect(row.locator(".conflict")).to_be_visible()
        has_no_fault(person)
        person.button("This says what its source says").click()
        expect(person.page.locator("dialog#ask")).to_be_visible()
        has_no_fault(person, LOOKS[:2])
        person.press("Escape")
        expect(person.page.locator("dialog#ask")).to_be_hidden()
        row = person.enter("Kamratgranskningsmöte")
        row.get_by_role("button", name=person.says("Fact"), exact=True).click()
        expect(person.page.get_by_role("searchbox")).to_be_focused()
        has_no_fault(person, LOOKS[:2])


def test_the_page_as_readers_see_it_follows_the_part_that_is_edited(desk: Desk, browser: Browser) -> None:
    with sitting(browser, desk) as person:
        person.open("en/newsletters/2021-05")
        person.enter("Pilot av städernas")
        button = person.button("The page as readers see it")
        button.click()
        expect(button).to_have_attribute("aria-expanded", "true")
        heading = person.page.frame_locator("#site").locator("#pilot")
        expect(heading).to_be_in_viewport()
        person.enter("Fakta & siffror")
        expect(person.page.frame_locator("#site").locator("#facts")).to_be_in_viewport()
        for width in (360, 1280, 1920):
            person.page.set_viewport_size({"width": width, "height": 900})
            assert not is_scrolled_sideways(person.page), width


def test_letters_twice_as_large_fit(desk: Desk, browser: Browser) -> None:
    with sitting(browser, desk) as person:
        for path in ("ro/", DRAFT):
            person.open(path)
            person.page.evaluate("document.documentElement.style.fontSize = '200%'")
            for width in (360, 1280):
                person.page.set_viewport_size({"width": width, "height": 900})
                assert not is_scrolled_sideways(person.page), f"{path} {width}"


def test_the_tools_stay_in_sight_on_a_phone_in_one_line(desk: Desk, browser: Browser) -> None:
    with sitting(browser, desk, has_touch=True) as person:
        looks(person.page, 360, "light")
        person.open(DRAFT)
        person.button("Next to do").click()
        person.page.mouse.wheel(0, 2000)
        tools = person.page.get_by_role("toolbar")
        expect(tools).to_be_in_viewport()
        box = tools.bounding_box()
        assert box
        assert box["height"] < 60
        current = person.page.locator(".row.current")
        assert re.search("current", current.get_attribute("class") or "")


def test_the_poster_stands_beside_its_text_and_says_which_box_is_too_full(
    desk: Desk, browser: Browser
) -> None:
    with sitting(browser, desk) as person:
        person.open("it/infographics/city-strategies")
        person.button("The poster").click()
        pane = person.page.locator("#poster")
        expect(pane.locator("img")).to_be_visible()
        has_no_fault(person, LOOKS[:1])
        person.enter("Aprire spazi e opportunità")
        person.insert(" parole di troppo" * 40)
        told = person.says("{typed} does not fit. Shorten it.").partition("}")[2]
        expect(pane.get_by_role("status")).to_contain_text(told, timeout=15000)
