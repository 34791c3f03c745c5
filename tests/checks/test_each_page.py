"""What is remembered of a page holds until something that it was worked out from changes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from publications.finding import check_root
from tests.conftest import pubs

PAGE = "docs/sv/newsletters/2021-05.md"


def rules(root: Path) -> set[str]:
    return {fault.rule for fault in check_root(root) if fault.path == PAGE}


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_fault_is_told_again_in_the_next_run_and_no_more_when_it_is_mended(project: Path) -> None:
    change(project / PAGE, "Partnerna i EPI", "Partnerna  i EPI")
    first = check_root(project)
    assert "space" in rules(project)
    assert check_root(project) == first
    change(project / PAGE, "Partnerna  i EPI", "Partnerna i EPI")
    assert "space" not in rules(project)


def test_a_new_term_of_the_glossary_is_looked_for_on_pages_that_nobody_edited(project: Path) -> None:
    assert "glossary" not in rules(project)
    with (project / "data" / "glossary.yml").open("a", encoding="utf-8") as glossary:
        glossary.write("- term: partner\n  sv: [samarbetspart]\n  never: {sv: [Partnerna]}\n")
    assert "glossary" in rules(project)


def test_a_broken_memory_costs_time_and_nothing_else(project: Path) -> None:
    first = check_root(project)
    store = project / ".cache" / "store.sqlite"
    whole = store.read_bytes()
    for broken in (b"", b"{", whole[:-5000], whole[: len(whole) // 2], bytes(len(whole)), whole[::-1]):
        store.write_bytes(broken)
        assert check_root(project) == first
    store.unlink()
    assert check_root(project) == first


def test_several_processes_find_what_one_finds(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(project / PAGE, "Partnerna i EPI", "Partnerna  i EPI")
    for number in range(20):
        shutil.copy2(project / PAGE, project / PAGE.replace("05", f"05-{number}"))

    together = pubs("check", "--json", cwd=project)
    shutil.rmtree(project / ".cache")
    monkeypatch.setattr("publications.parallel._WORTH_A_PROCESS", 1000)
    alone = check_root(project)

    found = sorted(
        (fault["path"], fault["line"], fault["message"]) for fault in json.loads(together.stdout)["faults"]
    )
    assert found == sorted((fault.path, fault.line, fault.message) for fault in alone)
    assert len(found) > 20
