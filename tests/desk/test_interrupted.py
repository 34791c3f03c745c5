"""Nothing that was typed is lost: a desk that stops, a file that somebody else has written, a part that is gone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.conftest import copy_inputs
from tests.desk.at_the_desk import Person, second_window, sitting
from tests.desk.conftest import Desk, as_it_was, desk_of

PAGE = "en/newsletters/2021-05"
NEWS, OURS, THEIRS = "Latest news?", "Latest news? Ours.", "The news of May"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_inputs(tmp_path_factory.mktemp("desk") / "project")


@pytest.fixture(scope="module")
def desk(root: Path) -> Iterator[Desk]:
    with desk_of(root) as started:
        yield started


@pytest.fixture
def file(root: Path) -> Iterator[Path]:
    """The English newsletter; afterwards it is as it was."""
    with as_it_was(root / f"docs/{PAGE}.md") as path:
        yield path


def rewrite(file: Path, old: str, new: str) -> None:
    """What somebody does in an editor of their own."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def in_conflict(person: Person, file: Path) -> Locator:
    """Both write into one heading within the second in which it is not saved yet; the three texts are shown."""
    row = person.enter("Senaste nytt?")
    person.end()
    person.type(" Ours")
    rewrite(file, NEWS, THEIRS)
    person.type(".")
    box = row.locator(".conflict")
    expect(box).to_be_visible()
    assert box.locator("pre").all_inner_texts()[:2] == [NEWS, THEIRS]
    assert OURS in box.locator("pre").nth(2).inner_text()
    return row


def test_of_two_texts_the_translator_keeps_their_own(desk: Desk, browser: Browser, file: Path) -> None:
    with sitting(browser, desk) as person:
        person.open(PAGE)
        row = in_conflict(person, file)
        assert THEIRS in file.read_text(encoding="utf-8")
        row.get_by_role("button", name="Keep mine").press("Enter")
        expect(row.locator(".ProseMirror")).to_be_focused()
        person.is_saved()
        assert f"\n## {OURS} {{ #latest-news }}\n" in file.read_text(encoding="utf-8")
        expect(row.locator(".conflict")).to_be_hidden()


def test_or_takes_what_is_in_the_file(desk: Desk, browser: Browser, file: Path) -> None:
    with sitting(browser, desk) as person:
        person.open(PAGE)
        row = in_conflict(person, file)
        row.get_by_role("button", name="Take this one").press("Enter")
        expect(row.locator(".ProseMirror")).to_have_text(THEIRS)
        expect(row.locator(".ProseMirror")).to_be_focused()
        assert OURS not in file.read_text(encoding="utf-8")
        person.open(PAGE)
        expect(person.text("Senaste nytt?")).to_have_text(THEIRS)


def test_two_windows_write_into_two_parts_at_once(desk: Desk, browser: Browser, file: Path) -> None:
    with sitting(browser, desk) as person:
        person.open(PAGE)
        other = second_window(person)
        other.open(PAGE)
        other.enter("Kamratgranskningsmöte")
        other.end()
        other.type(" Written in the second window")
        person.enter("Senaste nytt?")
        person.end()
        person.type(" Written in the first")
        other.type(", to its end.")
        person.is_saved()
        other.is_saved()
        expect(person.text("Kamratgranskningsmöte")).to_contain_text("second window, to its end.")
        text = file.read_text(encoding="utf-8")
        assert "## Latest news? Written in the first { #latest-news }" in text
        assert "of the project. Written in the second window, to its end.\n" in text


def test_who_types_on_while_a_part_becomes_two_loses_no_letter(
    desk: Desk, browser: Browser, file: Path
) -> None:
    with sitting(browser, desk) as person:
        person.open(PAGE)
        row = person.enter("Träningsveckan har erbjudit")
        person.end()
        person.press("Enter", "Enter")
        person.type("One")
        with person.page.expect_request("**/do/save"):
            pass
        person.type(" two three four")
        expect(person.page.locator(".row.extra .ProseMirror")).to_contain_text("One two three four")
        person.type(" five.")
        person.is_saved()
        expect(row.locator(".conflict")).to_be_hidden()
        text = file.read_text(encoding="utf-8")
        assert "behind the initiatives.\n\nOne two three four five.\n\nThe project partners" in text


def test_a_desk_that_was_stopped_and_started_again_gets_what_was_typed_meanwhile(
    root: Path, browser: Browser, file: Path
) -> None:
    with ExitStack() as windows:
        with desk_of(root) as first:
            person = windows.enter_context(sitting(browser, first))
            person.open(PAGE)
        person.enter("Senaste nytt?")
        person.end()
        person.type(" Ours.")
        expect(person.page.locator("#saved")).to_contain_text("Your text is kept here")
        with desk_of(root, first.port):
            person.is_saved()
            assert f"## {OURS} {{ #latest-news }}" in file.read_text(encoding="utf-8")
            expect(person.page.locator("#saved")).to_be_empty()
        person.type(" Twice.")
        person.page.close()
        rewrite(file, f"## {OURS}", f"## {NEWS}")
        with desk_of(root, first.port):
            person.page = second_window(person).page
            person.open(PAGE)
            box = person.row("Senaste nytt?").locator(".conflict")
            expect(box).to_contain_text(f"{OURS} Twice.")
            assert NEWS in box.locator("pre").nth(1).inner_text()
            person.page.close()
            person.expects("net::ERR_")


def test_what_is_being_typed_in_one_window_is_no_other_s_until_that_window_is_closed(
    desk: Desk, browser: Browser, file: Path
) -> None:
    with sitting(browser, desk) as person:
        person.open(PAGE)
        person.page.route("**/do/save", lambda route: route.abort())
        person.enter("Senaste nytt?")
        person.end()
        person.type(" Ours.")
        expect(person.page.locator("#saved")).to_contain_text("Your text is kept here")
        other = second_window(person)
        other.open(PAGE)
        expect(other.text("Senaste nytt?")).to_have_text(NEWS)
        rewrite(file, "## Facts & figures", "## Figures")
        expect(other.text("Fakta & siffror")).to_contain_text("Figures –")
        expect(other.text("Senaste nytt?")).to_have_text(NEWS)
        person.page.close()
        other.open(PAGE)
        expect(other.text("Senaste nytt?")).to_have_text(OURS)
        other.is_saved()
        assert f"## {OURS} {{ #latest-news }}" in file.read_text(encoding="utf-8")
        other.open(PAGE)
        person.expects("net::ERR_")


def test_what_was_typed_for_a_part_that_is_gone_is_shown_until_it_is_thrown_away(
    desk: Desk, browser: Browser
) -> None:
    with sitting(browser, desk) as person:
        person.open(PAGE)
        person.page.evaluate(
            """localStorage.setItem("desk en/newsletters/2021-05.md 00000000", JSON.stringify(
              { base: "Gone", parts: [{ kind: "text", words: "A whole evening's work" }] }))"""
        )
        person.open(PAGE)
        kept = person.page.locator("#kept")
        expect(kept).to_contain_text("A whole evening's work")
        kept.get_by_role("button", name="Throw it away").click()
        expect(kept).to_be_empty()
        person.open(PAGE)
        expect(kept).to_be_empty()
