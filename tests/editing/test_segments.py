"""Segments: what a translator sees of a block, words and codes, is what stands there, and is written back as that."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from publications.editing.edit import edit_of, edited
from publications.editing.segment import Part, PartKind, markdown_of, numbered, segment_of
from publications.editing.slot import SlotKind
from publications.editing.slots import slots_of
from publications.editing.writing_segments import blocks_in, written_for, written_segment
from publications.reading.attributes import without_attributes
from publications.reading.block import BlockKind
from publications.reading.inline import read_line
from publications.reading.reading import Reading
from tests.editing.pages import (
    PAGES,
    TYPED,
    examples,
    meaning,
    original,
    places,
    places_by_kind,
    reading_of,
    told,
    typed_over,
)

# Words that are a fact when they are typed anew: the page tells how to write one.
TELLS_OF_FACTS = "facts.md"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_parts_of_a_segment_are_all_that_was_typed(path: Path) -> None:
    for _, slot in places(path):
        segment = segment_of(slot)
        assert markdown_of(segment) == slot.markdown
        opened = [part.number for part in segment if part.kind is PartKind.OPEN]
        assert len(set(opened)) == len(opened)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_words_that_are_typed_anew_are_read_back_as_the_same_words_and_codes(path: Path) -> None:
    for at, slot in places(path):
        segment = segment_of(slot)
        anew = [Part(part.kind, "", part.words) if part.kind is PartKind.TEXT else part for part in segment]
        written = written_for(anew, slot)
        if written == slot.markdown:
            continue
        done = Reading.of(edited(original(path), [edit_of(reading_of(path).text, slot, written)]))
        back = slots_of(done)[at]
        assert back
        assert meaning(segment_of(back)) == meaning(segment)
        if path.name != TELLS_OF_FACTS:
            assert [block.words for block in done.blocks] == [
                block.words for block in reading_of(path).blocks
            ]


@examples(900)
@given(st.data())
def test_any_text_that_is_typed_is_read_back_and_leaves_all_else_alone(data: st.DataObject) -> None:
    kinds = places_by_kind()
    path, at, slot = data.draw(st.sampled_from(kinds[data.draw(st.sampled_from(sorted(kinds, key=str)))]))
    words = data.draw(TYPED)
    reading, text = reading_of(path), original(path)
    is_code = slot.block.kind is BlockKind.CODE
    if is_code:
        words = "\n".join(line.rstrip() for line in words.strip(" \t\n:~\u0085\u2028\u00a0").split("\n"))
    # A picture's text within the block goes with it; a text without words is no block.
    pictures = [one for one in reading.blocks if one.kind is BlockKind.ALT and one is not slot.block]
    assume(not any(slot.block.line <= one.line <= slot.block.end_line for one in pictures))
    assume(slot.kind is not SlotKind.HTML or "|" not in words)  # parts the cells of a table in HTML
    assume(read_line(without_attributes(words)).words.strip(" \\") and without_attributes(words).strip())
    parts = typed_over(slot, words)

    written = written_for(parts, slot)
    done = edited(text, [edit_of(reading.text, slot, written)])

    now = Reading.of(done)
    assert len(now.blocks) == len(reading.blocks)
    others = [number for number in range(len(now.blocks)) if number != at and not _holds(reading, number, at)]
    assert [told(now.blocks[number]) for number in others] == [
        told(reading.blocks[number]) for number in others
    ]
    block = now.blocks[at]
    assert (block.kind, block.path, block.level) == (slot.block.kind, slot.block.path, slot.block.level)
    back = slots_of(now)[at]
    assert back
    if is_code:
        assert back.block.typed[0] == words
    else:
        assert meaning(segment_of(back)) == meaning(parts)


def _holds(reading: Reading, number: int, at: int) -> bool:
    """Whether a block has another, a picture's text, within its own."""
    block, picture = reading.blocks[number], reading.blocks[at]
    return picture.kind is BlockKind.ALT and block.line <= picture.line <= block.end_line


@pytest.mark.parametrize(
    ("words", "kind", "markdown"),
    [
        (
            "A plain sentence, with (all) its signs: 5 * 3 = 15!",
            BlockKind.PARAGRAPH,
            "A plain sentence, with (all) its signs: 5 * 3 = 15!",
        ),
        ("snake_case_name", BlockKind.PARAGRAPH, "snake_case_name"),
        ("1. Background", BlockKind.HEADING, "1. Background"),
        ("1. Background", BlockKind.PARAGRAPH, "1\\. Background"),
        ("C #", BlockKind.HEADING, "C \\#"),
        ("[TOC]", BlockKind.PARAGRAPH, "\\[TOC]"),
        (": a colon first", BlockKind.PARAGRAPH, "\\: a colon first"),
        ("*a* at a_b@c.se", BlockKind.PARAGRAPH, "\\*a* at a_b@c.se"),
        ("a | b", BlockKind.TABLE_ROW, "a \\| b"),
        ("{{ members }} and {", BlockKind.PARAGRAPH, "{{ members }} and {"),
        ("*As* it is: [shown]", BlockKind.FRONT_MATTER, "*As* it is: [shown]"),
        ("two\n   lines", BlockKind.HEADING, "two lines"),
    ],
)
def test_words_are_escaped_only_where_they_must_be(words: str, kind: BlockKind, markdown: str) -> None:
    assert written_segment([Part(PartKind.TEXT, "", words)], kind) == markdown


def test_who_presses_enter_in_a_segment_makes_two_blocks_of_it_and_no_code_is_lost() -> None:
    slot = next(slot for _, slot in places(PAGES[0]) if slot.block.kind is BlockKind.PARAGRAPH)
    first, second = Part(PartKind.TEXT, "", "One.\n\n Two "), Part(PartKind.ALONE, "{{ members }}", "members")

    blocks = blocks_in([first, second])

    assert [written_for(list(one), slot) for one in blocks] == ["One.", "Two {{ members }}"]


@pytest.mark.parametrize(
    "kind", [BlockKind.FRONT_MATTER, BlockKind.TITLE, BlockKind.ALT, BlockKind.ABBREVIATION]
)
def test_a_text_that_readers_are_shown_as_it_stands_has_no_code_but_facts(kind: BlockKind) -> None:
    found = [
        slot for path in PAGES for _, slot in places(path) if slot.is_literal and slot.block.kind is kind
    ]

    assert found
    for slot in found:
        assert {part.name for part in segment_of(slot) if part.kind is not PartKind.TEXT} <= {"fact"}
    assert all(slot.kind is SlotKind.YAML for slot in found if kind is BlockKind.FRONT_MATTER)


def test_words_beside_what_is_typed_anew_are_not_lost() -> None:
    old, new = Part(PartKind.TEXT, "a", "a"), Part(PartKind.TEXT, "", " b")

    assert written_segment(numbered([old, new]), BlockKind.PARAGRAPH) == "a b"
