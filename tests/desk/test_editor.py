"""An editor at an original: what becomes outdated, facts, pictures, new parts, the form of what a page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.conftest import ROOT, copy_inputs
from tests.desk.at_the_desk import Person, accessibility_faults, sitting
from tests.desk.conftest import Desk, as_it_was, desk_of

PAGE = "sv/newsletters/2021-05"
VIEW = "Träningsveckan har erbjudit"
PICTURE = ROOT / "docs/assets/pictures/newsletter-2021-05.svg"
DROP = """([row, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], "En bild.svg", { type: "image/svg+xml" }));
  row.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with desk_of(copy_inputs(tmp_path_factory.mktemp("desk") / "project")) as started:
        yield started


@pytest.fixture
def file(desk: Desk) -> Iterator[Path]:
    """The Swedish newsletter, an original; afterwards it is as it was."""
    with as_it_was(desk.root / f"docs/{PAGE}.md") as path:
        yield path


@pytest.fixture
def editor(desk: Desk, browser: Browser, file: Path) -> Iterator[Person]:
    assert file.is_file()
    with sitting(browser, desk, locale="sv") as person:
        person.open(PAGE)
        yield person


def tool(person: Person, row: Locator, name: str) -> Locator:
    return row.get_by_role("button", name=person.says(name), exact=True)


def test_an_edit_says_which_translations_it_makes_outdated_and_one_press_says_the_meaning_is_the_same(
    editor: Person, desk: Desk
) -> None:
    editor.enter(VIEW)
    editor.end()
    editor.type(" Det sade alla, och många sade det flera gånger.")
    behind = editor.page.locator("#behind")
    expect(behind).to_contain_text("engelska")
    expect(behind).to_contain_text(re.compile(r"\d"))
    assert "state-outdated" in desk.get("/desk/en/newsletters/2021-05")[1]
    editor.button("The meaning is the same").click()
    expect(behind).to_be_empty()
    expect(editor.page.locator("#saved")).to_have_text(
        editor.says("Said: the translations stay as they are.")
    )
    assert "state-current" in desk.get("/desk/en/newsletters/2021-05")[1]
    assert editor.focused()


def test_each_part_of_an_original_says_what_it_is(editor: Person) -> None:
    row = editor.row("Kamratgranskningsmöte")
    assert row.locator(".kind").inner_text() == editor.says("list item")
    assert editor.says("row: done") not in editor.page.locator("#rows").inner_text().split()
    name = row.get_by_role("textbox").get_attribute("aria-label") or ""
    assert ": Kamratgranskningsmöte, där tjänstepersoner" in name


def test_a_new_part_stands_below_and_is_written_in_at_once(editor: Person, file: Path) -> None:
    row = editor.enter(VIEW)
    tool(editor, row, "New part below").click()
    new = editor.row(editor.says("New text."))
    expect(new.locator(".ProseMirror")).to_be_focused()
    editor.press("Control+a")
    editor.type("Ett stycke till.")
    editor.is_saved()
    assert "bakom initiativen.\n\nEtt stycke till.\n\nProjektparterna har" in file.read_text(encoding="utf-8")


def test_where_two_parts_are_drawn_together_the_cursor_stands_between_them(
    editor: Person, file: Path
) -> None:
    tool(editor, editor.enter(VIEW), "New part below").click()
    expect(editor.row(editor.says("New text.")).locator(".ProseMirror")).to_be_focused()
    editor.home()
    editor.press("Backspace")
    expect(editor.row(VIEW).locator(".ProseMirror")).to_be_focused()
    editor.type("Mitt emellan. ")
    editor.is_saved()
    together = f"bakom initiativen. Mitt emellan. {editor.says('New text.')}\n\nProjektparterna har"
    assert together in file.read_text(encoding="utf-8")


