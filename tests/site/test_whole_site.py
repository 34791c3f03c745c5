"""The site as a whole: built at once or in turn, replaced whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock

from publications.faults import PublicationError
from publications.site.staging import staging
from tests.conftest import PUBS, pubs, run


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_languages_built_in_parallel_give_the_same_bytes_as_mkdocs_building_them_in_turn(
    built_site: Path, tmp_path: Path
) -> None:
    done = run(
        sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", tmp_path / "site"
    )

    assert done.returncode == 0, done.stderr
    parallel, in_turn = files_of(built_site), files_of(tmp_path / "site")
    assert sorted(parallel) == sorted(in_turn)
    assert [name for name in parallel if parallel[name] != in_turn[name]] == []


def test_a_build_that_fails_leaves_the_old_site_as_it_was(project: Path) -> None:
    assert pubs("build", cwd=project).returncode == 0
    before = files_of(project / "site")
    broken = project / "data" / "facts.yml"
    broken.write_text(broken.read_text(encoding="utf-8") + "\nmembers: {number: many}\n", encoding="utf-8")

    done = pubs("build", cwd=project)

    assert done.returncode == 1
    assert "data/facts.yml" in done.stderr
    assert "Traceback" not in done.stderr
    assert files_of(project / "site") == before
    assert [path.name for path in project.glob(".site-*")] == []


def test_a_build_killed_halfway_leaves_the_old_site_and_the_next_build_clears_up(project: Path) -> None:
    assert pubs("build", cwd=project).returncode == 0
    before = files_of(project / "site")
    page = project / "docs" / "sv" / "project.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nEn rad till.\n", encoding="utf-8")
    command = [PUBS, "build"]
    building = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not list(project.glob(".site-*")):
        time.sleep(0.01)
    building.kill()
    building.wait()

    assert files_of(project / "site") == before
    assert pubs("build", cwd=project).returncode == 0
    assert [path.name for path in project.glob(".site-*")] == []


def test_a_build_that_died_between_taking_the_old_site_away_and_putting_the_new_one_there_is_mended(
    tmp_path: Path,
) -> None:
    spare = tmp_path / ".site-old"
    spare.mkdir()
    (spare / "index.html").write_text("old", encoding="utf-8")

    with pytest.raises(OSError, match="disk full"), staging(tmp_path / "site", wait=1):
        raise OSError("disk full")

    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "old"


def test_a_second_build_of_the_same_folder_waits_and_then_says_so(tmp_path: Path) -> None:
    with (
        FileLock(tmp_path / ".site.lock"),
        pytest.raises(PublicationError, match="another build"),
        staging(tmp_path / "site", wait=0.1),
    ):
        pass


def test_warnings_stop_a_strict_build_only(project: Path) -> None:
    page = project / "docs" / "sv" / "project.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[borta](borta.md)\n", encoding="utf-8")

    assert pubs("build", cwd=project).returncode == 0
    strict = pubs("build", "--strict", cwd=project)

    assert strict.returncode == 1
    assert "borta.md" in strict.stderr


def test_the_build_ends_with_each_language_in_numbers_and_the_next_step(project: Path) -> None:
    printed = pubs("build", "--project", project, "--site-dir", project / "web").stdout

    assert "Svenska (sv)" in printed
    assert "translated" in printed
    assert "shown by fallback" in printed
    assert "outdated" in printed
    assert "Next: pubs serve" in printed
    assert os.path.exists(project / "web" / "sv" / "index.html")  # noqa: PTH110 (as a shell would look)
