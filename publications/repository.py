"""The repository: git, asked where there is one; whoever has none is told less and hindered in nothing."""

from __future__ import annotations

import getpass
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_SECONDS = 30
_MOST_COMMITS = 300


@dataclass(frozen=True, slots=True)
class Past:
    """A file as a commit left it. revision: "commit:path", by which git finds the text; day: of the commit."""

    revision: str
    day: date


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that a folder lies in, if it lies in one."""

    folder: Path

    def ask(self, *arguments: str, given: str | None = None) -> str | None:
        """What git prints; None when there is no git, no repository, no such commit or no time."""
        try:
            done = subprocess.run(  # noqa: S603 (a fixed program, no shell)
                ["git", "-c", "core.quotePath=false", *arguments],  # noqa: S607 (wherever the person has git)
                cwd=self.folder,
                input=None if given is None else given.encode(),
                stdin=subprocess.DEVNULL if given is None else None,
                capture_output=True,
                check=True,
                timeout=_SECONDS,
            )
        except (OSError, subprocess.SubprocessError):
            return None
        return done.stdout.decode("utf-8", errors="replace")

    @property
    def user(self) -> str:
        """Who sits here, as git knows them; without git, as the machine does."""
        return (self.ask("config", "user.name") or getpass.getuser()).strip()

    def past(self, path: str) -> Iterator[Past]:
        """Every state of a file, newest first; its renames are followed. path: below the folder, with slashes."""
        log = self.ask(
            *("log", "--follow", "--diff-filter=AMR", "--name-only", f"--max-count={_MOST_COMMITS}"),
            *("--format=commit %H %cs", "--", path),
        )
        commit, day = "", date.min
        for line in (log or "").splitlines():
            if line.startswith("commit "):
                _, commit, written = line.split(" ")
                day = date.fromisoformat(written)
            elif line:
                yield Past(f"{commit}:{line}", day)

    def text(self, revision: str) -> str | None:
        """The text of "commit:path"."""
        return self.ask("cat-file", "blob", revision)
