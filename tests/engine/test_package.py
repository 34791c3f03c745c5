"""The engine as others get it: a wheel and a source distribution that need no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

from tests.conftest import ROOT, run

BUILD = "import sys; from setuptools import build_meta; getattr(build_meta, sys.argv[1])(sys.argv[2])"


def test_a_wheel_in_an_empty_environment_makes_a_site_with_no_checkout_in_sight(tmp_path: Path) -> None:
    source = tmp_path / "source"
    listed = run(
        "git", "ls-files", "-co", "--exclude-standard", "publications", "pyproject.toml", "README.md"
    )
    for name in listed.stdout.splitlines():
        target = source / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    for kind in ("build_sdist", "build_wheel"):
        built = run(sys.executable, "-c", BUILD, kind, tmp_path / "dist", cwd=source)
        assert built.returncode == 0, built.stderr[-2000:]
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    (sdist,) = (tmp_path / "dist").glob("*.tar.gz")
    inside = set(zipfile.ZipFile(wheel).namelist())
    assert {name.partition("/")[0] for name in inside if not name.startswith("project_publications")} == {
        "publications"
    }
    with tarfile.open(sdist) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    for name in (
        "defaults/theme/main.html",
        "defaults/i18n/locale/ti/LC_MESSAGES/site.po",
        "starter/site/dot-gitignore",
    ):
        assert f"publications/{name}" in inside
        assert f"publications/{name}" in packed

    python = empty_environment(tmp_path / "empty", wheel)
    pubs = python.with_name("pubs")
    work = tmp_path / "work"
    work.mkdir()
    elsewhere = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    commands: tuple[list[str | Path], ...] = (
        [pubs, "new-site", "site", "--languages", "mt,ar", "--name", "Harbours"],
        [pubs, "check", "--strict", "--project", "site"],
        [pubs, "build", "--strict", "--project", "site"],
    )
    for command in commands:
        done = subprocess.run(
            command, cwd=work, env=elsewhere, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert (work / "site/site/ar/infographics/from-idea-to-result.pdf").is_file()
    where = subprocess.run(
        [python, "-c", "import publications; print(publications.__file__)"],
        cwd=work,
        env=elsewhere,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert str(tmp_path / "empty") in where.stdout


def empty_environment(folder: Path, wheel: Path) -> Path:
    """An environment with the wheel alone; what it depends on is taken from this one, which has no wheel of it."""
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    python = folder / "bin" / "python"
    done = run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        wheel,
    )
    assert done.returncode == 0, done.stderr
    packages = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").stdout.strip()
    Path(packages, "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python
