"""A project that is built again and again, beside a copy of it that is built for the first time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from publications.commands.cli import main
from tests.conftest import ROOT

NOT_INPUTS = (".cache", "site", ".site.lock")

# Kills itself where a build touches the files of the project for the n-th time: the same place every time.
KILLED = f"""
import os, signal, sys
root, left = sys.argv[1], int(sys.argv[2])
def look(event, arguments):
    global left
    if event in {{"open", "os.rename", "os.link", "os.mkdir", "os.remove", "sqlite3.connect"}}:
        left -= any(root in str(argument) for argument in arguments)
        if left <= 0:
            os.kill(os.getpid(), signal.{signal.SIGKILL.name})
from publications.commands.cli import main
import publications.site.build
sys.addaudithook(look)
main(["build", "--project", root])
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person sees of a build. faults: what `pubs check --json` prints; files: the site, None when there is none."""

    exit_code: int
    faults: str
    files: dict[str, bytes] | None


def pubs(root: Path, *arguments: str) -> tuple[int, str]:
    """Run a command in this process: its exit code, and what it printed."""
    done = CliRunner().invoke(main, [*arguments, "--project", str(root)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout


def built(root: Path) -> Seen:
    """Build the site as it is asked for, and check the project."""
    exit_code, _ = pubs(root, "build")
    return Seen(exit_code, pubs(root, "check", "--json")[1], files_of(root / "site"))


def built_cold(root: Path) -> Seen:
    """The same of a copy that remembers nothing."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / root.name
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns(*NOT_INPUTS))
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("PUBS_POSTERS", str(copy / ".cache" / "posters"))
            return built(copy)


def kill_build(root: Path, *, at: int) -> None:
    """Begin a build, and kill it where it touches the files of the project for the `at`-th time."""
    command = [sys.executable, "-c", KILLED, str(root), str(at)]
    subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )


def files_of(folder: Path) -> dict[str, bytes] | None:
    """Every file below a folder."""
    if not folder.exists():
        return None
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def differences(one: dict[str, bytes] | None, other: dict[str, bytes] | None) -> list[str]:
    """The names of the files that only one of two sites has, or that differ."""
    one, other = one or {}, other or {}
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
