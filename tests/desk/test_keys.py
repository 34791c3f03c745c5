"""The desk without a pointer: every key that it promises, and what a screen reader is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.conftest import copy_inputs
from tests.desk.at_the_desk import Person, second_window, sitting
from tests.desk.conftest import Desk, as_it_was, desk_of

ENGLISH = "en/newsletters/2021-05"
WEEK = "Projektparterna har genomfört"
TASK = "Kamratgranskningsmöte"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_of(copy_inputs(tmp_path_factory.mktemp("desk") / "project")) as started:
        yield started


@pytest.fixture
def person(desk: Desk, browser: Browser) -> Iterator[Person]:
    """Somebody at the English newsletter, which is done; afterwards it is as it was."""
    with as_it_was(desk.root / f"docs/{ENGLISH}.md"), sitting(browser, desk) as somebody:
        somebody.open(ENGLISH)
        yield somebody


def chips(row: Locator) -> list[str]:
    return row.locator(".ProseMirror .chip").all_inner_texts()


def text_of(row: Locator) -> str:
    return row.locator(".ProseMirror").inner_text()


def test_tab_goes_from_the_tools_to_the_text_and_from_a_text_to_what_helps_with_it(person: Person) -> None:
    found = []
    for _ in range(16):
        person.press("Tab")
        found.append(person.focused())
    assert found[:8] == [
        "Skip to content",
        "All pages",
        "Open the source",
        "Next to do Alt+↓",
        "Previous to do Alt+↑",
        "Undo Ctrl+Z",
        "The page as readers see it",
        "This says what its source says",
    ]
    assert found[8] == "About this page"
    assert found[9].startswith("Text in English: Nyhetsbrev maj 2021")
    assert found[10:13] == ["Copy the source", "Markdown", "Address of this part"]
    assert found[13].startswith("Text in English: Partnerna i EPI")
    person.press("Shift+Tab")
    assert person.focused()


def test_alt_and_arrows_go_to_what_is_to_be_done_and_round_the_page(desk: Desk, browser: Browser) -> None:
    with sitting(browser, desk) as person:
        desk.do("begin", page="infographics/background-and-method.md", locale="ro")
        person.open("ro/infographics/background-and-method")
        person.press("Alt+ArrowDown")
        first = person.focused()
        person.press("Alt+ArrowDown")
        assert person.focused() != first
        person.press("Alt+ArrowUp")
        assert person.focused() == first
        person.press("Alt+ArrowUp")
        last = person.focused()
        person.press("Alt+ArrowDown")
        assert person.focused() == first != last
        person.press("Escape")
        assert person.focused() == person.says("Address of this part")


def test_nothing_to_do_is_said_and_keeps_the_focus(person: Person) -> None:
    person.enter(WEEK)
    person.press("Alt+ArrowDown")
    expect(person.page.get_by_role("status").first).to_have_text("Nothing is left to do on this page.")
    assert person.focused().startswith("Text in English: Projektparterna")


def test_control_m_shows_the_markdown_and_the_text_again(person: Person) -> None:
    row = person.enter(WEEK)
    person.press("Control+m")
    area = row.locator("textarea")
    expect(area).to_be_focused()
    assert "{{ training-week }}" in area.input_value()
    person.home()
    person.type("Well. ")
    person.press("Control+m")
    expect(row.locator(".ProseMirror")).to_be_focused()
    assert text_of(row).startswith("Well. The project partners")
    assert "Well. The project partners" in (person.desk.root / f"docs/{ENGLISH}.md").read_text()


def test_backspace_chooses_a_mark_first_takes_out_its_pair_with_it_and_control_z_brings_both_back(
    person: Person,
) -> None:
    row = person.enter(TASK)
    person.home()
    person.press("Delete")
    expect(row.locator(".ProseMirror-selectednode")).to_have_text("B‹")
    assert chips(row) == ["B‹", "›B"]
    person.press("Delete")
    assert chips(row) == []
    assert text_of(row).startswith("Peer review meeting")
    person.press("Control+z")
    assert chips(row) == ["B‹", "›B"]


def test_a_mark_that_was_taken_out_is_offered_and_control_1_puts_it_back(person: Person) -> None:
    row = person.enter(WEEK)
    person.press("Control+m")
    row.locator("textarea").fill("The project partners held a training week.\nIt was long.")
    person.press("Control+m")
    put_in = row.get_by_role("button", name=re.compile("Put in: fact: 10–12 May 2021"))
    expect(put_in).to_be_visible()
    person.home()
    person.press(*["Control+ArrowRight"] * 3, "Control+1")
    expect(put_in).to_have_count(0)
    person.is_saved()
    assert "{{ training-week }}" in (person.desk.root / f"docs/{ENGLISH}.md").read_text()
    assert person.focused().startswith("Text in English: Projektparterna")


def test_a_chosen_mark_is_moved_by_words_and_never_out_of_its_pair(person: Person) -> None:
    row = person.enter(TASK)
    person.home()
    person.press("Delete", "Alt+ArrowRight")
    expect(row.locator(".ProseMirror .of-strong")).to_have_text(re.compile("review meeting$"))
    assert text_of(row).startswith("Peer")
    expect(row.locator(".ProseMirror-selectednode")).to_have_text("B‹")
    person.press(*["Alt+ArrowRight"] * 12)
    assert chips(row) == ["B‹", "›B"]
    person.press(*["Alt+ArrowLeft"] * 12)
    assert text_of(row).startswith("B‹Peer review meeting›B, at which")
    assert person.page.url.endswith(row.get_attribute("id") or "?")


def test_what_is_typed_while_a_mark_is_chosen_does_not_take_its_place(person: Person) -> None:
    row = person.enter(TASK)
    person.home()
    person.press("Delete")
    person.type("Our ")
    assert text_of(row).startswith("B‹Our Peer review meeting")


def test_the_focus_stays_when_parts_are_exchanged_around_it(person: Person, desk: Desk) -> None:
    row = person.enter("Träningsveckan har erbjudit")
    person.end()
    person.press("Enter", "Enter")
    person.type("A second part.")
    person.is_saved()
    expect(person.page.locator(".row.extra .ProseMirror")).to_be_focused()
    person.type(" And more.")
    person.is_saved()
    file = desk.root / f"docs/{ENGLISH}.md"
    assert "initiatives.\n\nA second part. And more.\n\nThe project partners" in file.read_text()
    file.write_text(file.read_text().replace("Latest news?", "The latest news"))
    expect(person.text("Senaste nytt?")).to_have_text("The latest news")
    expect(person.page.locator(".row.extra .ProseMirror")).to_be_focused()
    person.page.get_by_role("button", name="Take it out").press("Enter")
    expect(person.page.locator(".row.extra")).to_have_count(0)
    expect(row).to_be_visible()
    assert person.focused().startswith("Text in English: ")


def test_the_cursor_stays_where_a_part_is_divided(person: Person, desk: Desk) -> None:
    person.enter("Träningsveckan har erbjudit")
    person.end()
    person.press(*["ArrowLeft"] * len("initiatives."), "Enter", "Enter")
    expect(person.page.locator(".row.extra")).to_have_count(1)
    person.type("Such ")
    person.is_saved()
    text = (desk.root / f"docs/{ENGLISH}.md").read_text(encoding="utf-8")
    assert " behind the\n\nSuch initiatives.\n\nThe project partners" in text


def test_a_screen_reader_hears_what_a_part_is_how_far_it_is_and_what_its_marks_are(person: Person) -> None:
    row = person.enter(WEEK)
    heard = row.aria_snapshot()
    assert '- group "paragraph done"' in heard
    assert "textbox" in heard
    assert 'img "fact: 10–12 May 2021"' in heard
    person.enter(TASK)
    assert 'img "bold begins"' in person.row(TASK).aria_snapshot()
    assert '- heading "On the page" [level=2]' in person.page.locator("main").aria_snapshot()
    tools = person.page.get_by_role("toolbar").aria_snapshot()
    assert '- button "Next to do"' in tools


def test_nothing_is_read_aloud_at_each_key(person: Person) -> None:
    person.enter("Träningsveckan har erbjudit")
    person.page.evaluate(
        """() => {
          window.heard = [];
          const note = (changes) => changes.forEach((one) => heard.push(one.target.textContent));
          for (const place of document.querySelectorAll('[role="status"], [aria-live]'))
            new MutationObserver(note).observe(place, { childList: true, characterData: true, subtree: true });
        }"""
    )
    person.end()
    person.page.keyboard.type(" So it was said, and said again.", delay=15)
    person.is_saved()
    person.type(" And a third time.")
    person.is_saved()
    assert person.page.evaluate("heard") == []


def test_a_second_window_shows_what_the_first_has_saved_and_keeps_its_own_focus(person: Person) -> None:
    other = second_window(person)
    other.open(ENGLISH)
    other.enter(TASK)
    person.page.bring_to_front()
    person.enter("Senaste nytt?")
    person.end()
    person.type(" In both windows.")
    person.is_saved()
    expect(other.text("Senaste nytt?")).to_have_text("Latest news? In both windows.")
    assert other.focused().startswith("Text in English: Kamratgransk")
