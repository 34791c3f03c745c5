"""What helps a translator beside a text: how it was said before, and the source itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.conftest import copy_inputs
from tests.desk.at_the_desk import Person, sitting
from tests.desk.conftest import Desk, as_it_was, desk_of

PAGE = "en/newsletters/2021-09"
SOURCE = """\
---
title: Nyhetsbrev september 2021
---

# Nyhetsbrev september 2021

## Senaste nytt? { #latest-news }

Läs **hela** [rapporten](2021-05.md) i augusti.
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk with a newsletter that somebody has begun to translate."""
    root = copy_inputs(tmp_path_factory.mktemp("desk") / "project")
    (root / "docs/sv/newsletters/2021-09.md").write_text(SOURCE, encoding="utf-8")
    with desk_of(root) as started:
        desk_says = started.do("begin", page="newsletters/2021-09.md", locale="en")
        assert desk_says["outcome"] == "saved"
        yield started


@pytest.fixture
def file(desk: Desk) -> Iterator[Path]:
    with as_it_was(desk.root / f"docs/{PAGE}.md") as path:
        yield path


@pytest.fixture
def person(desk: Desk, browser: Browser, file: Path) -> Iterator[Person]:
    assert file.is_file()
    with sitting(browser, desk) as somebody:
        somebody.open(PAGE)
        yield somebody


def advice(row: Locator) -> Locator:
    return row.locator(".advice")


def test_what_was_said_before_is_put_in_as_it_is_read_and_the_heading_keeps_its_address(
    person: Person, file: Path
) -> None:
    row = person.enter("Senaste nytt?")
    expect(advice(row)).to_contain_text(
        "Latest news? 100 % · Senaste nytt? · docs/en/newsletters/2021-05.md:18"
    )
    row.get_by_role("button", name=person.says("Use it")).click()
    expect(row.locator(".ProseMirror")).to_have_text("Latest news?")
    expect(row.locator(".ProseMirror")).to_be_focused()
    person.type(" In September!")
    person.is_saved()
    assert "\n## Latest news? In September! { #latest-news }\n" in file.read_text(encoding="utf-8")


def test_a_text_is_no_suggestion_for_itself(desk: Desk, browser: Browser) -> None:
    with sitting(browser, desk) as person:
        person.open("en/newsletters/2021-05")
        with person.page.expect_response("**/do/advise"):
            row = person.enter("Senaste nytt?")
        expect(row.locator(".tools")).to_be_visible()
        expect(advice(row)).to_be_empty()


def test_the_source_is_copied_into_the_text_and_into_its_markdown(person: Person, file: Path) -> None:
    row = person.enter("hela rapporten")
    row.get_by_role("button", name=person.says("Copy the source")).click()
    expect(row.locator(".ProseMirror")).to_contain_text("hela")
    person.press("Control+a", "Backspace", "Control+m")
    expect(row.locator("textarea")).to_be_focused()
    row.get_by_role("button", name=person.says("Copy the source")).click()
    expect(row.locator("textarea")).to_have_value("Läs **hela** [rapporten](2021-05.md) i augusti.")
    person.press("Control+Home", "Delete", "Delete", "Delete")
    person.type("Read")
    person.is_saved()
    assert "\nRead **hela** [rapporten](2021-05.md) i augusti.\n" in file.read_text(encoding="utf-8")
