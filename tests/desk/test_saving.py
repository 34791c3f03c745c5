"""What a translator, an editor and a second window get of the file: one block's new text, and every other byte as it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from publications.commands.cli import main
from publications.desk.actions import Actions
from publications.desk.opened import open_page
from publications.desk.pictures import keep_picture
from publications.desk.rows import RowState
from publications.desk.saving import save
from publications.desk.session import Session
from publications.desk.typed import Typed
from publications.desk.views import Views
from publications.editing.segment import Part, PartKind
from publications.faults import PublicationError
from publications.project import load_project
from publications.reading.reading import Reading
from publications.status.reading import read_page_status
from publications.translation.version import version_of
from publications.writing import replace_text
from tests.conftest import copy_inputs
from tests.desk.conftest import desk_of
from tests.desk.people import OWN, PAGE, PLAN, People

FIRST = "Ne vedem în mai la Prato, și toată lumea este binevenită."
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x02\x00\x00\x00\x02\x08\x02\x00\x00\x00\xfd\xd4\x9as"


@dataclass(frozen=True)
class Sitting:
    """Somebody at the desk, with the actions that its pages ask for."""

    root: Path
    actions: Actions

    def do(self, action: str, page: str = PAGE, locale: str = OWN, **values: object) -> dict[str, Any]:
        """The answer, as a browser reads it."""
        asked = self.actions.named(action)
        assert asked
        told: dict[str, Any] = json.loads(json.dumps(asked({"page": page, "locale": locale, **values})))
        return told

    def key(self, words: str, locale: str = OWN, page: str = PAGE) -> str:
        """The row in which words stand, on either side."""
        opened = open_page(self.actions.session.project, page, locale)
        sides = ((row, (row.own, row.source)) for row in opened.rows)
        return next(row.key for row, both in sides if any(one and words in one.text for one in both))

    def states(self) -> dict[str, str]:
        """What is to be done: by the words of the source, else of the translation."""
        opened = open_page(self.actions.session.project, PAGE, OWN)
        return {row.block.words: str(row.state) for row in opened.rows if row.state is not RowState.DONE}

    def type(self, base: str, words: str | list[dict[str, str]], **more: str) -> dict[str, Any]:
        """Types in the formatted text of the block that says `base`."""
        parts = [{"kind": "text", "words": words}] if isinstance(words, str) else words
        key = more.pop("key", "") or self.key(base, more.get("locale", OWN))
        return self.do("save", key=key, base=base, parts=parts, **more)

    def write(self, base: str, markdown: str, **more: str) -> dict[str, Any]:
        """The same in Markdown."""
        key = more.pop("key", "") or self.key(base, more.get("locale", OWN))
        return self.do("save", key=key, base=base, markdown=markdown, **more)

    def file(self, name: str = f"docs/{OWN}/{PAGE}") -> Path:
        return self.root / name

    @property
    def text(self) -> str:
        return self.file().read_bytes().decode()


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> People:
    return People.at(tmp_path_factory.mktemp("desk") / "project")


@pytest.fixture
def at(people: People) -> Sitting:
    """A plan in English, its Romanian translation without one list item and one quote, and who translates it."""
    people.start()
    session = Session(people.root, "token")
    return Sitting(people.root, Actions(session, Views(session)))


def alone(at: Sitting, old: str, new: str, before: bytes) -> None:
    """Only this was changed."""
    assert before.count(old.encode()) == 1
    assert at.file().read_bytes() == before.replace(old.encode(), new.encode())


# Only the edited block's bytes


@pytest.mark.parametrize(
    "way",
    [
        lambda text: text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n\n", "\r\n\n"),
        lambda text: "\ufeff" + text,
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace("\n\n", "\n \t\n\n").replace("Planul\n", "Planul  \n"),
    ],
    ids=["plain", "CRLF", "mixed", "mark", "mark and CRLF", "no last line end", "CR", "blanks"],
)
@pytest.mark.parametrize(
    ("base", "new", "old_bytes", "new_bytes"),
    [
        (FIRST, "Ne vedem în iunie.", FIRST, "Ne vedem în iunie."),
        ("Planul", "Planul: „nou”", '"Planul"   # așa', '"Planul: „nou”"   # așa'),
        ("Ce vom face.", "Da: nu", "summary: Ce vom face.", 'summary: "Da: nu"'),
        ("Scrieți", "# Notați 1. *", "- Scrieți", "- \\# Notați 1. *"),
        ("2021 | 12", "2021 | 14", "| 2021 | 12         |", "| 2021 | 14         |"),
        (
            "Apoi scriem un raport despre tot ce am învățat.",
            "Gata.",
            "Apoi scriem un raport despre tot ce am învățat.",
            "Gata.",
        ),
    ],
    ids=["paragraph", "quoted title", "plain value", "list item", "row", "last block"],
)
def test_only_what_was_typed_changes_however_the_file_is_written(
    at: Sitting, way: Callable[[str], str], base: str, new: str, old_bytes: str, new_bytes: str
) -> None:
    at.file().write_bytes(way(at.text).encode())
    before = at.file().read_bytes()
    parts = [{"kind": "text", "words": new}]
    if " | " in new:
        first, second = new.split(" | ")
        bar = {"kind": "alone", "name": "cell", "typed": " | ", "words": "|"}
        parts = [{"kind": "text", "words": first}, bar, {"kind": "text", "words": second}]

    told = at.type(base, parts)

    assert told["outcome"] == "saved"
    alone(at, old_bytes, new_bytes, before)
    assert at.type(told["markdown"], parts)["outcome"] == "unchanged"


def test_a_text_of_several_lines_takes_the_line_ends_of_its_place(at: Sitting) -> None:
    at.file().write_bytes(at.text.replace("\n", "\r\n").encode())
    before = at.file().read_bytes()
    base = "Citiți [raportul](index.md) despre 1.250 de tone.\nEste lung."
    at.write(base, "Unu.\nDoi.\nTrei.")
    alone(at, base.replace("\n", "\r\n"), "Unu.\r\nDoi.\r\nTrei.", before)


# Structure


def test_a_part_that_is_missing_is_brought_over_to_its_place_and_written(at: Sitting) -> None:
    before = at.file().read_bytes()
    told = at.type("", "Altora", key=at.key("Tell others"))
    assert (told["outcome"], told["state"]) == ("saved", "done")
    alone(at, "- Spuneți altora\n", "- Spuneți altora\n- Altora\n", before)
    before = at.file().read_bytes()
    at.type("", "Un cuvânt.", key=at.key("A word from the mayor."))
    alone(at, "| 12         |\n\n", "| 12         |\n\n> Un cuvânt.\n\n", before)
    assert at.states() == {}


def test_nothing_typed_into_a_missing_part_brings_nothing_over(at: Sitting) -> None:
    before = at.text
    tries: list[dict[str, Any]] = [{"parts": []}, {"markdown": "  \n"}]
    for typed in tries:
        assert at.do("save", key=at.key("A word"), base="", **typed)["outcome"] == "unchanged"
    assert at.write(FIRST, "\n")["outcome"] == "unchanged"
    assert at.text == before


def test_two_enters_make_two_paragraphs_and_typing_goes_on_in_both(at: Sitting) -> None:
    before, key = at.file().read_bytes(), at.key(FIRST)
    told = at.type(FIRST, "Ne vedem.\n\nVeniți")
    assert told["rows"]
    told = at.type(told["markdown"], "Ne vedem.\n\nVeniți toți!", key=key)
    assert told["outcome"] == "saved"
    alone(at, FIRST, "Ne vedem.\n\nVeniți toți!", before)
    at.type(told["markdown"], "Ne vedem.", key=key)
    alone(at, FIRST, "Ne vedem.", before)


def test_two_enters_in_a_list_make_two_items_and_typing_goes_on_in_both(at: Sitting) -> None:
    before, key = at.file().read_bytes(), at.key("Scrieți")
    told = at.type("Scrieți", "Scrieți\n\nCiti")
    told = at.type(told["markdown"], "Scrieți\n\nCitiți", key=key)
    assert told["outcome"] == "saved"
    alone(at, "- Scrieți\n", "- Scrieți\n- Citiți\n", before)


@pytest.mark.parametrize(
    ("markdown", "more"),
    [
        ("- unu\n- doi", "\n- trei"),
        ("1. unu", "\n2. doi"),
        ("## Titlu", " nou"),
        ("> citat", "\n> lung"),
        ("| a | b |\n|---|---|\n| c | d |", "\n| e | f |"),
        ("```\ncod\n```", "\n\nText."),
        ("Unu.\n\n- doi", "\n- trei"),
    ],
)
def test_in_markdown_a_paragraph_becomes_what_is_typed_and_typing_goes_on(
    at: Sitting, markdown: str, more: str
) -> None:
    before, key = at.file().read_bytes(), at.key(FIRST)
    told = at.write(FIRST, markdown)
    assert (told["outcome"], bool(told["rows"])) == ("saved", True)
    alone(at, FIRST, markdown, before)
    assert at.write(told["markdown"], markdown + more, key=key)["outcome"] == "saved"
    alone(at, FIRST, markdown + more, before)


def test_a_row_takes_no_more_cells_than_it_has_and_may_come_with_its_bars(at: Sitting) -> None:
    before = at.file().read_bytes()
    with pytest.raises(PublicationError, match=r"no cell for “trei”. Nothing was written"):
        at.write("2020 | 7", "unu | doi | trei")
    assert at.file().read_bytes() == before
    assert at.write("2020 | 7", "| 2020 | 8 |")["markdown"] == "2020 | 8"
    alone(at, "| 2020 | 7          |", "| 2020 | 8          |", before)


def test_a_part_is_joined_with_the_one_above_and_taken_out(at: Sitting) -> None:
    before = at.file().read_bytes()
    told = at.do("join", above=at.key("Scrieți"), key=at.key("Spuneți altora"))
    assert told["outcome"] == "saved"
    alone(at, "- Scrieți\n- Spuneți altora\n", "- Scrieți Spuneți altora\n", before)
    assert at.do("join", above=at.key("Planul"), key=at.key(FIRST))["outcome"] == "conflict"
    before = at.file().read_bytes()
    assert at.do("remove", key=at.key(FIRST), base="Altceva.")["outcome"] == "conflict"
    assert at.do("remove", key=at.key(FIRST), base=FIRST)["outcome"] == "saved"
    alone(at, f"{FIRST}\n\n", "", before)


def test_a_part_is_put_below_the_one_that_was_meant_though_others_came_above(at: Sitting) -> None:
    base = "We meet in May in Prato, and everybody is welcome."
    key = at.key(base, "en")
    file = at.file(f"docs/en/{PAGE}")
    file.write_text(PLAN.replace("# The plan\n\n", "# The plan\n\nNew.\n\nNewer.\n\n"), encoding="utf-8")
    at.do("insert", locale="en", key=key, base=base, markdown="Below.")
    assert f"{base}\n\nBelow.\n\n" in file.read_text(encoding="utf-8")


# What is typed


def test_a_note_reaches_the_file_and_no_reader(at: Sitting) -> None:
    note = {"kind": "alone", "name": "note", "words": "ask Eva -- {soon}"}
    at.type(FIRST, [{"kind": "text", "words": "Ne vedem "}, note, {"kind": "text", "words": " în mai."}])
    assert "Ne vedem <!-- ask Eva – soon --> în mai." in at.text
    site = at.root.parent / "site"
    done = CliRunner().invoke(main, ["build", "--project", str(at.root), "--site-dir", str(site)])
    assert done.exit_code == 0, done.output
    page = (site / "ro/plan/index.html").read_text(encoding="utf-8")
    assert "Ne vedem" in page
    assert "ask Eva" not in page
    assert not [path for path in site.rglob("*.*") if path.is_file() and b"ask Eva" in path.read_bytes()]


@pytest.mark.parametrize(
    "words", ["**gras**", "[x](y)", "<b>x</b>", "`cod`", "a | b", "![x](y)", "[^1]", "<!-- x -->", "# x"]
)
def test_codes_typed_by_hand_are_words(at: Sitting, words: str) -> None:
    told = at.type(FIRST, words)
    assert told["outcome"] == "saved"
    assert words in [block.words for block in Reading.of(at.text).blocks]


def test_words_that_come_in_pieces_are_all_kept(at: Sitting) -> None:
    at.type(FIRST, [{"kind": "text", "words": words} for words in (FIRST, " Și", " tu.")])
    assert f"{FIRST} Și tu.\n" in at.text


def test_a_fact_typed_by_hand_is_a_fact(at: Sitting) -> None:
    at.type(FIRST, "Ne vedem la {{ training-week }} * da.")
    assert "Ne vedem la {{ training-week }} * da.\n" in at.text


def test_what_no_file_can_hold_is_left_out(at: Sitting) -> None:
    assert at.type(FIRST, "Ne\x00 ve\ud83ddem\x1b.\r\nDa.")["outcome"] == "saved"
    assert "\nNe vedem.\nDa.\n" in at.text


def test_half_a_request_is_answered_in_plain_words(at: Sitting) -> None:
    before = at.text
    with desk_of(at.root) as desk:
        told = desk.do("save", page=PAGE, locale=OWN, key=at.key(FIRST), base=FIRST, markdown="Un \ud83d.")
        assert told["markdown"] == "Un \ufffd."
        assert "is no page" in desk.do("save", page="\ud83d.md", locale=OWN)["error"]
        assert "\ud83d" not in desk.do("save", page=PAGE, locale="\ud83d")["error"]
        assert desk.do("undo", page=PAGE, locale=OWN)["outcome"] == "saved"
        for action in ("save", "check", "advise", "remove", "join", "mend", "undo", "insert", "front", "new"):
            for values in ({}, {"key": ["x"], "base": 1, "parts": {}, "markdown": [], "value": {}}):
                told = desk.do(action, page=PAGE, locale=OWN, **values)
                assert "mistake in the desk" not in told.get("error", "")
                assert at.text == before
        file = at.file()
        file.unlink()
        file.mkdir()
        assert "cannot be read or written" in desk.do("save", page=PAGE, locale=OWN, markdown="x")["error"]
        file.rmdir()


# Somebody else wrote meanwhile


def test_a_save_that_comes_too_late_writes_nothing_and_shows_the_three_texts(at: Sitting) -> None:
    key = at.key(FIRST)
    at.type(FIRST, "Fereastra întâi.")
    before = at.text
    told = at.type(FIRST, "Fereastra a doua.", key=key)
    assert (told["outcome"], told["now"], told["markdown"]) == (
        "conflict",
        "Fereastra întâi.",
        "Fereastra a doua.",
    )
    assert at.text == before
    assert at.type(told["now"], "Fereastra a doua.", key=key)["outcome"] == "saved"
    assert at.text == before.replace("întâi", "a doua")


def test_of_two_who_fill_the_same_gap_the_second_is_asked(at: Sitting) -> None:
    key = at.key("A word from the mayor.")
    at.type("", "Un cuvânt.", key=key)
    told = at.type("", "Un salut.", key=key)
    assert (told["outcome"], told["now"]) == ("conflict", "Un cuvânt.")
    assert at.type("", "Un cuvânt.", key=key)["outcome"] == "unchanged"


def test_while_a_part_is_typed_an_editor_may_do_anything_elsewhere(at: Sitting) -> None:
    key = at.key(FIRST)
    new = at.text.replace("# Planul\n\n", "# Planul\n\nNou.\n\n").replace("- Spuneți altora\n", "")
    at.file().write_bytes(new.encode())
    assert at.type(FIRST, "Da.", key=key)["outcome"] == "saved"
    assert at.text == new.replace(FIRST, "Da.")


def test_a_source_that_changes_meanwhile_shows_in_the_rows_and_saving_goes_on(at: Sitting) -> None:
    keys = {words: at.key(words) for words in (FIRST, "Citiți [raportul]", "Spuneți altora")}
    source = PLAN.replace("in May in Prato", "in June in Rome").replace(
        "- Tell others\n", "- Tell others\n- Rest\n"
    )
    source = source.replace("Read the [report](index.md) on 1,250 tonnes.\nIt is long.\n\n", "")
    at.file(f"docs/en/{PAGE}").write_text(source, encoding="utf-8")
    report = "Read the report on 1,250 tonnes. It is long."
    changed = "We meet in June in Rome, and everybody is welcome."
    assert at.states() == {
        changed: "changed",
        report: "removed",
        "Tell others": "missing",
        "Rest": "missing",
        "A word from the mayor.": "missing",
    }
    for words, key in keys.items():
        old = next(block.text for block in Reading.of(at.text).blocks if words in block.text)
        assert at.type(old, f"{words.strip('[]')} da", key=key)["outcome"] == "saved"
        assert f"{words.strip('[]')} da" in at.text


def test_another_window_deletes_or_renames_the_file_and_is_not_overruled(at: Sitting) -> None:
    key = at.key(FIRST)
    at.file().rename(at.file("docs/ro/plan-2.md"))
    with pytest.raises(PublicationError, match=r"renamed or deleted this page. Nothing was written"):
        at.type(FIRST, "Da.", key=key)
    assert not at.file().exists()
    at.file("docs/ro/plan-2.md").unlink()
    at.file(f"docs/en/{PAGE}").unlink()
    with pytest.raises(PublicationError, match="is no page of this project"):
        at.type(FIRST, "Da.", key=key)


def test_front_matter_that_was_broken_by_hand_keeps_nobody_from_saving(at: Sitting) -> None:
    key, title = at.key(FIRST), at.key("Planul")
    at.file().write_bytes(at.text.replace("summary: Ce", "summary: : [Ce").encode())
    before = at.file().read_bytes()
    assert at.type(FIRST, "Da.", key=key)["outcome"] == "saved"
    alone(at, FIRST, "Da.", before)
    assert at.type("Titlul vechi", "Nou", key=title)["outcome"] == "conflict"
    with pytest.raises(PublicationError):
        at.do("front", key="picture", value="x.svg")


def test_a_file_that_is_no_utf_8_is_told_and_left_alone(at: Sitting) -> None:
    key, before = at.key(FIRST), at.text.encode("iso-8859-2", errors="replace")
    at.file().write_bytes(before)
    with pytest.raises(PublicationError, match=r"docs/ro/plan.md.* is not UTF-8"):
        at.type(FIRST, "Da.", key=key)
    assert at.file().read_bytes() == before


def test_a_broken_file_in_another_language_keeps_nobody_from_saving(at: Sitting) -> None:
    key = at.key(FIRST)
    other = at.file(f"docs/it/{PAGE}")
    other.parent.mkdir(exist_ok=True)
    other.write_bytes("Città".encode("iso-8859-1"))
    assert at.type(FIRST, "Da.", key=key)["outcome"] == "saved"
    other.unlink()


# Back again


def test_undo_takes_one_step_back_and_refuses_when_the_file_was_changed(at: Sitting) -> None:
    first = at.text
    at.type(FIRST, "Unu.")
    second = at.text
    at.type("Unu.", "Doi.")
    assert at.do("undo")["outcome"] == "saved"
    assert at.text == second
    assert at.do("undo")["rows"]
    assert at.text == first
    assert at.do("undo")["outcome"] == "nothing"
    at.type(FIRST, "Trei.")
    by_hand = at.text + "\nDe mână.\n"
    at.file().write_text(by_hand, encoding="utf-8")
    with pytest.raises(PublicationError, match="was changed meanwhile"):
        at.do("undo")
    assert at.text == by_hand


# What a page says of itself

EN = {"locale": "en"}
FRONT = "---\r\ntitle: 'T'  # a\r\ndate: 2021-05\nupdated: '2021-06-01'\npicture:  x.svg # b\r\nx: [1,  2]\n---\r\n\r\n# T\n"


@pytest.mark.parametrize(
    ("key", "value", "old", "new"),
    [
        ("date", "2021-06", "2021-05", "2021-06"),
        ("updated", "2021-07", "'2021-06-01'", "'2021-07'"),
        ("picture", "../assets/pictures/y.svg", " x.svg", ' "../assets/pictures/y.svg"'),
        ("summary", "Why: now", "  2]\n", '  2]\nsummary: "Why: now"\n'),
        ("picture", "", "picture:  x.svg # b\r\n", ""),
    ],
)
def test_of_the_form_only_the_field_changes(at: Sitting, key: str, value: str, old: str, new: str) -> None:
    file = at.file("docs/en/letter.md")
    file.write_bytes(FRONT.encode())
    assert at.do("front", "letter.md", "en", key=key, value=value)["outcome"] == "saved"
    assert file.read_bytes().decode() == FRONT.replace(old, new)
    assert at.do("undo", "letter.md", "en")["outcome"] == "saved"
    assert file.read_bytes().decode() == FRONT
    file.unlink()


def test_status_and_names_are_set_in_the_record(at: Sitting) -> None:
    before = at.file().read_bytes()
    at.do("front", key="translation.status", value="reviewed")
    alone(at, "status: translated", "status: reviewed", before)
    at.do("front", key="translation.translators", value=["Maria Ionescu", "A: B"])
    assert 'translators: [Maria Ionescu, "A: B"]\n' in at.text
    assert at.text.replace('  translators: [Maria Ionescu, "A: B"]\n', "").encode() == before.replace(
        b"translated", b"reviewed"
    )


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("date", "maj", "is no date"),
        ("translation.status", "ready", "no 'ready' to choose"),
        ("color", "red", "no field of this page"),
        ("summary", "Alt", "changed meanwhile: it says “Ce vom face.”"),
    ],
)
def test_a_value_that_cannot_be_is_told_and_not_written(at: Sitting, key: str, value: str, told: str) -> None:
    before = at.text
    with pytest.raises(PublicationError, match=told):
        at.do("front", locale="en" if key == "date" else OWN, key=key, value=value)
    assert at.text == before


def test_a_field_that_somebody_else_has_filled_in_is_not_overwritten(at: Sitting) -> None:
    at.do("front", key="translation.translators", value=["Maria"])
    with pytest.raises(PublicationError, match="it says “Maria”"):
        at.do("front", key="translation.translators", value=["Ion"], base=[])
    assert at.do("front", key="translation.translators", value=["Maria", "Ion"], base=["Maria"])


# Pictures, and pages as a whole


def test_a_dropped_picture_is_kept_once_and_never_over_another(at: Sitting) -> None:
    project = at.actions.session.project
    assert keep_picture(project, "Städernas karta.PNG", PNG, OWN) == "stadernas-karta.png"
    assert keep_picture(project, "Städernas karta.png", PNG, OWN) == "stadernas-karta.png"
    assert keep_picture(project, "Städernas karta.png", PNG + b"x", OWN) == "stadernas-karta-2.png"
    assert (at.root / "docs/assets/pictures/stadernas-karta.png").read_bytes() == PNG
    for name, data in {"a.png": b"no picture", "a.exe": PNG, "../../a.svg": b"<html>", "a": PNG}.items():
        with pytest.raises(PublicationError, match="picture"):
            keep_picture(project, name, data, OWN)
    assert len(list((at.root / "docs/assets/pictures").iterdir())) == 2


def test_pictures_of_one_name_that_are_dropped_at_the_same_moment_are_all_kept(at: Sitting) -> None:
    project, pictures = at.actions.session.project, [PNG + bytes([number]) for number in range(8)]
    with ThreadPoolExecutor(len(pictures)) as threads:
        names = list(threads.map(lambda data: keep_picture(project, "karta.png", data, OWN), pictures))
    assert [(at.root / "docs/assets/pictures" / name).read_bytes() for name in names] == pictures


def test_a_file_that_an_editor_saves_while_a_text_is_written_is_left_as_the_editor_saved_it(
    tmp_path: Path,
) -> None:
    file = tmp_path / "page.md"
    file.write_bytes(b"old\r\n")
    assert replace_text(file, "old\r\n", "new\r\n")
    assert not replace_text(file, "old\r\n", "newer\r\n")
    assert file.read_bytes() == b"new\r\n"
    file.unlink()
    assert not replace_text(file, "new\r\n", "newer\r\n")
    assert not list(tmp_path.iterdir())


def test_a_translation_is_begun_and_done_and_its_source_is_kept(at: Sitting) -> None:
    with pytest.raises(PublicationError, match="is there already"):
        at.do("begin")
    at.file().unlink()
    assert at.do("begin")["outcome"] == "saved"
    assert at.do("done")["left"]
    source = at.file(f"docs/en/{PAGE}")
    source.write_text(PLAN.replace("May", "June"), encoding="utf-8")
    version = version_of(source.read_text(encoding="utf-8")).code
    assert at.do("done", sure=True)["outcome"] == "saved"
    assert at.file(f"i18n/sources/{version}.md").read_bytes() == source.read_bytes()
    assert f"version: {version}\n" in at.text
    assert "status: translated\n" in at.text


def test_a_small_change_of_the_original_makes_nothing_outdated(at: Sitting) -> None:
    told = at.type("We meet in May in Prato, and everybody is welcome.", "We meet in May at Prato.", **EN)
    assert [one["locale"] for one in told["behind"]] == ["ro"]
    assert at.do("minor", **EN)["outcome"] == "saved"
    status = read_page_status(at.actions.session.project, PAGE)
    assert status.translations["ro"].changes == ()


def test_a_publication_is_begun_where_it_can_be_edited(at: Sitting) -> None:
    told = at.do("new", "", "ro", kind="newsletter", name="2021-06", title="Iunie: „da”")
    assert told["address"] == "/desk/ro/newsletters/2021-06"
    file = at.file("docs/ro/newsletters/2021-06.md")
    assert Reading.of(file.read_text(encoding="utf-8")).values["title"] == "Iunie: „da”"
    before = file.read_bytes()
    with pytest.raises(PublicationError):
        at.do("new", "", "ro", kind="newsletter", name="2021-06", title="Altul")
    assert file.read_bytes() == before
    file.unlink()


def test_what_is_shown_as_it_is_typed_gets_no_backslash(tmp_path: Path) -> None:
    project = load_project(copy_inputs(tmp_path / "project"))
    opened = open_page(project, "project.md", "ro")
    row = next(row for row in opened.rows if row.own and row.own.attribute("key") == "summary")
    slot = opened.slot(row.own)
    assert slot

    saved = save(
        project,
        "project.md",
        "ro",
        Typed(row.key, slot.markdown, parts=(Part(PartKind.TEXT, "", "A *star* [1]"),)),
    )

    assert saved.markdown == "A *star* [1]"
    assert saved.opened.reading.values["summary"] == "A *star* [1]"
