"""Segments: what a translator sees of a block, words and codes, is what stands there, and is written back as that."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from publications.editing.edit import edit_of, edited
from publications.editing.reading_segments import parts_of, segment_of
from publications.editing.segment import CodeName, Part, PartKind, markdown_of, numbered, words_of
from publications.editing.slot import SlotKind
from publications.editing.slots import slots_of
from publications.editing.whitespace import blocks_in
from publications.editing.writing_segments import written_for, written_segment
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


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_word_that_is_added_changes_no_other_byte(path: Path) -> None:
    reading, text = reading_of(path), original(path)
    for at, slot in places(path):
        is_aligned = slot.kind is SlotKind.ROW
        is_conflict = (
            slot.block.kind is BlockKind.HEADING and "\n" in slot.markdown
        )  # git's marks below some lines
        segment = list(segment_of(slot))
        has_words = any(part.kind is PartKind.TEXT and part.words.strip() for part in segment)
        if slot.block.kind is BlockKind.CODE or is_aligned or is_conflict or not has_words:
            continue
        parts, gap = with_a_word(segment, at)
        done = edited(text, [edit_of(reading.text, slot, written_for(parts, slot))])
        assert gap in done
        assert text == done.replace(gap, "", 1)


def with_a_word(parts: list[Part], at: int) -> tuple[list[Part], str]:
    """The parts with one more word, at the start, in the middle or at the end of their words; and what was added."""
    texts = [place for place, part in enumerate(parts) if part.kind is PartKind.TEXT and part.words.strip()]
    place = (texts[0], texts[len(texts) // 2], texts[-1])[at % 3]
    words = parts[place].words
    first = re.search(r"\S", words)
    spaces = [found.start() for found in re.finditer(" (?=[^ ])", words)]
    if at % 3 == 0 and first:
        cut, added = first.start(), "Neuwort "
    elif at % 3 == 1 and spaces:
        cut, added = spaces[len(spaces) // 2], " Neuwort"
    else:
        cut, added = len(words.rstrip()), " Neuwort"
    new = Part(PartKind.TEXT, "", f"{words[:cut]}{added}{words[cut:]}")
    # The browser knows of no text how it was typed.
    others = [Part(one.kind, "", one.words) if one.kind is PartKind.TEXT else one for one in parts]
    return [*others[:place], new, *others[place + 1 :]], added


TYPED_BEFORE = r"A stray { .x }, 5 \* 3 &amp; 5*3, R&D \{ .y }: 1\. and a_b *are* here."


@pytest.mark.parametrize(
    ("text", "words", "new", "written"),
    [
        (TYPED_BEFORE, "here", "here now", TYPED_BEFORE.replace("here", "here now")),
        (TYPED_BEFORE, "here", "<here>", TYPED_BEFORE.replace("here", r"\<here>")),
        (TYPED_BEFORE, "5 * 3", "5", TYPED_BEFORE.replace(r"5 \* 3", "5")),
        (r"# A \*star* # { #id }", "star", "new star", r"A \*new star* # { #id }"),
        (r"Words \{ #id }", "Words", "More words", r"More words \{ #id }"),
        ("A text.\n{ #id }", "text.", "text *and* more.", "A text \\*and* more.\n{ #id }"),
        ("| a \\| b | 5 \\* 3 |\n| - | - |", "3", "3 | 4", "a \\| b | 5 \\* 3 \\| 4"),
        ("Two  \n   lines\n  here.", "here", "are here", "Two  \n   lines\n  are here."),
        ("One *word and 5* 3", "word", "word*", r"One *word\* and 5* 3"),
        ("One * word and 5* 3", "* word", "*word", r"One \*word and 5* 3"),
        ("One*word", "word", "word* here", r"One*word\* here"),
        ("One [link](b.md)", "link", "a] link", r"One [a\] link](b.md)"),
        ("A word&nbsp;", "word", "new word", "A new word&nbsp;"),
        ("A word", "word", "word\u00a0", "A word&#160;"),
        ("A word", "A", "\u00a0A", "&#160;A word"),
    ],
)
def test_what_was_typed_stays_as_typed_when_words_beside_it_change(
    text: str, words: str, new: str, written: str
) -> None:
    slot = slots_of(Reading(text))[0]
    assert slot
    parts = [
        Part(part.kind, "", part.words.replace(words, new)) if part.kind is PartKind.TEXT else part
        for part in segment_of(slot)
    ]

    assert written_for(parts, slot) == written


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
    assume(read_line(words).words.strip(" \\") and words.strip())
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
        (
            "a { .x } b & [x](y) for 5 < 6 *now*.",
            BlockKind.PARAGRAPH,
            "a { .x } b & \\[x](y) for 5 < 6 \\*now*.",
        ),
        ("a { .x }", BlockKind.PARAGRAPH, "a { .x }"),
        ("a { .x }", BlockKind.HEADING, "a \\{ .x }"),
        ("a\n{ .x }", BlockKind.PARAGRAPH, "a\n\\{ .x }"),
        ("http://a.se/a_b_*c* and *x*", BlockKind.PARAGRAPH, "http://a.se/a_b_*c* and \\*x*"),
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


def test_a_mark_that_lost_its_partner_makes_no_other_sign_escaped() -> None:
    opening = Part(PartKind.OPEN, "**", "", CodeName.STRONG)
    parts = [Part(PartKind.TEXT, "", "5 * (3), "), opening, Part(PartKind.TEXT, "", "x *a* [b]")]

    assert written_segment(numbered(parts), BlockKind.PARAGRAPH) == "5 * (3), **x \\*a\\* [b]"


def bold(*parts: str) -> list[Part]:
    """Parts of which the words `**` open and close what is bold."""
    marks = iter([PartKind.OPEN, PartKind.CLOSE])
    return [
        Part(next(marks), "**", "", CodeName.STRONG) if part == "**" else Part(PartKind.TEXT, "", part)
        for part in parts
    ]


@pytest.mark.parametrize(
    ("parts", "written", "words"),
    [
        (("a ", "**", "b ", "**", "c"), "a **b** c", "a b c"),
        (("a", "**", " b", "**", " c"), "a **b** c", "a b c"),
        (("a ", "**", "**", "c"), "a c", "a c"),
        (("**", "Note:", "**", "word *a* b"), "**Note:**&#119;ord \\*a* b", "Note:word *a* b"),
        (("a", "**", "(b)", "**", ", c"), "&#97;**(b)**, c", "a(b), c"),
        (("**", "b\u00a0", "**", ", c"), "**b&#160;**, c", "b\u00a0, c"),
        (("**", "b\u00a0", "**", "c"), "**b&#160;**&#99;", "b\u00a0c"),
        (("**", "(b)", "**", "\u0085c"), "**(b)** c", "(b) c"),
    ],
)
def test_what_is_bold_stays_bold_whatever_stands_beside_its_stars(
    parts: tuple[str, ...], written: str, words: str
) -> None:
    done = written_segment(numbered(bold(*parts)), BlockKind.PARAGRAPH)

    assert done == written
    assert words_of(list(parts_of(done))) == words


def test_words_beside_what_is_typed_anew_are_not_lost() -> None:
    old, new = Part(PartKind.TEXT, "a", "a"), Part(PartKind.TEXT, "", " b")

    assert written_segment(numbered([old, new]), BlockKind.PARAGRAPH) == "a b"
