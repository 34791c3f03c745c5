"""An editor whose data or page is wrong is told the file, the line, the word and what to do."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from publications.checks.facts import data_faults
from publications.facts.expansion import expand_facts, find_fact_faults
from publications.facts.library import read_facts
from publications.finding import check_root, find_all
from publications.project import load_project
from publications.reading.mention import mentions_of
from publications.reading.reading import Reading

ROOT = Path(__file__).parent.parent.parent
CASES = ROOT / "tests" / "cases" / "facts"
DATA_FAULTS = yaml.safe_load((CASES / "data_faults.yml").read_text(encoding="utf-8"))
PAGES = yaml.safe_load((CASES / "pages.yml").read_text(encoding="utf-8"))
FACTS = read_facts(ROOT)


def name_of(case: Mapping[str, str]) -> str:
    return case.get("case", "")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The data of the project, and no pages."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy2(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def messages(root: Path) -> list[str]:
    return [str(fault) for fault in sorted(data_faults(find_all(load_project(root))))]


@pytest.mark.parametrize("case", DATA_FAULTS)
def test_a_fault_in_the_data_is_shown_where_it_stands(project: Path, case: Mapping[str, Any]) -> None:
    for name, text in case.items():
        if name != "faults":
            (project / "data" / name).write_text(text, encoding="utf-8")
    names = [f"data/{name}" for name in case]

    assert [text for text in messages(project) if text.startswith(tuple(names))] == case["faults"]


@pytest.mark.parametrize("case", PAGES, ids=name_of)
def test_a_page_gets_its_facts_and_nothing_else_changes(case: dict[str, str]) -> None:
    written = expand_facts(case["page"], FACTS, "sv")

    assert written.replace("\u00a0", "⍽").replace("\u2009", "⏑") == case.get("becomes", case["page"])


@pytest.mark.parametrize("case", PAGES, ids=name_of)
def test_a_page_is_told_its_faults_with_their_lines(case: dict[str, str]) -> None:
    faults = find_fact_faults(Reading.of(case["page"]).mentions, FACTS, "docs/sv/index.md", "sv")

    assert [f"{fault.line}: {fault.message}" for fault in faults] == case.get("faults", [])


def test_a_page_without_facts_comes_back_as_the_same_text() -> None:
    page = "Inga fakta { #a } här, bara `kod`."

    assert expand_facts(page, FACTS, "sv") is page


def test_a_unit_without_words_in_a_language_is_told_on_the_page_that_needs_it() -> None:
    mentions = mentions_of(Reading.of("{{ unemployed-migrants | with unit }}").tokens, 7)

    (fault,) = find_fact_faults(mentions, FACTS, "docs/de/index.md", "de")

    assert fault.line == 7
    assert "'unemployed-migrants' cannot be written here. data/units.yml:" in fault.message
    assert "de: { one: …, other: … }" in fault.message


def test_front_matter_with_a_fact_is_told_to_write_it_out(project: Path) -> None:
    page = project / "docs" / "sv" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: Start\nsummary: Till {{ kick-off }}\n---\n\n# Start\n", encoding="utf-8")

    expected = "'summary' cannot have {{ facts }}: they are for the text below. Write it out here."
    assert f"docs/sv/index.md:3: {expected}" in map(str, check_root(project))


@pytest.mark.parametrize(
    "junk", [b"\xff\xfe\x00", b"a: [[[[", b"a: {b: {c: d}}", b"? x", b"a: !!python/object:x {}"]
)
def test_whatever_stands_in_a_data_file_is_a_message_and_no_traceback(project: Path, junk: bytes) -> None:
    for name in ("facts", "sources", "units", "partners"):
        (project / "data" / f"{name}.yml").write_bytes(junk)

    assert messages(project)


def test_a_language_that_nobody_knows_is_a_message_and_no_traceback(project: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("locale: ro", "locale: qq").replace("en, ro]", "en]"),
        encoding="utf-8",
    )

    known = "Use its ISO 639 code, such as sv or pt-BR."
    assert [told for told in messages(project) if "topics" not in told] == [
        f"mkdocs.yml: nothing is known of a language 'qq'. {known}"
    ]


def test_a_project_without_data_has_no_facts_and_no_faults(project: Path) -> None:
    shutil.rmtree(project / "data")

    assert messages(project) == []
    assert read_facts(project).facts == {}
