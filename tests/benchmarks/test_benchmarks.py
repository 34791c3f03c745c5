"""The measurements run, and what they call the truth of an edit is what the files say."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks.corpus import Corpus, write_corpus
from benchmarks.edits import Truth, edit_corpus
from publications.finding import read_statuses
from publications.project import load_project
from publications.translation.change_kind import ChangeKind
from publications.translation.status import State
from tests.conftest import ROOT, run

PAGES = 16


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return write_corpus(tmp_path_factory.mktemp("corpus") / "project", PAGES)


@pytest.fixture(scope="module")
def truths(corpus: Corpus) -> tuple[Truth, ...]:
    statuses = read_statuses(load_project(corpus.root))
    made = {page.name for page in corpus.pages}
    states = {own.state for page in statuses.pages if page.page in made for own in page.translations.values()}
    assert states == {State.CURRENT, State.MISSING}
    return edit_corpus(corpus, share=1.0)


def lines_of(corpus: Corpus, locale: str, page: str) -> list[str]:
    text = (corpus.root / "docs" / locale / page).read_text(encoding="utf-8")
    return ["", *text.split("\n")]


def test_the_same_number_gives_the_same_pages_byte_for_byte(tmp_path: Path) -> None:
    first, second = (write_corpus(tmp_path / name, 2) for name in ("first", "second"))
    files = [path.relative_to(first.root) for path in first.root.rglob("issue-*.md")]
    assert files
    for file in files:
        assert (first.root / file).read_bytes() == (second.root / file).read_bytes()


def test_every_kind_of_edit_is_made(truths: tuple[Truth, ...]) -> None:
    assert {truth.kind for truth in truths} == set(ChangeKind)


def test_the_truth_points_at_what_was_edited_and_at_its_translation(
    corpus: Corpus, truths: tuple[Truth, ...]
) -> None:
    originals = {page.name: page.original for page in corpus.pages}
    for truth in truths:
        source = lines_of(corpus, originals[truth.page], truth.page)
        assert lines_of(corpus, truth.locale, truth.page)[truth.line].strip()
        if truth.kind is ChangeKind.REMOVED:
            assert truth.old not in "\n".join(source)
        else:
            assert source[truth.source_line].strip()
        if truth.kind is ChangeKind.MOVED:
            assert truth.old.partition("\n")[0] in source[truth.source_line]


@pytest.mark.parametrize(
    ("program", "arguments", "shown"),
    [
        ("change_kinds.py", (str(PAGES),), "false alarms before any edit: 0"),
        ("speed.py", ("--runs", "1", "1"), "serve save"),
        ("scale.py", ("2", "2"), "same bytes"),
    ],
)
def test_a_program_prints_its_table(program: str, arguments: tuple[str, ...], shown: str) -> None:
    done = run(sys.executable, ROOT / "benchmarks" / program, *arguments)
    assert done.returncode == 0, done.stderr
    assert shown in done.stdout
    assert "nothing → " not in done.stdout  # a change that nobody made
