"""The cases of typography: what must be found, what must not, and how it is mended."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from publications.language.typography.conventions import CONVENTIONS
from publications.language.typography.page import mend, slips_in
from publications.translation.version import version_of

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "typography"
LOCALES = tuple(sorted(path.stem.partition("-")[2] for path in CASES.glob("correct-*.md")))
MISTAKES = [
    pytest.param(case, id=f"{file.stem}: {case['says']}")
    for file in sorted(CASES.glob("mistakes-*.yml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]


def read(typed: object) -> str:
    return str(typed).replace("⍽", "\u00a0")


@pytest.mark.parametrize("case", MISTAKES)
def test_an_author_is_told_the_line_the_words_and_the_repair(case: dict[str, Any]) -> None:
    found = slips_in(read(case["text"]), case["locale"])

    expected = [
        (want["rule"], want.get("line", 1), read(want["words"]), read(want.get("better", "")))
        for want in case["findings"]
    ]
    assert [(slip.rule, slip.line, slip.words, slip.better) for slip in found] == expected


@pytest.mark.parametrize("case", MISTAKES)
def test_what_is_mechanical_is_mended_once_and_no_translation_becomes_outdated(case: dict[str, Any]) -> None:
    text, fixed = read(case["text"]), read(case.get("fixed", case["text"]))

    assert mend(text, case["locale"]).text == fixed
    assert mend(fixed, case["locale"]).slips == ()
    assert version_of(fixed) == version_of(text)


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_found_in_what_a_typographer_has_set(locale: str) -> None:
    text = (CASES / f"correct-{locale}.md").read_text(encoding="utf-8")

    assert slips_in(text, locale) == ()


SLIPS: dict[str, dict[str, str]] = yaml.safe_load((CASES / "slips.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("locale", [code for code in LOCALES if code in CONVENTIONS])
def test_of_what_a_hurried_hand_has_typed_all_but_one_in_twenty_is_found(locale: str) -> None:
    """Each slip is made at every place of the correct text where it can be, one at a time."""
    text = (CASES / f"correct-{locale}.md").read_text(encoding="utf-8")
    missed, made = [], 0
    for says, slip in SLIPS.items():
        if locale not in slip.get("locales", locale).split():
            continue
        for match in re.finditer(read(slip["find"]), text):
            typed = text[: match.start()] + match.expand(read(slip["type"])) + text[match.end() :]
            made += 1
            if not slips_in(typed, locale):
                missed.append(f"{says}: {text[match.start() - 20 : match.end() + 20]!r}")

    assert made >= 10
    assert len(missed) <= made / 20, "\n".join(missed)


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*/**/*.md")), ids=lambda path: str(path.name))
def test_nothing_is_found_in_the_published_pages(path: Path) -> None:
    locale = path.relative_to(ROOT / "docs").parts[0]

    if locale in LOCALES:
        assert slips_in(path.read_text(encoding="utf-8"), locale) == ()


def test_two_languages_mark_the_same_mistake_each_in_its_own_way() -> None:
    text = 'A "b" c.'

    mended = {locale: mend(text, locale).text for locale in ("sv", "ro", "it", "en")}
    assert mended == {"sv": "A ”b” c.", "ro": "A „b” c.", "it": "A «b» c.", "en": "A ‘b’ c."}
