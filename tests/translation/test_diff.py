"""Before and after, word by word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from publications.reading.reading import read_blocks
from publications.translation.changes import changes_between
from publications.translation.counterparts import counterparts
from publications.translation.diff import Mark, Piece, side_by_side, word_diff

SAME, GONE, CAME = Mark.SAME, Mark.GONE, Mark.CAME


def test_only_the_words_that_changed_are_marked() -> None:
    old, new = word_diff("Nästa möte hålls i Prato den 4 maj.", "Nästa möte hålls i Borås den 11 maj.")

    assert old == (
        Piece("Nästa möte hålls i ", SAME),
        Piece("Prato", GONE),
        Piece(" den ", SAME),
        Piece("4", GONE),
        Piece(" maj.", SAME),
    )
    assert [piece.text for piece in new if piece.mark is CAME] == ["Borås", "11"]


def test_neighbouring_changes_are_one_piece() -> None:
    old, new = word_diff("Vi ses på torget", "Vi ses i ett hus")

    assert old[-1] == Piece("på torget", GONE)
    assert new[-1] == Piece("i ett hus", CAME)


def test_what_was_added_has_no_old_column() -> None:
    assert word_diff("", "Nytt stycke.") == ((), (Piece("Nytt stycke.", CAME),))
    assert word_diff("samma", "samma") == ((Piece("samma", SAME),), (Piece("samma", SAME),))


def test_a_change_is_shown_beside_the_translators_own_text() -> None:
    old, new = read_blocks("Vi samlade 250 ton."), read_blocks("Vi samlade 340 ton.")
    pairs = counterparts(old, read_blocks("Am strâns 250 de tone."))
    (shown,) = side_by_side(changes_between(old, new, pairs, locale="sv"))

    assert [piece.text for piece in shown.new if piece.mark is CAME] == ["340"]
    assert shown.change.translation == "Am strâns 250 de tone."


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text("ab c.\n", max_size=40), st.text("ab c.\n", max_size=40))
def test_no_letter_is_lost(before: str, after: str) -> None:
    old, new = word_diff(before, after)

    assert "".join(piece.text for piece in old) == before
    assert "".join(piece.text for piece in new) == after
    assert all(piece.mark is not CAME for piece in old)
    assert all(piece.mark is not GONE for piece in new)


def test_a_very_long_text_is_told_by_its_ends() -> None:
    old, new = word_diff("a " * 4000 + "x" + " b" * 4000, "a " * 4000 + "y" + " b" * 4000)

    assert [piece.text for piece in old if piece.mark is GONE] == ["x"]
    assert [piece.text for piece in new if piece.mark is CAME] == ["y"]
