"""What is hinted at in each text of tests/cases/spelling/: nothing else, at that line, with the nearest words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from publications.language.spelling.dictionary import Dictionary
from publications.language.spelling.dictionary_files import dictionary_file
from publications.language.spelling.speller import Speller, Unknown
from publications.language.spelling.word_list import read_names, read_word_list
from publications.reading.reading import Reading
from tests.conftest import ROOT

DICTIONARIES = ROOT / "tests" / "cases" / "spelling"
CASES = yaml.safe_load((DICTIONARIES / "pages.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_an_editor_is_shown_the_words_that_nobody_knows(case: dict[str, Any], tmp_path: Path) -> None:
    locale = case["locale"]
    words = tmp_path / "data" / "words" / f"{locale}.txt"
    words.parent.mkdir(parents=True)
    words.write_text(case.get("own", ""), encoding="utf-8")
    file = dictionary_file(locale, {"PUBS_DICTIONARIES": str(DICTIONARIES)})
    assert file

    speller = Speller(Dictionary(file), read_word_list(tmp_path, locale) | read_names(ROOT, locale))

    assert [shown(unknown) for unknown in speller.unknown_in(Reading(case["text"]), locale)] == case.get(
        "hints", []
    )


def shown(unknown: Unknown) -> str:
    nearest = f" → {', '.join(unknown.suggestions)}" if unknown.suggestions else ""
    return f"{unknown.line}: {unknown.typed}{nearest}"
