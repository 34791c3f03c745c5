"""What must hold for every edit: of spaces and style, of a word, and of nothing at all."""

from __future__ import annotations

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from publications.reading.reading import read_blocks
from publications.translation.alignment import align
from publications.translation.change_kind import ChangeKind
from publications.translation.changes import changes_between
from publications.translation.counterparts import counterparts
from publications.translation.gaps import gaps_in
from publications.translation.version import version_of

EXAMPLES = settings(max_examples=60, deadline=None, derandomize=True)

LETTERS = "abcdefghijklmnopqrstuvwxyzåäöăâîșțàèéìòù"
words = st.text(LETTERS, min_size=1, max_size=9)
sentences = st.lists(words, min_size=1, max_size=9)
kinds = st.sampled_from(
    ["# {}", "## {}", "{}", "- {}", "1. {}", "> {}", "!!! note\n    {}", "Ord\n:   {}", "| {} |\n|---|"]
)
pages = st.lists(st.tuples(kinds, sentences), min_size=1, max_size=8)


def write(page: list[tuple[str, list[str]]]) -> str:
    return "\n\n".join(kind.format(" ".join(sentence)) for kind, sentence in page) + "\n"


@EXAMPLES
@given(pages, st.data())
def test_an_edit_of_style_leaves_the_version_alone(
    page: list[tuple[str, list[str]]], data: st.DataObject
) -> None:
    styles = st.sampled_from(["{}", "*{}*", "_{}_", "**{}**", "__{}__", "{}\u00ad", "{}<!-- x -->"])
    styled = [
        (
            kind,
            [data.draw(styles).format(word) for word in sentence] + [data.draw(st.sampled_from(["", " "]))],
        )
        for kind, sentence in page
    ]
    blank = data.draw(st.sampled_from(["\n\n", "\n\n\n", "\n \n"]))
    ends = data.draw(st.sampled_from(["\n", "\r\n"]))
    edited = write(styled).replace("\n\n", blank).replace("\n", ends)

    assert version_of(edited) == version_of(write(page))


@EXAMPLES
@given(st.lists(sentences, min_size=1, max_size=5), st.data())
def test_wrapping_a_paragraph_leaves_the_version_alone(page: list[list[str]], data: st.DataObject) -> None:
    breaks = st.sampled_from([" ", "\n", "  \n", "\u00a0", "  "])
    wrapped = "\n\n".join(
        "".join(word + data.draw(breaks) for word in sentence[:-1]) + sentence[-1] for sentence in page
    )

    assert version_of(wrapped) == version_of("\n\n".join(" ".join(sentence) for sentence in page))


@EXAMPLES
@given(pages, st.data(), words)
def test_another_word_gives_another_version(
    page: list[tuple[str, list[str]]], data: st.DataObject, word: str
) -> None:
    block = data.draw(st.integers(0, len(page) - 1))
    at = data.draw(st.integers(0, len(page[block][1]) - 1))
    assume(page[block][1][at] != word)
    edited = [(kind, list(sentence)) for kind, sentence in page]
    edited[block][1][at] = word

    before, after = read_blocks(write(page)), read_blocks(write(edited))
    assert version_of(write(edited)) != version_of(write(page))
    assert [
        change.kind for change in changes_between(before, after, counterparts(before, before), locale="sv")
    ]


@EXAMPLES
@given(pages)
def test_a_page_aligned_with_itself_is_the_identity(page: list[tuple[str, list[str]]]) -> None:
    blocks = read_blocks(write(page))

    assert [(pair.old, pair.new, pair.moved) for pair in align(blocks, blocks)] == [
        (block, block, False) for block in blocks
    ]
    assert [(pair.source, pair.translation) for pair in counterparts(blocks, blocks)] == [
        (block, block) for block in blocks
    ]
    assert changes_between(blocks, blocks, counterparts(blocks, blocks), locale="sv") == ()


@EXAMPLES
@given(pages, pages)
def test_no_block_is_lost_or_told_twice(
    first: list[tuple[str, list[str]]], second: list[tuple[str, list[str]]]
) -> None:
    old, new = read_blocks(write(first)), read_blocks(write(second))

    pairs = align(old, new)
    assert [pair.new for pair in pairs if pair.new] == list(new)
    assert sorted(pair.old.line for pair in pairs if pair.old) == sorted(block.line for block in old)
    told = counterparts(old, new)
    assert [pair.source for pair in told if pair.source] == list(old)
    assert [pair.translation for pair in told if pair.translation] == list(new)


@EXAMPLES
@given(pages, st.data())
def test_a_removed_block_is_told_at_its_own_line(
    page: list[tuple[str, list[str]]], data: st.DataObject
) -> None:
    page = [("{}", [f"ord{number}", *sentence, "slut"]) for number, (_, sentence) in enumerate(page)]
    gone = data.draw(st.integers(0, len(page) - 1))
    old, new = read_blocks(write(page)), read_blocks(write(page[:gone] + page[gone + 1 :]))

    changes = changes_between(old, new, counterparts(old, old), locale="sv")

    assert [change.kind for change in changes] == [ChangeKind.REMOVED]
    assert changes[0].line == 2 * gone + 1


PIECES = (
    *("---\n", "title: a\n", "# h", "\n", "\n\n", "- a", "    ", "1. b", "| a | b |\n", "|---|---|\n", "\t"),
    *(
        '!!! note "T"\n',
        "??? x\n",
        '=== "T"\n',
        "/// caption\n",
        "///\n",
        "/// chart | T\n    type: x\n",
        "////\n",
    ),
    *(
        "> ",
        "[^1]: f",
        "[^1]",
        "*[A]: b\n",
        "[r]: http://x\n",
        "[a][r]",
        "![a](b)",
        "{#id}",
        "{: .c }\n",
        "*[a]:",
    ),
    *(
        "<div markdown>\n",
        "</div>\n",
        "<img alt=x src=y>",
        "<figcaption>",
        "</figcaption>",
        "<!-- c -->",
        "<script>",
    ),
    *(
        "```\n",
        "~~~\n",
        ":   def\n",
        "Term\n",
        "**b**",
        "_x_",
        "`c`",
        "{{ f }}",
        "&nbsp;",
        "\\\n",
        "<",
        "&",
        "\r\n",
    ),
)


@EXAMPLES
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=25).map("".join))
def test_any_text_can_be_read_and_its_lines_are_lines_of_the_file(text: str) -> None:
    blocks = read_blocks(text)

    last = len(re.split(r"\r\n|\r|\n", text))
    assert all(1 <= block.line <= block.end_line <= last for block in blocks)
    assert changes_between(blocks, blocks, counterparts(blocks, blocks), locale="sv") == ()
    assert all(
        gap.line <= last for gap in gaps_in(counterparts(blocks, blocks), source_locale="sv", locale="ro")
    )
