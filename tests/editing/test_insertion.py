"""Insertion and removal: a block that a translation lacks comes where it belongs, and one too many goes alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from publications.editing.edit import Edit, edited
from publications.editing.insertion import inserted, put_below
from publications.editing.removal import removed
from publications.reading.block import Block, BlockKind
from publications.reading.passage import Lines
from publications.reading.reading import Reading
from tests.editing.pages import PAGES, original, reading_of, told

# Every one would take as long as all other tests of editing together.
EACH = 4
# Closes what a page leaves open.
LEFT_OPEN = {"///"}


def some_blocks(path: Path) -> list[Block]:
    return list(reading_of(path).blocks)[len(path.name) % EACH :: EACH]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_block_that_is_taken_out_leaves_all_others_and_comes_again_where_it_was(path: Path) -> None:
    source = reading_of(path)
    for block in some_blocks(path):
        edit = removed(source, block)
        if edit == Edit(0, 0, ""):
            continue  # not without taking another with it
        own = Reading.of(cut := edited(original(path), [edit]))
        gone = _gone(source, edit)
        if not gone or edit.text:
            continue  # only its words went: the box, the table stays
        assert list(map(told, own.blocks)) == [
            told(one) for at, one in enumerate(source.blocks) if at not in gone
        ]

        back, line = _brought_back(source, gone, own, cut)

        assert list(map(told, back.blocks)) == list(map(told, source.blocks))
        assert back.blocks[gone[0]].line == line
        kept = [Counter(filter(str.strip, one.text.split("\n"))) for one in (back, source)]
        assert not kept[1] - kept[0]
        assert set(kept[0] - kept[1]) <= LEFT_OPEN


def _gone(source: Reading, edit: Edit) -> list[int]:
    lines = Lines(source.text)
    return [at for at, one in enumerate(source.blocks) if edit.start <= lines.start(one.line) < edit.end]


def _brought_back(source: Reading, gone: list[int], own: Reading, text: str) -> tuple[Reading, int]:
    first, last = gone[0], gone[-1]
    before, after = (source.blocks[first - 1], own.blocks[first - 1]) if first else (None, None)
    below = (source.blocks[last + 1], own.blocks[first]) if last + 1 < len(source.blocks) else None
    found = inserted(source, source.blocks[first], before, own, after, below=below)
    return Reading.of(edited(text, [found.edit])), found.line


def block_of(reading: Reading, words: str) -> Block:
    return next(block for block in reading.blocks if block.words == words)


LIST = "# T\n\nText.\n\n- one\n- two\n- three\n\nEnd.\n"
TABLE = "| a | b |\n| --- | --- |\n| c | d |\n| e | f |\n"


@pytest.mark.parametrize(
    ("source", "own", "words", "above", "below", "result"),
    [
        (
            LIST,
            "# T\n\nText.\n\n- en\n- tre\n\nSlut.\n",
            "two",
            ("one", "en"),
            None,
            "# T\n\nText.\n\n- en\n- two\n- tre\n\nSlut.\n",
        ),
        (
            LIST,
            "# T\n\nText.\n\n- två\n- tre\n",
            "one",
            ("Text.", "Text."),
            ("two", "två"),
            "# T\n\nText.\n\n- one\n- två\n- tre\n",
        ),
        (
            LIST,
            "# T\n\nText.\n\nSlut.\n",
            "one",
            ("Text.", "Text."),
            None,
            "# T\n\nText.\n\n- one\n- two\n- three\n\nSlut.\n",
        ),
        (LIST, "# T\n\nText.\n", "End.", ("Text.", "Text."), None, "# T\n\nText.\n\nEnd.\n"),
        (LIST, "# T", "Text.", ("T", "T"), None, "# T\n\nText."),
        (LIST, "", "T", None, None, "# T\n"),
        (
            TABLE,
            "| å | ä |\n|:--|--:|\n| e | f |\n",
            "c | d",
            ("a | b", "å | ä"),
            None,
            "| å | ä |\n|:--|--:|\n| c | d |\n| e | f |\n",
        ),
    ],
)
def test_a_block_goes_into_the_list_or_table_that_is_there_and_else_brings_it(
    source: str,
    own: str,
    words: str,
    above: tuple[str, str] | None,
    below: tuple[str, str] | None,
    result: str,
) -> None:
    theirs, ours = Reading(source), Reading(own)
    before, after = (block_of(theirs, above[0]), block_of(ours, above[1])) if above else (None, None)
    following = (block_of(theirs, below[0]), block_of(ours, below[1])) if below else None

    found = inserted(theirs, block_of(theirs, words), before, ours, after, below=following)

    done = edited(own, [found.edit])
    assert done == result
    assert block_of(Reading(done), words).line == found.line


@pytest.mark.parametrize(
    ("left_open", "closed"),
    [
        ("```\ncode\n\nmore\n", "```\ncode\n\nmore\n```\n"),
        ("- a\n\n    ~~~~ py\n    code\n", "- a\n\n    ~~~~ py\n    code\n    ~~~~\n"),
        ("> 1. ```\n>    code\n", "> 1. ```\n>    code\n>    ```\n"),
        ("/// chart | One\n\n| a | b |\n| - | - |\n", "/// chart | One\n\n| a | b |\n| - | - |\n///\n"),
        ("<pre>\none\n\ntwo\n", "<pre>\none\n\ntwo\n</pre>\n"),
        ("<p>one <!-- two\n", "<p>one <!-- two\n-->\n"),
        ("- ```\n  code\n- b\n", "- ```\n  code\n- b\n"),
    ],
)
def test_what_the_source_leaves_open_takes_nothing_of_the_translation_in(left_open: str, closed: str) -> None:
    source, own = Reading(f"Text.\n\n{left_open}"), Reading("Text.\n\n## Slut\n\nSist.\n")

    brought = inserted(source, source.blocks[1], source.blocks[0], own, own.blocks[0])
    typed = put_below(own, own.blocks[0], left_open.rstrip("\n"))

    for found in (brought, typed):
        done = edited(own.text, [found.edit])
        assert done == f"Text.\n\n{closed}\n## Slut\n\nSist.\n"
        assert list(map(told, Reading(done).blocks))[-2:] == list(map(told, own.blocks))[-2:]


BOX = '!!! note "Title"\n    One.\n\n    Two.\n'


@pytest.mark.parametrize(
    ("source", "own", "words", "above", "result"),
    [
        (
            BOX,
            '!!! note "Titel"\n    Två.\n',
            "One.",
            ("Title", "Titel"),
            '!!! note "Titel"\n    One.\n\n    Två.\n',
        ),
        (
            f"/// chart | Title\n\n{TABLE}\n///\n",
            "/// chart | Titel\n\n///\n",
            "a | b",
            ("Title", "Titel"),
            "/// chart | Titel\n\n| a | b |\n| --- | --- |\n\n///\n",
        ),
    ],
)
def test_a_block_that_is_brought_over_leaves_those_beside_it_what_they_are(
    source: str, own: str, words: str, above: tuple[str, str], result: str
) -> None:
    theirs, ours = Reading(source), Reading(own)

    found = inserted(
        theirs, block_of(theirs, words), block_of(theirs, above[0]), ours, block_of(ours, above[1])
    )

    done = Reading(edited(own, [found.edit]))
    assert done.text == result
    assert block_of(done, words).line == found.line
    assert {told(one) for one in ours.blocks} <= {told(one) for one in done.blocks}


FRONT = "---\ntitle: A\nimage:\n  src: a.png\n  alt: B\nsummary: C\n---\n\nText.\n"


@pytest.mark.parametrize(
    ("own", "words", "result"),
    [
        (
            "---\ntitle: A\nimage:\n  src: a.png\nsummary: C\n---\n",
            "B",
            "---\ntitle: A\nimage:\n  alt: B\n  src: a.png\nsummary: C\n---\n",
        ),
        (
            "---\ntitle: A\nsummary: C\n---\n",
            "B",
            "---\ntitle: A\nimage:\n  src: a.png\n  alt: B\nsummary: C\n---\n",
        ),
        ("---\nsummary: C\n---\n", "A", "---\ntitle: A\nsummary: C\n---\n"),
        ("Text.\n", "A", "---\ntitle: A\n---\n\nText.\n"),
    ],
)
def test_a_key_of_the_front_matter_comes_with_what_it_stands_in(own: str, words: str, result: str) -> None:
    theirs, ours = Reading(FRONT), Reading(own)
    block = block_of(theirs, words)
    at = theirs.blocks.index(block)
    before = theirs.blocks[at - 1] if at else None

    found = inserted(theirs, block, before, ours, ours.blocks[0] if before else None)

    done = edited(own, [found.edit])
    assert done == result
    assert block_of(Reading(done), words).line == found.line


@pytest.mark.parametrize(
    ("text", "words", "result"),
    [
        (TABLE, "a | b", "|   |   |\n| --- | --- |\n| c | d |\n| e | f |\n"),
        (TABLE, "c | d", "| a | b |\n| --- | --- |\n| e | f |\n"),
        ('!!! note "Title"\n    Text.\n', "Title", '!!! note ""\n    Text.\n'),
        ("/// note | Title\nText.\n///\n", "Title", "/// note | \nText.\n///\n"),
        ("- a\n\n  b\n\n  c\n", "b", "- a\n\n  c\n"),
        ("a\n\nb\n", "b", "a\n"),
    ],
)
def test_what_others_stand_in_stays_when_its_words_are_taken_out(text: str, words: str, result: str) -> None:
    reading = Reading(text)

    done = edited(text, [removed(reading, block_of(reading, words))])

    assert done == result
    assert [block.words for block in Reading(done).blocks] == [
        one.words for one in reading.blocks if one.words != words
    ]


def test_a_block_of_another_page_is_not_taken_out() -> None:
    assert removed(Reading("One.\n"), Reading("Two.\n").blocks[0]) == Edit(0, 0, "")


def test_a_box_that_needs_its_title_keeps_it() -> None:
    text = '=== "Title"\n\n    Text.\n'
    reading = Reading(text)

    assert removed(reading, reading.blocks[0]) == Edit(0, 0, "")
    assert reading.blocks[0].kind is BlockKind.TITLE
