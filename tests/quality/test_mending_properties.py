"""What must hold of mending, whatever an author has typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publications.language.typography.page import mend, slips_in
from publications.reading.reading import Reading, read_blocks
from publications.translation.counterparts import counterparts
from publications.translation.structure import differences
from publications.translation.version import version_of

ROOT = Path(__file__).parents[2]
LOCALES = st.sampled_from(["sv", "ro", "it", "en", "pl"])
PIECES = st.sampled_from(
    [
        *"\"'`´“”„‘’«»()[]{}<>*_-–—.,:;!?%&#|\\/~=^ \n\t\u00a0\u200b\u202f°®•",
        *("  ", "\n\n", "--", "---", "...", "- ", "1. ", "# ", "> ", "| ", "|\n|---|\n", "```\n", "    "),
        *("ord", "Şi", "şi", "l'", "s–a", "perchè", "E'", "att", "Anna", "å", "l}l}", "10 000", "26,809,473"),
        *("5%", "4.9 %", "12-14", "-5", "25 kg", "2021-06", "EN 301 549", "kl. 14.30"),
        *(
            "[a](b.md)",
            "![c](d.png)",
            "`x`",
            "{ lang=en }",
            "{: lang=ro }",
            "<span lang='it'>",
            "</span>",
            "&nbsp;",
        ),
        *(
            "{{ fact }}",
            "[^1]",
            "[^1]: ",
            "<!-- c -->",
            "<!--",
            "https://a.se/x--y",
            "<a@b.se>",
            "---\ntitle: 'A'\n---\n",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, LOCALES)
def test_mending_twice_is_mending_once_and_leaves_the_version_alone(text: str, locale: str) -> None:
    once = mend(text, locale)

    assert version_of(once.text) == version_of(text)
    assert mend(once.text, locale).text == once.text
    assert once.text.count("\n") == text.count("\n")


@settings(max_examples=150, deadline=None)
@given(TEXTS, LOCALES)
def test_every_letter_of_a_passage_knows_its_place_in_the_file(text: str, locale: str) -> None:
    for passage in Reading(text).passages(locale):
        for at, char in enumerate(passage.text):
            start, end = passage.place(at, at + 1)
            assert 0 <= start < end <= len(text)
            assert end - start > 1 or char in ("\ufffc", "\n") or text[start] == char


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), LOCALES)
def test_any_text_can_be_read_and_each_slip_lies_within_it(text: str, locale: str) -> None:
    for slip in slips_in(text.replace("\r", "\n"), locale):
        assert 0 <= slip.start <= slip.end <= len(text)


def test_a_page_has_all_that_it_has_itself() -> None:
    for path in (ROOT / "docs" / "sv").rglob("*.md"):
        blocks = read_blocks(path.read_text(encoding="utf-8"))
        assert differences(counterparts(blocks, blocks), source_locale="sv", locale="sv") == ()


@pytest.mark.parametrize("text", ["0\n\x1f", "a\n\x1fb", "ord \x1c\n\x1dmer"])
def test_a_control_character_that_python_takes_for_a_space_is_where_it_was_typed(text: str) -> None:
    assert {text[slip.start : slip.end] for slip in slips_in(text, "sv")} <= set("\x1c\x1d\x1f")
