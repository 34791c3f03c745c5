"""A command that is killed at any moment, or cannot write, loses no word and leaves the old site whole.

`PUBS_KILLS=300 pytest tests/site/test_killed.py` kills three hundred; usually it is a few.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import PUBS, pubs
from tests.site.small_site import SmallSite

KILLS = int(os.environ.get("PUBS_KILLS", "4"))
SLIP = '\nEn rad till - med "raka" tecken.\n'
COMMANDS = (
    ("build",),
    ("done", "en", "newsletters/first", "--all"),
    ("start", "it", "newsletters/first"),
    ("fix",),
    ("rename", "newsletters/first", "newsletters/begin"),
    ("rename", "newsletters/begin", "newsletters/first"),
    ("rm", "newsletters/second"),
    ("minor", "newsletters/first"),
)


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    made = SmallSite.make(tmp_path / "site")
    assert pubs("build", cwd=made.root).returncode == 0
    return made


def begin(
    root: Path, command: tuple[str, ...], limit: Callable[[], None] | None = None
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [PUBS, *command],
        cwd=root,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=limit,  # noqa: PLW1509 (the test has no threads here)
    )


def words_in(root: Path) -> set[str]:
    """Every line that somebody wrote, wherever it lies now."""
    folders = (root / "docs", root / "i18n" / "sources")
    files = [path for folder in folders for path in folder.rglob("*.md") if not path.name.startswith(".")]
    return {
        line.strip()
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    }


def drafts_in(root: Path) -> list[str]:
    return [
        path.name
        for path in root.rglob(".*")
        if path.name.endswith(".draft") or path.name.startswith(".site-")
    ]


def test_whatever_is_killed_no_word_is_lost_and_the_next_command_clears_up(site: SmallSite) -> None:
    chance, first = random.Random(8), site.root.with_name("first")
    shutil.copytree(site.root, first)
    for number in range(KILLS):
        site.take_back(first)
        site.write("docs/sv/infographics/steps.md", (site.read("docs/sv/infographics/steps.md") or "") + SLIP)
        before = words_in(site.root)
        commands = chance.sample(COMMANDS, 2)
        running = [begin(site.root, command) for command in commands]
        time.sleep(chance.uniform(0.0, 1.2))
        for process in running:
            process.kill()
            process.communicate()
        pages = (site.root / "site").rglob("*.html")
        assert all(page.read_text(encoding="utf-8").rstrip().endswith("</html>") for page in pages), commands
        assert (site.root / "site/sv/index.html").is_file(), commands
        lost = {
            line for line in before - words_in(site.root) if "translation:" not in line and "raka" not in line
        }
        if ("rm", "newsletters/second") not in commands:
            assert not {
                line for line in lost if len(line) > 30 and "](" not in line and "version" not in line
            }, commands

        done = pubs("build", cwd=site.root)

        assert done.returncode == 0, (number, commands, done.stderr)
        assert drafts_in(site.root) == [], commands


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command[0]))
def test_a_full_disk_is_told_and_costs_nothing_that_was_there(
    site: SmallSite, command: tuple[str, ...]
) -> None:
    def nothing_can_be_written() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    site.write("docs/sv/infographics/steps.md", (site.read("docs/sv/infographics/steps.md") or "") + SLIP)
    before = words_in(site.root)
    pages = {path: path.read_bytes() for path in (site.root / "site").rglob("*.html")}

    process = begin(site.root, command, nothing_can_be_written)
    _, said = process.communicate()

    assert "Traceback" not in said
    assert words_in(site.root) >= before
    assert {path: path.read_bytes() for path in pages} == pages
    assert pubs("build", cwd=site.root).returncode == 0
    assert drafts_in(site.root) == []
