"""Files that came back damaged: told by file and segment, and all the rest comes in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import polib
import pytest
import yaml

from tests.commands.conftest import Desk

CASES = sorted((Path(__file__).parents[1] / "cases/agencies").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_publisher_is_told_what_happened_to_a_file_and_what_to_do(desk: Desk, case: Path) -> None:
    told = yaml.safe_load(case.read_text(encoding="utf-8"))
    file = desk.root / f"sent.{'po' if told['format'] == 'po' else 'xlf'}"
    sent = desk.say("export", "it", "plan", "--format", *told["format"].split(), "--output", str(file))
    assert sent.exit_code == 0, sent.output
    mishap(file, told)
    mend(desk.path("mkdocs.yml"), told.get("settings", []))

    said = desk.say("import", str(file))

    assert said.exit_code == 1, said.output
    message = " ".join(said.output.split())
    assert [words for words in told["says"] if words not in message] == [], said.output
    page = desk.path("docs/it/plan.md")
    lines = page.read_text(encoding="utf-8").splitlines() if page.exists() else []
    assert [line for line in told.get("comes_in", []) if line not in lines] == []
    assert [line for line in told.get("stays_out", []) if line in lines] == []


def mishap(file: Path, told: dict[str, Any]) -> None:
    if told.get("translations"):
        catalog = polib.pofile(str(file))
        for entry in catalog:
            entry.msgstr = told["translations"].get(entry.msgid, "")
        catalog.save()
    mend(file, told.get("replace", []))


def mend(file: Path, pairs: list[tuple[str, str]]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        text, count = re.subn(old, new, text, count=1)
        assert count, old
    file.write_text(text, encoding="utf-8")
