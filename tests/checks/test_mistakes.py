"""Who does what a message says, to the letter, has mended the mistake."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from publications.commands.fix import fix
from publications.faults import Fault
from publications.finding import check_root
from tests.checks.conftest import MakeProject, write_project
from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases" / "mistakes"
PAGE = "docs/sv/letters/brev.md"
FRONT = "---\ntitle: Brevet\nsummary: Om brevet.\n---\n\n# Brevet\n\n"
BODY = "---\n\n# Brevet\n\nEn text.\n"
SETUP: dict[str, str | bytes | None] = {"docs/assets/map.svg": "<svg/>"}


def cases(name: str) -> list[Any]:
    found: list[Any] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return found


def enumerate_cases(name: str) -> list[tuple[int, Any]]:
    return list(enumerate(cases(name)))


def name_of(value: object) -> str:
    typed = value["typed"] if isinstance(value, dict) else value
    return (" / ".join(typed) if isinstance(typed, list) else str(typed))[:60]


def told_of(folder: Path, texts: list[str]) -> list[list[Fault]]:
    """What the check says of each of these texts, which are the pages of one project."""
    names = [f"docs/sv/letters/brev-{number}.md" for number in range(len(texts))]
    project = write_project(folder, {**SETUP, **dict(zip(names, texts, strict=True))})
    found: dict[str, list[Fault]] = {name: [] for name in names}
    for fault in check_root(project.root):
        if fault.path in found and fault.level != "info":
            found[fault.path].append(fault)
    return list(found.values())


def front_matter(case: dict[str, Any], *, is_mended: bool) -> str:
    typed = list(case["typed"])
    if is_mended and "told" not in case:
        typed[case["line"] - 1] = case["write"]
    return "\n".join(["---", *typed, BODY])


def page(case: dict[str, Any], *, is_mended: bool) -> str:
    return f"{FRONT}{case['mended' if is_mended else 'typed']}\n"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Fault]]]:
    """By catalogue, before and after the messages were followed: what is told of each case."""
    return {
        f"{name} {is_mended}": told_of(
            tmp_path_factory.mktemp("mistakes") / "project",
            [text(case, is_mended=is_mended) for case in cases(name)],
        )
        for name, text in (("front_matter.yml", front_matter), ("pages.yml", page))
        for is_mended in (False, True)
    }


@pytest.mark.parametrize(("number", "case"), enumerate_cases("front_matter.yml"), ids=name_of)
def test_the_line_of_a_slip_is_named_and_the_message_can_be_copied(
    told: dict[str, list[list[Fault]]], number: int, case: dict[str, Any]
) -> None:
    before, after = (told[f"front_matter.yml {is_mended}"][number] for is_mended in (False, True))

    meant = [fault for fault in before if case.get("told", "cannot be read") in fault.message]
    assert [fault.line for fault in meant] == [case["line"] + 1]
    assert meant[0].message.endswith(f": {case['write']}")
    assert "told" in case or [str(fault) for fault in after if fault.level == "error"] == []


@pytest.mark.parametrize(("number", "case"), enumerate_cases("pages.yml"), ids=name_of)
def test_a_mistake_in_a_page_is_told_with_its_line_and_gone_when_the_message_is_followed(
    told: dict[str, list[list[Fault]]], number: int, case: dict[str, Any]
) -> None:
    before, after = (told[f"pages.yml {is_mended}"][number] for is_mended in (False, True))

    lines = [fault.line for fault in before if case["says"] in fault.message]
    assert min(lines, default=0) == FRONT.count("\n") + case["line"], before
    assert [str(fault) for fault in after] == []


@pytest.mark.parametrize("case", cases("word.yml"), ids=lambda case: str(case["says"]))
def test_what_word_and_spreadsheets_leave_is_mended_as_the_message_says(
    case: dict[str, str], make_project: MakeProject
) -> None:
    project = make_project({**SETUP, PAGE: f"{FRONT}{case['typed']}\n"})

    told = [fault for fault in check_root(project.root) if fault.rule == "pasted"]
    done = CliRunner().invoke(fix, ["--project", str(project.root)])

    assert done.exit_code == 0, done.output
    assert bool(told) == (case["typed"] != case["mended"])
    assert all(fault.message.endswith("Or run: pubs fix") for fault in told)
    assert (project.root / PAGE).read_text(encoding="utf-8") == f"{FRONT}{case['mended']}\n"
