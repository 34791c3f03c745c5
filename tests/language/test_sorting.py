"""Lists stand in the order of the reader's own alphabet."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from publications.language.sorting import sort_key

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases/facts/sorting.yml").read_text(encoding="utf-8"))
LOCALES = st.sampled_from(["sv", "ro", "it", "en", "de", "pl"])
WORDS = st.text(st.sampled_from("abizåäöăâîșțşţéàAÅÖßøł -–’\u030a\u0326"), max_size=6)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["locale"])
def test_words_stand_in_the_order_of_the_alphabet(case: Mapping[str, Any]) -> None:
    backwards = case["sorted"][::-1]

    assert sorted(backwards, key=partial(sort_key, locale=case["locale"])) == case["sorted"]


@given(WORDS, WORDS, LOCALES)
def test_two_different_words_are_never_in_the_same_place(first: str, second: str, locale: str) -> None:
    assert (sort_key(first, locale) == sort_key(second, locale)) == (first == second)


@given(st.lists(WORDS), LOCALES, st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_order_before(words: list[str], locale: str, random: Random) -> None:
    shuffled = words.copy()
    random.shuffle(shuffled)

    assert sorted(shuffled, key=partial(sort_key, locale=locale)) == sorted(
        words, key=partial(sort_key, locale=locale)
    )
