"""What the tests of the engine share: the second site, in Greek, Finnish and Arabic, built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from tests.conftest import ROOT, pubs, shared_folder

EXAMPLE = ROOT / "examples" / "open-harbours"


def copy_example(target: Path) -> Path:
    """The second site, to be built or changed."""
    shutil.copytree(EXAMPLE, target, ignore=shutil.ignore_patterns(".cache", "site", ".site*", "__pycache__"))
    return target


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second site as `pubs build --strict` makes it; the test processes share one."""
    root = shared_folder(tmp_path_factory) / "open-harbours"
    with FileLock(root.with_suffix(".lock")):
        if not root.exists():
            copy_example(root)
            done = pubs("build", "--strict", cwd=root)
            assert done.returncode == 0, done.stderr
    return root / "site"
