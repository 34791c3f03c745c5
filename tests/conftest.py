"""What the tests share: the real site built once, and copies of the project to try things on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from publications.layers import DEFAULTS
from tests.browser.chromium import NoBrowserError, launch
from tests.forked import forked

ROOT = Path(__file__).parent.parent
PUBS = str(Path(sys.executable).with_name("pubs"))
MEMORY = ROOT / ".cache" / "store.sqlite"
PARTS = ("mkdocs.yml", "docs", "hooks", "i18n", "theme", "data")
THEME = DEFAULTS / "theme"


def run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a person would; the test looks at its exit code and what it printed."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=_environment(environment),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def pubs(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command `pubs`, which has nothing to import. `run(PUBS, …)` is the command as it is installed."""
    return forked([str(argument) for argument in arguments], cwd, _environment(environment))


def _environment(added: Mapping[str, str]) -> Mapping[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "COLUMNS": "120", **added}


def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the processes of one run share."""
    run_dir = tmp_path_factory.getbasetemp()
    return run_dir.parent if "PYTEST_XDIST_WORKER" in os.environ else run_dir


def copy_inputs(target: Path) -> Path:
    """Copy all that the site is made of."""
    target.mkdir(parents=True, exist_ok=True)
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, target / name)
    return target


def own_file(root: Path, name: str) -> Path:
    """A file of theme/, data/ or i18n/ that a site lays over the engine's, and that begins as its copy."""
    file = root / name
    if not file.is_file() and (DEFAULTS / name).is_file():
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(DEFAULTS / name, file)
    return file


@pytest.fixture(scope="session", autouse=True)
def posters_made_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What Typst made of the same inputs is shared by all copies of the project, as several checkouts can."""
    os.environ["PUBS_POSTERS"] = str(shared_folder(tmp_path_factory) / "posters")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site as `pubs build --strict` makes it; the test processes share one."""
    site = shared_folder(tmp_path_factory) / "built-site" / "site"
    site.parent.mkdir(exist_ok=True)
    with FileLock(site.with_suffix(".lock")):
        if not site.exists():
            done = pubs("build", "--strict", "--site-dir", site)
            assert done.returncode == 0, done.stderr
    return site


@pytest.fixture
def copy_project(tmp_path: Path, built_site: Path) -> Callable[[], Path]:
    """Make a copy of the project that a test may change. It remembers its pages, as the project of an editor does."""
    assert built_site

    def copy() -> Path:
        target = copy_inputs(tmp_path / "project")
        if MEMORY.is_file():
            (target / ".cache").mkdir()
            shutil.copyfile(MEMORY, target / ".cache" / MEMORY.name)
        return target

    return copy


@pytest.fixture
def project(copy_project: Callable[[], Path]) -> Path:
    """A copy of the project, to be changed."""
    return copy_project()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests. Without one they fail, and say how to get it."""
    with sync_playwright() as playwright:
        try:
            started = launch(playwright)
        except NoBrowserError as error:
            pytest.fail(str(error), pytrace=False)
        yield started
        started.close()