def test_a_field_that_a_colleague_has_filled_in_meanwhile_is_not_overruled(
    editor: Person, file: Path
) -> None:
    date = editor.page.get_by_label(editor.says("field: date"))
    text = re.sub("(?m)^date: .*$", "date: 2021-06", file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    date.fill("2021-07")
    editor.press("Tab")
    expect(date).to_have_attribute("aria-invalid", "true")
    expect(editor.page.locator("#saved")).to_contain_text("2021-06")
    editor.expects("409")
    assert file.read_text(encoding="utf-8") == text


def test_a_fact_is_found_by_what_it_says_and_put_in_by_keyboard(editor: Person, file: Path) -> None:
    row = editor.enter(VIEW)
    editor.end()
    tool(editor, row, "Fact").press("Enter")
    dialog = editor.page.get_by_role("dialog")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    editor.type("training-week 12")
    expect(dialog.get_by_role("listitem").first).to_contain_text("10–12 maj 2021")
    editor.press("Enter")
    expect(row.locator(".ProseMirror .chip.fact")).to_have_text("10–12 maj 2021")
    assert editor.focused().startswith(editor.says("Text in {language}").format(language="Svenska"))
    editor.is_saved()
    assert "bakom initiativen.{{ training-week }}\n" in file.read_text(encoding="utf-8")


def test_a_note_to_the_next_reader_is_never_published(editor: Person, file: Path) -> None:
    row = editor.enter("Senaste nytt?")
    editor.end()
    tool(editor, row, "Note").click()
    editor.type("är det så?")
    editor.press("Enter")
    expect(row.locator(".ProseMirror .chip.note")).to_have_text("är det så?")
    editor.is_saved()
    assert "## Senaste nytt?<!-- är det så? --> { #latest-news }" in file.read_text(encoding="utf-8")


def test_a_picture_that_is_dropped_stands_below_with_what_it_shows_in_words(
    editor: Person, file: Path, desk: Desk
) -> None:
    row = editor.row(VIEW)
    editor.page.evaluate(DROP, [row.element_handle(), PICTURE.read_text(encoding="utf-8")])
    dialog = editor.page.get_by_role("dialog")
    expect(dialog.get_by_role("textbox")).to_be_focused()
    assert accessibility_faults(editor.page) == []
    editor.type("Ritning av veckan")
    editor.press("Enter")
    expect(editor.text("Ritning av veckan")).to_be_visible()
    assert "\n\n![Ritning av veckan](../../assets/pictures/en-bild.svg)\n\n" in file.read_text(
        encoding="utf-8"
    )
    assert (desk.root / "docs/assets/pictures/en-bild.svg").read_text() == PICTURE.read_text()


def test_what_a_page_says_of_itself_is_a_form_that_tells_what_cannot_be(editor: Person, file: Path) -> None:
    form = editor.page.locator("#about")
    date = form.locator('[data-key="date"]')
    date.fill("i våras")
    editor.press("Tab")
    expect(date).to_have_attribute("aria-invalid", "true")
    editor.expects("409")
    expect(editor.page.locator("#saved")).to_contain_text("2021-09-15")
    date.fill("2021-06")
    editor.press("Tab")
    expect(editor.page.locator("#saved")).to_have_text(editor.says("Saved."))
    expect(date).to_have_attribute("aria-invalid", "false")
    with editor.page.expect_response("**/do/front"):
        form.get_by_role("checkbox", checked=True).first.press("Space")
    expect(form.get_by_role("checkbox", checked=True)).to_have_count(2)
    with editor.page.expect_response("**/do/front"):
        form.locator("#f-picture").select_option(label="city-strategies.svg")
    text = file.read_text(encoding="utf-8")
    assert re.search("^date: .2021-06.$", text, re.MULTILINE)
    assert "topics: [strategies, facts-and-figures]" in text
    assert "picture: ../../assets/pictures/newsletter-2021-05.svg" not in text


def test_a_quotation_mark_stays_as_it_was_typed_until_the_editor_sets_it_right(
    editor: Person, file: Path
) -> None:
    row = editor.enter(VIEW)
    editor.end()
    editor.type(' En "bra" vecka.')
    editor.is_saved()
    assert ' En "bra" vecka.' in file.read_text(encoding="utf-8")
    expect(row.locator(".faults li").first).to_have_text('citattecken Skriv ”bra” i stället för "bra".')
    tool(editor, row, "Set right").click()
    expect(row.locator(".ProseMirror")).to_contain_text("En ”bra” vecka.")
    expect(row.locator(".ProseMirror")).to_be_focused()
    assert " En ”bra” vecka.\n" in file.read_text(encoding="utf-8")


def test_undo_takes_back_the_last_step_however_long_ago_it_was_typed(editor: Person, file: Path) -> None:
    before = file.read_bytes()
    editor.enter(VIEW)
    editor.end()
    editor.type(" Fel.")
    editor.is_saved()
    editor.press("Escape", "Control+z")
    expect(editor.page.locator("#saved")).to_have_text(editor.says("Taken back."))
    assert file.read_bytes() == before
    expect(editor.row(VIEW)).not_to_contain_text("Fel.")
    assert editor.focused()


def test_a_new_page_is_begun_from_the_list(desk: Desk, browser: Browser) -> None:
    with sitting(browser, desk, locale="sv") as person:
        person.open("sv/")
        person.page.get_by_text(person.says("Begin a new page"), exact=True).click()
        person.page.get_by_label(person.says("Kind")).select_option("newsletter")
        person.page.get_by_label(person.says("Title")).fill("Nyhetsbrev september 2021")
        person.page.locator("#new-name").fill("2021-09")
        person.press("Enter")
        person.page.wait_for_selector("body[data-ready]")
        expect(person.page.get_by_role("heading", level=1)).to_have_text("Nyhetsbrev september 2021")
        assert (desk.root / "docs/sv/newsletters/2021-09.md").is_file()
        assert accessibility_faults(person.page) == []
