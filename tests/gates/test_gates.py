"""Gates: what the project asks of its translations, and what a strict build stops at."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from publications.faults import Fault, Level
from publications.finding import read_statuses
from publications.project import load_project
from publications.status.judgement import gate_faults
from tests.commands.conftest import Desk, desk

__all__ = ["desk"]  # pytest takes the fixture from here

TODAY = date(2021, 6, 1)


def judged(desk: Desk, gates: str, today: date = TODAY) -> list[Fault]:
    config = desk.read("mkdocs.yml").split("extra:\n")
    indented = "".join(f"    {line}\n" for line in gates.splitlines())
    desk.write("mkdocs.yml", f"{config[0]}extra:\n  gates:\n{indented}{config[1]}")
    project = load_project(desk.root)
    return list(gate_faults(project, read_statuses(project), today=today))


def test_without_gates_nothing_that_is_missing_or_outdated_is_a_fault(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "Prato", "Borås")

    assert list(gate_faults(desk.project, read_statuses(desk.project), today=TODAY)) == []


def test_a_page_that_must_exist_is_a_warning_with_the_command_that_begins_it(desk: Desk) -> None:
    (fault,) = judged(desk, 'pages: {"plan.md": [ro, it]}')

    assert (fault.path, fault.level) == ("docs/it/plan.md", Level.WARNING)
    assert "pubs start it plan" in fault.message


def test_a_draft_does_not_exist_for_readers(desk: Desk) -> None:
    desk.change("docs/ro/plan.md", "status: translated", "status: draft")

    (fault,) = judged(desk, "pages: {plan.md: ro}")

    assert "pubs done ro plan" in fault.message


def test_all_means_every_language_and_a_star_every_page(desk: Desk) -> None:
    assert len(judged(desk, 'pages: {"*": all}')) == 3 * 3 - 1


def test_the_least_coverage_is_counted_in_words(desk: Desk) -> None:
    (fault,) = judged(desk, "coverage: {ro: 99%, sv: 100}")

    assert fault.path == "mkdocs.yml"
    assert "pubs status ro" in fault.message


def test_a_gate_can_be_an_error(desk: Desk) -> None:
    (fault,) = judged(desk, "level: error\ncoverage: {ro: 99}")

    assert fault.level is Level.ERROR


@pytest.mark.parametrize(("days", "broken"), [(29, False), (31, True)])
def test_a_page_may_stay_outdated_for_so_many_days_after_the_commit(
    desk: Desk, days: int, broken: bool
) -> None:
    desk.commit()
    desk.change("docs/sv/plan.md", "Prato", "Borås")
    desk.commit()
    committed = date.fromisoformat(desk.git("log", "-1", "--format=%cs").strip())

    faults = judged(desk, "outdated_days: 30", today=committed + timedelta(days=days))

    assert bool(faults) is broken
    assert all(f"{days} days" in fault.message for fault in faults)


def test_an_edit_that_is_not_committed_counts_from_today(desk: Desk) -> None:
    desk.commit()
    desk.change("docs/sv/plan.md", "Prato", "Borås")

    assert judged(desk, "outdated_days: 0") == []


def test_without_git_nobody_can_tell_since_when_and_nothing_is_stopped(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "Prato", "Borås")

    (fault,) = judged(desk, "outdated_days: 30")

    assert fault.level is Level.INFO
    assert "without git" in fault.message


@pytest.mark.parametrize(
    ("gates", "hint"),
    [
        ("pages: {plann.md: ro}", "Did you mean 'plan.md'?"),
        ("pages: {plan.md: xx}", "there is no language 'xx'"),
        ("pages: [plan.md]", "index.md: all"),
        ("outdated_days: soon", "Write outdated_days: 30"),
        ("coverage: {xx: 80}", "there is no language 'xx'"),
        ("coverage: true", "is no number"),
        ("coverge: 80", "Did you mean 'coverage'?"),
        ("level: fatal", "a warning or an error"),
        ("- index.md", "says nothing"),
    ],
)
def test_a_gate_that_is_written_wrongly_is_told(desk: Desk, gates: str, hint: str) -> None:
    (fault,) = judged(desk, gates)

    assert fault.path == "mkdocs.yml"
    assert fault.level is Level.ERROR
    assert hint in fault.message


def test_check_tells_broken_gates_with_their_line(desk: Desk) -> None:
    judged(desk, "coverage: {ro: 99}")

    said = desk.say("check")

    line = desk.read("mkdocs.yml").splitlines().index("  gates:") + 1
    assert said.exit_code == 1
    assert f"line {line}: extra: gates: coverage: Română" in said.stdout


def test_the_real_project_keeps_its_gates() -> None:
    project = load_project(Path(__file__).parent.parent.parent)

    found = gate_faults(project, read_statuses(project), today=TODAY)
    assert [fault for fault in found if fault.level is not Level.INFO] == []
