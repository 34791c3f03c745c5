"""What the checks say of each mistake in tests/cases/checks/: nothing else, at that line, and what to do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from publications.desk.block_checks import SHOWN_RULES
from publications.finding import check_root
from publications.project import CONFIG
from publications.telling import ELSEWHERE, said_of
from tests.checks.conftest import MakeProject

QUOTE = '"'
CASES = Path(__file__).parents[1] / "cases" / "checks"
# A message ends in something to do.
REPAIR = re.compile(
    r"\b(Add|Begin|Choose|Copy|Delete|Did you mean|Fill in|Give|give it|Keep|Known|Make|Mend|Move|Name|Put|"
    r"Rename|Save|save|Say|Take|Use|Write|To add it|It is one of)\b"
)


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{file.stem}: {case['case']}")
        for file in sorted(CASES.glob("*.yml"))
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("case", _cases())
def test_an_editor_reads_what_is_wrong_where_and_what_to_do(
    case: dict[str, Any], make_project: MakeProject
) -> None:
    files = {name: _content(content) for name, content in case["files"].items()}
    project = make_project({name: content for name, content in files.items() if name != CONFIG})
    if CONFIG in files:
        old, new = case["files"][CONFIG]["replace"]
        config = (project.root / CONFIG).read_text(encoding="utf-8")
        assert old in config
        (project.root / CONFIG).write_text(config.replace(old, new), encoding="utf-8")

    # What is drawn as usual is told of each infographic of a case, and is none of its faults.
    faults = [fault for fault in check_root(project.root) if fault.rule != "usual-layout"]

    found = [f"{fault.level} {fault.path}:{fault.line}" for fault in faults]
    places = [_place(fault["at"], project.root) for fault in case["expect"]]
    expected = [f"{fault['level']} {place}" for fault, place in zip(case["expect"], places, strict=True)]
    assert sorted(found) == sorted(expected), "\n".join(map(str, faults))
    for fault, place in zip(case["expect"], places, strict=True):
        assert fault["says"] in " | ".join(
            told.message for told in faults if f"{told.path}:{told.line}" == place
        )
    assert all(REPAIR.search(fault.message) for fault in faults), "\n".join(map(str, faults))
    assert all(fault.rule for fault in faults)
    shown = [fault for fault in faults if fault.rule in SHOWN_RULES and fault.path.startswith("docs/")]
    assert ELSEWHERE not in map(said_of, shown), "the desk has no words for it"


def _place(at: str, root: Path) -> str:
    """The place of a fault; a line of mkdocs.yml is the first that has the word in quotes."""
    path, _, word = at.partition(":")
    if not word.startswith(QUOTE):
        return at
    lines = (root / path).read_text(encoding="utf-8").splitlines()
    return f"{path}:{next(number for number, line in enumerate(lines, start=1) if word.strip(QUOTE) in line)}"


def _content(content: str | dict[str, str] | None) -> str | bytes | None:
    """A file of a case: its text, or `{text: …, encoding: …, newlines: crlf}`, or nothing at all."""
    if not isinstance(content, dict):
        return content
    text = content.get("text", "")
    if content.get("newlines") == "crlf":
        text = text.replace("\n", "\r\n")
    return text.encode(content.get("encoding", "utf-8"))
