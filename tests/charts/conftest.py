"""What the tests of charts share: a site with every kind of chart in every language."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, copy_inputs, pubs

PAGES = ROOT / "tests" / "cases" / "charts" / "pages"


@pytest.fixture(scope="session")
def chart_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the page charts.md in every language, and one text in Swedish only."""
    project = copy_inputs(tmp_path_factory.mktemp("charts") / "project")
    for page in PAGES.glob("*.md"):
        shutil.copy2(page, project / "docs" / page.stem / "charts.md")
    shutil.copy2(PAGES / "sv.md", project / "docs" / "sv" / "swedish-charts.md")
    return project


@pytest.fixture(scope="session")
def chart_site(chart_project: Path) -> Path:
    """That site, built."""
    return build(chart_project, "site")


def build(project: Path, name: str) -> Path:
    """Build a site below the project."""
    site = project / name
    done = pubs("build", "--site-dir", site, cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    return site
