"""Edits that an editor called minor."""

from __future__ import annotations

from publications.translation.same_meaning import read_same_meanings, same_meaning_line

PATH = "i18n/same-meaning.txt"


def test_a_chain_of_minor_edits_leads_from_the_first_to_the_last() -> None:
    text = (
        "# minor edits\n\n0000-0001 → 0000-0002 a.md 2026-11-21 Eva: comma\n"
        "0000-0002 0000-0003 a.md\n00000003 -> 0000-0004\n"
    )
    says = read_same_meanings(text, path=PATH)

    assert not says.faults
    assert says.is_same("0000-0001", "0000-0004")
    assert not says.is_same("0000-0004", "0000-0001")
    assert not says.is_same("0000-0001", "0000-0005")


def test_a_circle_ends() -> None:
    says = read_same_meanings("0000-0001 0000-0002\n0000-0002 0000-0001\n", path=PATH)

    assert not says.is_same("0000-0001", "0000-0003")


def test_a_line_that_cannot_be_read_is_told() -> None:
    (fault,) = read_same_meanings("\nabc → 0000-0002\n", path=PATH).faults

    assert (fault.path, fault.line) == (PATH, 2)
    assert "abc" in fault.message


def test_the_line_that_is_written_can_be_read() -> None:
    line = same_meaning_line("0000-0001", "0000-0002", ("a.md", "2026-11-21", "Eva\nLind:", "comma"))

    assert line == "0000-0001 → 0000-0002 a.md 2026-11-21 Eva Lind: comma\n"
    assert read_same_meanings(line, path=PATH).is_same("0000-0001", "0000-0002")
