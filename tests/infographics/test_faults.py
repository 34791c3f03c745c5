"""What an editor is told when an infographic cannot be drawn as it was meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from publications.checks.corpus import read_corpus
from publications.checks.infographics import infographic_faults, layout_faults
from publications.finding import find_all
from publications.project import Project, load_project
from tests.infographics.conftest import ROOT

FILE = ROOT / "tests" / "cases" / "infographics" / "faults.yml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def faults_of(project: Project) -> list[str]:
    found = (*layout_faults(find_all(project)), *infographic_faults(read_corpus(project)))
    return [str(fault) for fault in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["what"]))
def test_a_mistake_is_told_with_its_line_and_what_to_do(
    changed: Callable[[Mapping[str, Mapping[str, str]]], Path], case: dict[str, Any]
) -> None:
    project = load_project(changed(case["replace"]))

    told = faults_of(project)

    assert any(line.startswith(case["says"]) for line in told), told


def test_the_infographics_of_the_site_have_no_faults() -> None:
    assert faults_of(load_project(ROOT)) == []


def test_a_layout_without_a_page_is_told(changed: Callable[[Mapping[str, Mapping[str, str]]], Path]) -> None:
    root = changed({})
    (root / "data/infographics/city-strategies.yml").rename(root / "data/infographics/city-strategy.yml")

    # Drawn as usual, its text has no room: that is told too.
    told = [fault for fault in faults_of(load_project(root)) if fault.startswith("data/")]

    assert len(told) == 1
    assert told[0].startswith(
        "data/infographics/city-strategy.yml: no language has a page infographics/city-strategy.md."
    )
    assert "Did you mean 'infographics/city-strategies.md'?" in told[0]
