"""Who does what a message says, to the letter, has mended the mistake."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from publications.finding import check_root
from scripts.fix import fix
from tests.checks.conftest import MakeProject
from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases" / "mistakes"
PAGE = "docs/sv/newsletters/brev.md"
BODY = "---\n\n# Brevet\n\nEn text.\n"
SETUP: dict[str, str | bytes | None] = {"docs/assets/map.svg": "<svg/>"}


def cases(name: str) -> list[Any]:
    found: list[Any] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("case", cases("front_matter.yml"), ids=lambda case: " / ".join(case["typed"]))
def test_the_line_of_a_slip_is_named_and_the_message_can_be_copied(
    case: dict[str, Any], make_project: MakeProject
) -> None:
    typed = list(case["typed"])
    project = make_project({**SETUP, PAGE: "\n".join(["---", *typed, BODY])})

    faults = [fault for fault in check_root(project.root) if fault.path == PAGE and fault.level == "error"]
    if "told" in case:
        faults = [fault for fault in check_root(project.root) if case["told"] in fault.message]

    assert [fault.line for fault in faults] == [case["line"] + 1]
    assert faults[0].message.endswith(f": {case['write']}")
    if "told" not in case:
        typed[case["line"] - 1] = case["write"]
        write(project.root / PAGE, "\n".join(["---", *typed, BODY]))
        assert [
            str(fault) for fault in check_root(project.root) if fault.path == PAGE and fault.level == "error"
        ] == []


@pytest.mark.parametrize("case", cases("pages.yml"), ids=lambda case: str(case["typed"])[:60])
def test_a_mistake_in_a_page_is_told_with_its_line_and_gone_when_the_message_is_followed(
    case: dict[str, Any], make_project: MakeProject
) -> None:
    front = "---\ntitle: Brevet\nsummary: Om brevet.\n---\n\n# Brevet\n\n"
    project = make_project({**SETUP, PAGE: f"{front}{case['typed']}\n"})

    told = [fault for fault in check_root(project.root) if fault.path == PAGE and fault.level != "info"]
    write(project.root / PAGE, f"{front}{case['mended']}\n")
    left = [str(fault) for fault in check_root(project.root) if fault.path == PAGE and fault.level != "info"]

    lines = [fault.line for fault in told if case["says"] in fault.message]
    assert min(lines, default=0) == front.count("\n") + case["line"], told
    assert left == []


@pytest.mark.parametrize("case", cases("word.yml"), ids=lambda case: str(case["says"]))
def test_what_word_and_spreadsheets_leave_is_mended_as_the_message_says(
    case: dict[str, str], make_project: MakeProject
) -> None:
    front = "---\ntitle: Brevet\nsummary: Om brevet.\n---\n\n# Brevet\n\n"
    project = make_project({**SETUP, PAGE: f"{front}{case['typed']}\n"})

    told = [fault for fault in check_root(project.root) if fault.rule == "pasted"]
    done = CliRunner().invoke(fix, ["--project", str(project.root)])

    assert done.exit_code == 0, done.output
    assert bool(told) == (case["typed"] != case["mended"])
    assert all(fault.message.endswith("Or run: pubs fix") for fault in told)
    assert (project.root / PAGE).read_text(encoding="utf-8") == f"{front}{case['mended']}\n"


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
