"""A segment as a line with codes: numbers that mean one thing on both sides, and lines that stay lines."""

from __future__ import annotations

import pytest

from publications.agencies.codes import (
    flat,
    in_lines,
    plain,
    shown,
    with_placeholders,
    without_placeholders,
)
from publications.editing.reading_segments import segment_of
from publications.editing.segment import Segment, matched
from publications.editing.slots import slots_of
from publications.reading.reading import Reading


def segment(markdown: str) -> Segment:
    slot = slots_of(Reading.of(f"{markdown}\n"))[0]
    assert slot
    return segment_of(slot)


@pytest.mark.parametrize(
    ("source", "own", "line"),
    [
        ("[a](x.md) [b](y.md)", "[b](y.md) [a](x.md)", "<2>b</2> <1>a</1>"),
        ("[a](https://x.eu/sv)", "[a](https://x.eu/ro)", "<1>a</1>"),
        ("**a** {{ one }}", "__a__ {{ two }}", "<1>a</1> <3/>"),
        ("{{ n }} {{ n | long }}", "{{ n | long }} {{ n }}", "<2/> <1/>"),
        ("a", "**a** `b`", "<1>a</1> <2/>"),
        ("**a** *b*", "*b*", "<2>b</2>"),
    ],
)
def test_a_code_of_a_translation_has_the_number_of_the_same_code_of_its_source(
    source: str, own: str, line: str
) -> None:
    assert with_placeholders(flat(matched(segment(source), segment(own)))) == line


def test_a_translator_sees_neither_comments_nor_attribute_lists() -> None:
    found = shown(segment("One. <!-- ours -->\nTwo. <!-- print -->\n{: lang=en }"))

    assert plain(flat(found.body)) == "One. Two."
    assert "".join(part.typed for part in found.tail).count("<!--") == 2


@pytest.mark.parametrize(
    ("line", "model", "lines"),
    [
        ("Ett. Två.", "One. Two.", "Ett. Två."),
        ("Ett. Två.", "One.\nTwo.", "Ett.\nTvå."),
        ("Ca. 5 t.ex. så. Två.", "One.\nTwo.", "Ca. 5 t.ex. så.\nTvå."),
        ("Same line stays. New. Newer.", "Same line stays.\nOld.", "Same line stays.\nNew.\nNewer."),
        ("a b c d", "a b\nc d", "a b\nc d"),
    ],
)
def test_a_text_keeps_its_lines_and_new_sentences_have_lines_of_their_own(
    line: str, model: str, lines: str
) -> None:
    assert in_lines(line, model) == lines


@pytest.mark.parametrize("text", ["<1>", "x<12/>y", "</3>"])
def test_words_that_look_like_a_placeholder_are_no_code(text: str) -> None:
    assert without_placeholders(with_placeholders(text)) == text
