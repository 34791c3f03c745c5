"""Slots: the text of every block is found in its file, and written back without touching what is around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from publications.editing.edit import edit_of, edited
from publications.editing.slot import SlotKind
from publications.editing.slots import slots_of
from publications.reading.block import BlockKind
from publications.reading.reading import Reading
from tests.editing.pages import PAGES, ROOT, original, places, reading_of

IN_HTML = (
    "tests/cases/dialect/facts.md",
    "tests/cases/dialect/html.md",
    "tests/cases/dialect/github/links.md",
)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_text_of_every_real_page_can_be_edited_but_one_that_is_broken_by_tags() -> None:
    without = {name(path): len(reading_of(path).blocks) - len(places(path)) for path in PAGES}

    assert {path: count for path, count in without.items() if count} == dict.fromkeys(IN_HTML, 1)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_the_slot_of_a_block_holds_its_text(path: Path) -> None:
    text = reading_of(path).text

    for _, slot in places(path):
        held = [text[stretch.start : stretch.end] for stretch in slot.stretches]
        if slot.kind is SlotKind.ROW:
            assert [cell.strip() for cell in held] == list(slot.texts)
        elif slot.kind is SlotKind.LINES:
            lines = slot.markdown.split("\n")
            is_code = slot.block.kind is BlockKind.CODE
            assert held == [line if is_code else line.strip(" \t") for line in lines]
        elif not slot.style and slot.kind is SlotKind.YAML:
            assert " ".join(held[0].split()) == " ".join(slot.markdown.split())


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "mixed"])
def test_a_block_set_to_its_own_text_changes_no_byte_whatever_the_line_ends(newline: str) -> None:
    for path in PAGES:
        lines = original(path).split("\n")
        ends = (
            ["\r\n" if number % 3 else "\n" for number in range(len(lines))]
            if newline == "mixed"
            else [newline] * len(lines)
        )
        text = "\ufeff" + "".join(line + end for line, end in zip(lines, ends, strict=True))
        reading = Reading.of(text)
        edits = [edit_of(reading.text, slot, slot.markdown) for slot in slots_of(reading) if slot]

        assert [one for one in edits if edited(text, [one]) != text] == [], path


FRONT = """---
title: {}
summary: next   # a comment
image:
  alt: last
---
"""


@pytest.mark.parametrize(
    ("typed", "new", "written"),
    [
        ("Plain", "Still plain, and with a comma", "Still plain, and with a comma"),
        ("Plain", "A: colon", '"A: colon"'),
        ("Plain", "yes", '"yes"'),
        ("Plain", "2021-05-12", '"2021-05-12"'),
        ('"Double"', "Plain", '"Plain"'),
        ('"Double"', 'A "word" \\ more', '"A \\"word\\" \\\\ more"'),
        ("'Single'", "It's", "'It''s'"),
        ("|\n  Kept\n  lines", "On one line", "|\n  On one line"),
        (">-\n    Folded\n    lines", "On: one line", ">-\n    On: one line"),
        ("Plain\n  on two lines", "On one", "On one"),
        ("'Single'", "A line\u2028end", '"A line\\u2028end"'),
        ('"Double"   # told', "*As* it [is](shown)", '"*As* it [is](shown)"   # told'),
    ],
)
def test_a_value_of_the_front_matter_stays_quoted_as_it_was(typed: str, new: str, written: str) -> None:
    text = FRONT.format(typed)
    slot = slots_of(Reading(text))[0]
    assert slot

    done = edited(text, [edit_of(text, slot, new)])

    assert done == FRONT.format(written)
    assert Reading(done).blocks[0].typed[0] == new
    assert [block.typed for block in Reading(done).blocks[1:]] == [("next",), ("last",)]


def test_a_value_within_braces_is_quoted_when_a_comma_would_end_it() -> None:
    text = "---\nimage: {src: a.png, alt: A picture}\n---\n"
    slot = slots_of(Reading(text))[0]
    assert slot

    done = edited(text, [edit_of(text, slot, "A picture, and a frame")])

    assert done == '---\nimage: {src: a.png, alt: "A picture, and a frame"}\n---\n'


def test_a_value_that_another_takes_by_its_name_is_left_to_the_file() -> None:
    text = "---\ntitle: &name Harbours\nsummary: *name\n---\n"

    assert slots_of(Reading(text)) == (None,)


@pytest.mark.parametrize(
    ("text", "new", "written"),
    [
        ("```\na\n```\n\nb\n", "a\n```\nc", "````\na\n```\nc\n````\n\nb\n"),
        ("- x\n\n    ~~~ py\n    a\n    ~~~\n", "~~~", "- x\n\n    ~~~~ py\n    ~~~\n    ~~~~\n"),
    ],
)
def test_a_code_that_holds_a_fence_gets_a_longer_one(text: str, new: str, written: str) -> None:
    reading = Reading(text)
    at = next(place for place, block in enumerate(reading.blocks) if block.kind is BlockKind.CODE)
    slot = slots_of(reading)[at]
    assert slot

    done = edited(text, [edit_of(text, slot, new)])

    assert done == written
    assert Reading(done).blocks[at].typed[0] == new


def test_a_cell_keeps_its_width_and_its_side() -> None:
    text = "| a    |   12 |\n| ---- | ---: |\n| long | 1234 |\n"
    slot = slots_of(Reading(text))[0]
    assert slot

    assert edited(text, [edit_of(text, slot, "ab | 3")]).startswith("| ab   |    3 |\n")
    assert edited(text, [edit_of(text, slot, "a \\| b | 12345")]).startswith("| a \\| b | 12345 |\n")


def test_two_cells_of_html_that_say_the_same_are_told_apart() -> None:
    text = "<dl><dt>Same</dt><dd>Same</dd></dl>\n"
    slots = slots_of(Reading(text))
    assert slots[1]

    assert edited(text, [edit_of(text, slots[1], "R&D <now>")]) == (
        "<dl><dt>Same</dt><dd>R&amp;D &lt;now&gt;</dd></dl>\n"
    )
