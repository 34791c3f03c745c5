"""Every fact in every form, as each language has it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import yaml

from publications.facts.library import Facts, read_facts

ROOT = Path(__file__).parent.parent.parent
CASES = ROOT / "tests" / "cases" / "facts"
Case = Mapping[str, Mapping[str, str]]


def golden(name: str) -> list[Case]:
    # Everything stays as typed, as it does in data/: 3.0 is not 3.
    loaded: list[Case] = yaml.load((CASES / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    return loaded


GOLDEN = [*golden("forms.yml"), *golden("other_languages.yml")]


def parameters() -> Iterator[tuple[int, str, str, str]]:
    for number, case in enumerate(GOLDEN):
        for form, texts in case.items():
            if form != "fact":
                yield from ((number, form, locale, text) for locale, text in texts.items())


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "data", root / "data")
    records = {f"case-{number}": case["fact"] for number, case in enumerate(GOLDEN)}
    (root / "data" / "facts.yml").write_text(yaml.safe_dump(records), encoding="utf-8")
    facts = read_facts(root)
    assert facts.faults == ()
    return facts


@pytest.mark.parametrize(("number", "form", "locale", "text"), list(parameters()))
def test_a_fact_reads_as_a_native_sets_it(
    library: Facts, number: int, form: str, locale: str, text: str
) -> None:
    written = library.facts[f"case-{number}"].text(locale, form)

    assert written.replace("\u00a0", "⍽").replace("\u2009", "⏑") == text


def test_every_kind_and_every_form_has_a_golden_case(library: Facts) -> None:
    tested = {
        (library.facts[f"case-{number}"].kind, form)
        for number, case in enumerate(GOLDEN)
        for form in case
        if form != "fact"
    }
    existing = {(fact.kind, form) for fact in library.facts.values() for form in fact.value.forms}

    assert existing <= tested
