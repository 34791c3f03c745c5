"""Merging: two people have edited one page; each finds what both have written, and no word of either is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from publications.editing.elements import elements_of
from publications.editing.merging import merge
from publications.reading.reading import Reading
from tests.editing.pages import PAGES, ROOT, examples

CASES = sorted(path for path in (ROOT / "tests/cases/merging").iterdir() if path.is_dir())
TEXTS = [path for path in PAGES if path.relative_to(ROOT).parts[0] != "tests"]
MANY = examples(150)
WORD = re.compile(r"\w+")
Elements = list[str | None]


def read(path: Path) -> str:
    return Reading.of(path.read_text(encoding="utf-8")).text.rstrip("\n") + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_golden_case_is_merged_as_it_says(case: Path) -> None:
    base, ours, theirs, merged = (
        (case / f"{name}.md").read_text(encoding="utf-8") for name in ("base", "ours", "theirs", "merged")
    )

    found, other_way = merge(base, ours, theirs), merge(base, theirs, ours)

    assert found.marked() == merged
    assert bool(found.conflicts) or other_way.text == merged


def test_there_are_cases_enough_to_trust() -> None:
    assert len(CASES) >= 12


class Page:
    """A page as the elements of its body, with the lines between them."""

    def __init__(self, text: str) -> None:
        lines, spans = text.split("\n"), [(0, 0)]
        for element in elements_of(Reading(text)):
            if element.start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(spans[-1][1], element.end))
            else:
                spans.append((element.start, element.end))
        self.head = lines[: spans[1][0] - 1] if len(spans) > 1 else lines
        self.elements: Elements = ["\n".join(lines[start - 1 : end]) for start, end in spans[1:]]
        ends = [start - 1 for start, _ in spans[2:]]
        self.gaps = [lines[end:stop] for (_, end), stop in zip(spans[1:], [*ends, len(lines)], strict=True)]

    def text(self, elements: Elements) -> str:
        lines = list(self.head)
        for element, gap in zip(elements, self.gaps, strict=True):
            lines += [element, *gap] if element is not None else []
        return "\n".join(lines).rstrip("\n") + "\n"


def edit(elements: Elements, at: int, name: str, data: st.DataObject) -> None:
    words = list(re.finditer(r"[^\W\d_]{3,}", elements[at] or ""))
    if words:
        word = data.draw(st.sampled_from(words))
        text = elements[at] or ""
        elements[at] = f"{text[: word.start()]}{name}{text[word.end() :]}"


def delete(elements: Elements, at: int, name: str, data: st.DataObject) -> None:  # noqa: ARG001 (as the others)
    elements[at] = None


def insert(elements: Elements, at: int, name: str, data: st.DataObject) -> None:  # noqa: ARG001 (as the others)
    elements[at] = f"{elements[at] or ''}\n\nA new paragraph of {name}".strip("\n")


def split(elements: Elements, at: int, name: str, data: st.DataObject) -> None:  # noqa: ARG001 (as the others)
    text = elements[at]
    if text and text[0].isalpha():
        elements[at] = text.replace(". ", ".\n\n", 1)


def swap(elements: Elements, at: int, name: str, data: st.DataObject) -> None:  # noqa: ARG001 (as the others)
    if elements[at] and at and elements[at - 1]:
        elements[at - 1], elements[at] = elements[at], elements[at - 1]


ACTS: list[Callable[[Elements, int, str, st.DataObject], None]] = [edit, delete, insert, split]


def changed(page: Page, name: str, places: list[int], data: st.DataObject) -> str:
    elements = list(page.elements)
    for number in range(data.draw(st.integers(1, 3))):
        acts = [*ACTS, swap] if data.draw(st.integers(0, 3)) == 0 else ACTS
        at = data.draw(st.sampled_from(places))
        if at - 1 in places or swap not in acts:
            data.draw(st.sampled_from(acts))(elements, at, f"{name}{number}", data)
    return page.text(elements)


def drawn(data: st.DataObject) -> tuple[str, Page]:
    base = read(data.draw(st.sampled_from(TEXTS)))
    page = Page(base)
    assume(len(page.elements) > 4)
    return base, page


@MANY
@given(st.data())
def test_edits_of_different_parts_of_a_page_are_both_in_it_without_a_question(data: st.DataObject) -> None:
    base, page = drawn(data)
    middle = data.draw(st.integers(1, len(page.elements) - 3))
    parts = [list(range(middle)), list(range(middle + 1, len(page.elements)))]
    if data.draw(st.booleans()):
        parts.reverse()
    ours, theirs = (
        changed(page, name, part, data) for name, part in zip(("Our", "Their"), parts, strict=True)
    )

    merged = merge(base, ours, theirs)

    assert merged.conflicts == ()
    was, mine, other, found = (Counter(WORD.findall(text)) for text in (base, ours, theirs, merged.text))
    assert {word: found[word] for word in was | mine | other} == {
        word: mine[word] + other[word] - was[word] for word in was | mine | other
    }
    assert merge(base, theirs, ours).text == merged.text


@MANY
@given(st.data())
def test_of_edits_of_the_same_part_no_word_is_lost_whoever_comes_first(data: st.DataObject) -> None:
    base, page = drawn(data)
    middle = data.draw(st.integers(1, len(page.elements) - 2))
    places = [middle - 1, middle, middle + 1]
    ours, theirs = changed(page, "Our", places, data), changed(page, "Their", places, data)

    merged, other_way = merge(base, ours, theirs), merge(base, theirs, ours)

    was, mine, other, found = (Counter(WORD.findall(text)) for text in (base, ours, theirs, merged.marked()))
    for word in mine | other:
        both = min(mine[word] + other[word] - was[word], max(mine[word], other[word]))
        new = max(mine[word], other[word]) - was[word]
        assert found[word] >= max(both, min(new, 1)), word
    told = {(one.base, one.ours, one.theirs) for one in merged.conflicts}
    assert told == {(one.base, one.theirs, one.ours) for one in other_way.conflicts}
    assert bool(merged.conflicts) or merged.text == other_way.text


@MANY
@given(st.data())
def test_what_only_one_has_changed_is_what_both_get_byte_for_byte(data: st.DataObject) -> None:
    base, page = drawn(data)
    ours = changed(page, "Our", list(range(len(page.elements))), data)

    for merged in (merge(base, ours, base), merge(base, base, ours), merge(base, ours, ours)):
        assert (merged.text, merged.conflicts, merged.marked()) == (ours, (), ours)
