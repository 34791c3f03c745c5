"""What is remembered of a page holds until something that it was worked out from changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from publications.finding import check_root

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
    for locale in ("sv", "ro", "it", "en"):
        change(project / "docs" / locale / "project.md", "\n\n", "\n\nEn en mening .\n\n")
    alone = check_root(project)
    shutil.rmtree(project / ".cache")
    monkeypatch.setattr("publications.parallel._WORTH_A_PROCESS", 1)
    monkeypatch.setattr("publications.parallel._ITEMS_AT_ONCE", 2)
    assert check_root(project) == alone
    assert any(fault.path.endswith("project.md") for fault in alone)
