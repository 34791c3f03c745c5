"""Lost source texts, looked for in the history of git; as good as the history at hand, and never needed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from publications.translation.version import version_of

_MOST_COMMITS = 300
_SECONDS = 10


def find_in_history(code: str, *, repository: Path, path: str) -> str | None:
    """The text that a file once had and whose version is `code`; None when git cannot tell.

    path: of the file below the repository, with forward slashes; its renames are followed.
    """
    seen: set[str] = set()
    for revision in _revisions(repository, path):
        text = _git(repository, "cat-file", "blob", revision)
        if text is not None and text not in seen:
            seen.add(text)
            if version_of(text).code == code:
                return text
    return None


def _revisions(repository: Path, path: str) -> Iterator[str]:
    """`commit:path` of every state of the file, newest first."""
    log = _git(
        repository,
        *("-c", "core.quotePath=false", "log", "--follow", "--diff-filter=AMR", "--name-only"),
        *(f"--max-count={_MOST_COMMITS}", "--format=commit %H", "--", path),
    )
    commit = ""
    for line in (log or "").splitlines():
        if line.startswith("commit "):
            commit = line.removeprefix("commit ")
        elif line:
            yield f"{commit}:{line}"


def _git(repository: Path, *arguments: str) -> str | None:
    """What git prints; None when there is no git, no repository, no such commit or no time."""
    try:
        done = subprocess.run(  # noqa: S603 (a fixed program, no shell)
            ["git", *arguments],  # noqa: S607 (wherever the person has git)
            cwd=repository,
            capture_output=True,
            check=True,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", errors="replace")
