"""`pubs check`, as an editor types it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from publications.commands.check import check
from publications.project import Project
from tests.checks.conftest import MakeProject

FAULTY = {
    "docs/sv/project.md": "---\ntitle: P\nsumary: x\n---\n\n# P\n\n[a](b.md)\n",
    "docs/ro/newsletters/a.md": "---\ntitle: A: B\n---\n\n# A\n",
}


def type_in(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(check, [*arguments, "--project", str(project.root)])


def test_all_is_well_and_the_next_step_is_to_build(make_project: MakeProject) -> None:
    result = type_in(make_project({}))

    assert result.exit_code == 0
    assert result.output == "All is well.\n\nNext: pubs build\n"


def test_faults_stand_by_file_with_their_count_and_where_to_begin(make_project: MakeProject) -> None:
    result = type_in(make_project(FAULTY))

    assert result.exit_code == 1
    files = [line for line in result.output.splitlines() if line.startswith("docs/")]
    assert files == ["docs/ro/newsletters/a.md", "docs/sv/project.md"]
    assert "1 error, 2 warnings in 2 files." in result.output
    assert result.output.splitlines()[-1].startswith("Next: mend docs/ro/newsletters/a.md:2")
    assert "\x1b" not in result.output


def test_another_program_gets_one_object(make_project: MakeProject) -> None:
    result = type_in(make_project(FAULTY), "--json")

    said = json.loads(result.stdout)
    assert result.exit_code == 1
    assert (said["errors"], said["warnings"]) == (1, 2)
    assert set(said["faults"][0]) == {"path", "line", "level", "rule", "message", "typed", "better"}
    assert said["faults"][0]["path"] == "docs/ro/newsletters/a.md"
    assert said["faults"][0]["line"] == 2


def test_an_editor_of_one_language_is_told_of_that_language_only(make_project: MakeProject) -> None:
    result = type_in(make_project(FAULTY), "sv")

    assert "docs/sv/project.md" in result.output
    assert "docs/ro" not in result.output


@pytest.mark.parametrize(("typed", "meant"), [("svv", "sv"), ("Ro", "ro")])
def test_a_language_that_is_none_is_a_mistyped_command(
    make_project: MakeProject, typed: str, meant: str
) -> None:
    result = type_in(make_project({}), typed)

    assert result.exit_code == 2
    assert f"Did you mean '{meant}'?" in result.output


def test_a_configuration_that_cannot_be_read_is_told_as_a_fault(make_project: MakeProject) -> None:
    project = make_project({})
    (project.root / "mkdocs.yml").write_text("site_name: [\n", encoding="utf-8")

    result = type_in(project, "--json")

    assert result.exit_code == 1
    assert json.loads(result.stdout)["faults"][0]["path"] == "mkdocs.yml"
