"""`pubs report`: the comment under a pull request."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.commands.conftest import Desk


@pytest.fixture
def begun(desk: Desk) -> Desk:
    desk.commit()
    return desk


def test_what_a_change_makes_outdated_stands_with_whom_and_how_many_words(begun: Desk) -> None:
    begun.change("docs/sv/plan.md", "i Prato", "i Borås")

    said = begun.say("report", "--base", "main")

    assert said.exit_code == 0, said.output
    assert "makes 1 translation outdated: **4 words** to do" in said.stdout
    assert "| `plan` | Română (ro) | current | outdated, 1 of 7 parts | 4 |" in said.stdout
    assert "<del>Prato</del>" in said.stdout
    assert "<ins>Borås</ins>" in said.stdout
    assert "| 12 |" in said.stdout


def test_work_that_is_committed_is_compared_with_where_it_began(begun: Desk) -> None:
    begun.git("switch", "--quiet", "--create", "work")
    begun.change("docs/sv/plan.md", "i Prato", "i Borås")
    begun.commit()
    begun.git("switch", "--quiet", "main")
    begun.change("docs/sv/plan.md", "1 250", "9 999")
    begun.commit()
    begun.git("switch", "--quiet", "work")

    told = begun.say("report", "--base", "main").stdout

    assert "Borås" in told
    assert "9 999" not in told


def test_a_change_that_outdates_nothing_is_told_so(begun: Desk) -> None:
    begun.change("docs/sv/plan.md", "Vi ses i maj i Prato.", "Vi ses i maj\ni Prato.")

    assert "makes no translation outdated" in begun.say("report", "--base", "main").stdout


def test_a_new_page_is_told_to_those_who_will_translate_it(begun: Desk) -> None:
    begun.write("docs/sv/news/2021-06.md", begun.read("docs/sv/news/2021-05.md"))

    told = begun.say("report", "--base", "main").stdout

    assert "leaves new pages to translate" in told
    assert "| `news/2021-06` | Română (ro) | – | missing |" in told


def test_a_translation_that_catches_up_is_told_as_better(begun: Desk) -> None:
    begun.change("docs/sv/plan.md", "i Prato", "i Borås")
    begun.commit()
    begun.change("docs/ro/plan.md", "la Prato", "la Borås")
    begun.say("done", "ro", "plan")

    assert "Better than before: `plan` (ro) current." in begun.say("report", "--base", "main").stdout


def test_what_a_page_holds_is_shown_as_text_and_calls_nobody(begun: Desk) -> None:
    begun.change("docs/sv/plan.md", "i Prato.", "i @alla | <img src=x> `kod` #12 [x](javascript:1).")

    told = begun.say("report", "--base", "main").stdout

    assert "<img" not in told
    assert "@alla" not in told
    row = next(line for line in told.splitlines() if line.startswith("| 12 |"))
    assert row.count("|") == 4


def test_an_edit_that_was_vouched_for_is_no_work(begun: Desk) -> None:
    begun.change("docs/sv/plan.md", "Vi ses i maj", "Vi träffas i maj")
    begun.say("minor", "plan")

    assert "makes no translation outdated" in begun.say("report", "--base", "main").stdout


def test_a_commit_that_git_does_not_know_is_told_with_how_to_fetch_it(begun: Desk) -> None:
    said = begun.say("report", "--base", "origin/stable")

    assert said.exit_code == 1
    assert "git fetch --depth=50 origin stable" in said.stderr


def test_an_option_is_no_commit(begun: Desk) -> None:
    assert begun.say("report", "--base=--output=x").exit_code == 1
    assert not begun.path("x").exists()


def test_without_git_there_is_nothing_to_compare_with(desk: Desk) -> None:
    said = desk.say("report", "--base", "main")

    assert said.exit_code == 1
    assert "git" in said.stderr
    assert "Traceback" not in said.output


def test_a_shallow_copy_is_compared_as_far_as_it_reaches_and_says_so(begun: Desk, tmp_path: Path) -> None:
    begun.git("switch", "--quiet", "--create", "work")
    begun.change("docs/sv/plan.md", "i Prato", "i Borås")
    begun.commit()
    begun.git("switch", "--quiet", "main")
    begun.write("docs/sv/index.md", begun.read("docs/sv/index.md") + "\nMer.\n")
    begun.commit()
    copy = Desk(tmp_path / "copy")
    clone = ["git", "clone", "--quiet", "--depth=1", "--no-single-branch", "--branch=work"]
    subprocess.run([*clone, begun.root.as_uri(), str(copy.root)], check=True, capture_output=True)

    said = copy.say("report", "--base", "origin/main")

    assert said.exit_code == 0, said.output
    assert "Borås" in said.stdout
    assert "git fetch --deepen" in said.stderr
