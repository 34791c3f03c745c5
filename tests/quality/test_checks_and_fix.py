"""The checks of text within `pubs check`, who may waive them, and `pubs fix` as an editor types it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publications.checks.rules import LEVELS, OTHERS, rule_names
from publications.commands.fix import fix
from publications.faults import Fault
from publications.finding import check_root
from publications.status.following import only_writer
from publications.translation.version import version_of
from tests.conftest import PUBS

REAL = Path(__file__).parents[2]
SOURCE = "---\ntitle: Läget\nsummary: Om läget.\n---\n\n# Läget\n\nTotalt 171 länder deltog i mötet, se [planen](project.md).\n"
TRANSLATION = """---
title: The state
summary: On the state.
translation: {{source: sv, status: translated{record}}}
{front}---

# The state

Some "{number}" countries took part in the meeting, see [the plan](project.md). {more}
"""


def write(
    root: Path, *, record: str = "", front: str = "", number: str = "171", more: str = "", config: str = ""
) -> Path:
    """A project with one page in Swedish, and its translation into English."""
    pages = {
        "mkdocs.yml": (REAL / "mkdocs.yml")
        .read_text(encoding="utf-8")
        .replace("\nextra:\n", f"\nextra:\n{config}"),
        "docs/sv/state.md": SOURCE,
        "docs/sv/project.md": "---\ntitle: Planen\n---\n\n# Planen\n\nEn text.\n",
        "docs/en/state.md": TRANSLATION.format(record=record, front=front, number=number, more=more),
    }
    for name, text in pages.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    return root


def found(root: Path) -> list[tuple[str, int, str]]:
    return [(fault.rule, fault.line, str(fault.level)) for fault in faults(root)]


def faults(root: Path) -> Iterator[Fault]:
    """What the checks of text say of the translation."""
    mine = {*LEVELS, "checks"}
    return (fault for fault in check_root(root) if fault.rule in mine and fault.path == "docs/en/state.md")


def test_an_editor_reads_the_line_the_words_and_the_repair(tmp_path: Path) -> None:
    messages = [str(fault) for fault in faults(write(tmp_path, number="117"))]

    assert messages == [
        "docs/en/state.md:9: '\"117\"'. Write '‘117’'. Or run: pubs fix",
        "docs/en/state.md:9: the number or month is '117' here and '171' in docs/sv/state.md:8. Write it as there.",
    ]


@pytest.mark.parametrize("where", ["front", "record"])
def test_a_page_waives_a_check_by_its_name(tmp_path: Path, where: str) -> None:
    waiver = {
        "front": "checks: {ignore: [quotes, numbers]}\n",
        "record": ", checks: {ignore: [quotes, numbers]}",
    }

    assert found(write(tmp_path, number="117", **{where: waiver[where]})) == []


def test_a_waiver_of_no_check_names_the_nearest(tmp_path: Path) -> None:
    (fault,) = [
        one for one in faults(write(tmp_path, front="checks: {ignore: [quote]}\n")) if one.rule == "checks"
    ]

    assert (fault.line, "Did you mean 'quotes'?" in fault.message) == (5, True)


def test_mkdocs_yml_gives_a_check_another_level_or_none(tmp_path: Path) -> None:
    config = "  checks: {quotes: off, numbers: error}\n"

    assert found(write(tmp_path, number="117", config=config)) == [("numbers", 9, "error")]


@pytest.mark.parametrize("record", [", adapted: true", ", version: 0000-0000"])
def test_adapted_and_unknown_versions_are_not_compared(tmp_path: Path, record: str) -> None:
    assert [rule for rule, _, _ in found(write(tmp_path, number="117", record=record))] == ["quotes"]


def test_a_draft_is_not_compared(tmp_path: Path) -> None:
    root = write(tmp_path, number="117")
    page = root / "docs/en/state.md"
    page.write_text(page.read_text(encoding="utf-8").replace("translated", "draft"), encoding="utf-8")

    assert "numbers" not in [rule for rule, _, _ in found(root)]


def test_a_translation_cannot_waive_what_harms_its_readers_but_its_source_can(tmp_path: Path) -> None:
    root = write(tmp_path, front="checks: {ignore: [quotes, foreign-link]}\n", more="[x](https://x.example)")
    links = [("foreign-link", 10, "error"), ("links", 10, "warning")]
    assert found(root) == links

    source = root / "docs/sv/state.md"
    source.write_text(
        SOURCE.replace("---\n\n", "checks: {ignore: [foreign-link]}\n---\n\n"), encoding="utf-8"
    )
    assert found(root) == links[1:]


def test_every_check_has_one_name() -> None:
    assert not LEVELS.keys() & OTHERS
    assert {fault.rule for fault in check_root(REAL)} <= rule_names()


def test_nothing_is_found_in_the_published_pages() -> None:
    assert [str(fault) for fault in check_root(REAL) if fault.rule in LEVELS] == []


def type_in(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(fix, [*arguments, "--project", str(root)])


def test_an_editor_sees_what_was_mended_and_where(tmp_path: Path) -> None:
    root = write(tmp_path)
    page = root / "docs/en/state.md"
    before = page.read_text(encoding="utf-8")

    dry = type_in(root, "--dry-run")
    assert 'docs/en/state.md:9: "171" → ‘171’  (quotes)' in dry.output
    assert page.read_text(encoding="utf-8") == before

    done = type_in(root)
    after = page.read_text(encoding="utf-8")
    assert done.exit_code == 0
    assert "Mended 1 place in 1 file." in done.output
    assert after == before.replace('"171"', "‘171’")
    assert version_of(after) == version_of(before)
    assert type_in(root).output == "Nothing to mend.\n"


def test_one_page_or_one_language_is_mended_alone(tmp_path: Path) -> None:
    root = write(tmp_path)

    assert type_in(root, "project.md").output == "Nothing to mend.\n"
    assert type_in(root, "--locale", "sv").output == "Nothing to mend.\n"
    assert "Would mend 1 place" in type_in(root, "docs/en/state.md", "--dry-run").output


def test_a_page_that_is_none_names_the_nearest(tmp_path: Path) -> None:
    result = type_in(write(tmp_path), "sate.md")

    assert result.exit_code == 1
    assert "sate.md: there is no such page. Did you mean 'state.md'?" in str(result.exception)


def test_line_ends_and_byte_order_mark_stay_as_the_editor_saved_them(tmp_path: Path) -> None:
    root = write(tmp_path)
    page = root / "docs/en/state.md"
    before = b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n")
    page.write_bytes(before)

    type_in(root)

    assert page.read_bytes() == before.replace(b'"171"', "‘171’".encode())


def test_what_a_page_waives_is_not_mended(tmp_path: Path) -> None:
    assert type_in(write(tmp_path, front="checks: {ignore: [quotes]}\n")).output == "Nothing to mend.\n"


def test_what_was_saved_while_pages_were_read_is_not_written_over(tmp_path: Path) -> None:
    root = write(tmp_path)
    page = root / "docs/en/state.md"
    newer = page.read_text(encoding="utf-8").replace("took part in", "came to")
    command = [PUBS, "fix", "--project", str(root)]

    # `pubs fix` has read the page and tells of it, and waits for the desk, which saves it.
    with only_writer(root):
        fixing = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        assert fixing.stdout
        assert fixing.stdout.readline() == "docs/en/state.md\n"
        page.write_text(newer, encoding="utf-8")
    _, told = fixing.communicate(timeout=30)

    assert fixing.returncode == 1
    assert page.read_text(encoding="utf-8") == newer
    assert "was changed meanwhile, and was left as it is" in told
    assert "Mended 1 place in 1 file." in type_in(root).output
