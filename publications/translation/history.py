"""Lost source texts, looked for in the history of git; as good as the history at hand, and never needed."""

from __future__ import annotations

from pathlib import Path

from publications.repository import Repository
from publications.translation.version import version_of


def find_in_history(code: str, *, repository: Path, path: str) -> str | None:
    """The text that a file once had and whose version is `code`; None when git cannot tell.

    path: of the file below the repository, with forward slashes; its renames are followed.
    """
    git = Repository(repository)
    seen: set[str] = set()
    for past in git.past(path):
        text = git.text(past.revision)
        if text is not None and text not in seen:
            seen.add(text)
            if version_of(text).code == code:
                return text
    return None
