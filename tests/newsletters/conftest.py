"""What the tests of newsletters share: the project with its newsletter in all four languages, built once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from filelock import FileLock
from PIL import Image

from publications.newsletters.issue import Issue
from publications.project import load_project
from publications.site.live import LiveSite
from tests.conftest import ROOT, copy_inputs, pubs, shared_folder

CASES = ROOT / "tests" / "cases" / "newsletters"
LOCALES = ("sv", "ro", "it", "en")
MAY = "newsletters/2021-05.md"


def fill(root: Path) -> Path:
    """A copy of the project in which no newsletter is missing."""
    copy_inputs(root)
    for locale in ("ro", "it"):
        shutil.copy(CASES / f"2021-05.{locale}.md", root / "docs" / locale / MAY)
    shutil.copy(CASES / "rich.md", root / "docs/sv/newsletters/rich.md")
    return root


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The filled project with its site, shared by the test processes; nobody changes it."""
    root = shared_folder(tmp_path_factory) / "filled-project"
    with FileLock(root.with_suffix(".lock")):
        if not root.exists():
            done = pubs("build", "--strict", "--project", fill(root))
            assert done.returncode == 0, done.stderr + done.stdout
    return root


@pytest.fixture
def a_copy(filled: Path, tmp_path: Path) -> Path:
    """The filled project with what it remembers, to be changed."""
    return Path(shutil.copytree(filled, tmp_path / "project"))


@pytest.fixture(scope="session")
def issue_in(filled: Path) -> Callable[..., Issue]:
    return lambda locale, page=MAY: issue_of(filled, locale, page)


def issue_of(root: Path, locale: str, page: str = MAY) -> Issue:
    site = LiveSite.read(load_project(root))
    return site.renderer.issue(page, locale, site.content(page, locale))


@pytest.fixture(scope="session")
def noise() -> bytes:
    """A photograph that nothing can pack: 3,000 × 2,600 pixels, more than 20 MB."""
    made = BytesIO()
    pixels = Random(1).randbytes(3000 * 2600 * 3)
    Image.frombytes("RGB", (3000, 2600), pixels).save(made, "PNG", compress_level=1)
    return made.getvalue()
