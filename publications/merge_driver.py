"""The merge driver: what git calls when two people have changed one page, and how a clone is told to call it.

See gitattributes(5), "Defining a custom merge driver".
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from publications.editing.merging import merge
from publications.faults import Fault, PublicationError
from publications.project import Project
from publications.reading.encoding import as_lines, as_typed
from publications.repository import Repository
from publications.writing import write_text

ATTRIBUTES = ".gitattributes"
_NAME = "pages of publications, block by block"
_COMMENT = "# Pages are merged block by block, in each clone that was told so: pubs merge --install"
_FAILED = 128  # from here on, git's exit codes are no number of conflicts


def merge_files(base: Path, ours: Path, theirs: Path, name: str = "") -> bool:
    """Merge three files as git hands them over, into `ours`; whether nothing is left to be decided.

    name: the file's path in the repository, "" when it is not known. What is no page is merged as git would.
    """
    texts = [_text(path) for path in (base, ours, theirs)]
    was, mine, other = texts
    if was is None or mine is None or other is None or not f"{name or 'page.md'}".endswith(".md"):
        return _merged_by_git(base, ours, theirs)
    merged = merge(was, mine, other)
    if (text := merged.marked()) != as_lines(mine):
        write_text(ours, as_typed(text, mine))
    return not merged.conflicts


def _text(path: Path) -> str | None:
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _merged_by_git(base: Path, ours: Path, theirs: Path) -> bool:
    labels = ("-L", "ours", "-L", "base", "-L", "theirs")
    command = ["git", "merge-file", *labels, str(ours), str(base), str(theirs)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")  # noqa: S603 (no shell)
    if not 0 <= done.returncode < _FAILED:
        message = f"cannot be merged ({done.stderr.strip()}). Both texts are kept: choose with git checkout --ours, or --theirs."
        raise PublicationError(Fault(str(ours), 0, message))
    return done.returncode == 0


@dataclass(frozen=True, slots=True)
class Setup:
    """What a clone lacks. attributes: the new text of .gitattributes, None when it is as it should be.

    settings: of this clone, by name; told: what is left as it was.
    """

    attributes: str | None
    line: str
    settings: tuple[tuple[str, str], ...]
    told: tuple[Fault, ...] = ()


def setup_of(project: Project) -> Setup:
    """Compare a clone with one that merges pages block by block. A folder that is in no repository is a PublicationError."""
    git = Repository(project.root)
    if git.ask("rev-parse", "--git-dir") is None:
        raise PublicationError(Fault(str(project.root), 0, "is in no repository of git. Begin one: git init"))
    docs = project.docs_dir.relative_to(project.root).as_posix()
    line = f"{docs}/**/*.md merge=pubs"
    asked = git.ask("check-attr", "merge", "--", f"{docs}/en/page.md") or ""
    value = asked.rpartition(": ")[2].strip()
    attributes = _with_line(project.root / ATTRIBUTES, line) if value == "unspecified" else None
    return Setup(attributes, line, tuple(_settings(git)), tuple(_told(value, line)))


def set_up(project: Project, setup: Setup) -> None:
    """Give a clone what it lacks."""
    if setup.attributes is not None:
        write_text(project.root / ATTRIBUTES, setup.attributes)
    git = Repository(project.root)
    for name, value in setup.settings:
        if git.ask("config", "--local", name, value) is None:
            message = f"cannot be written to. Run it yourself: git config {name} {shlex.quote(value)}"
            raise PublicationError(Fault(".git/config", 0, message))


def _with_line(path: Path, line: str) -> str:
    text = path.read_bytes().decode("utf-8") if path.is_file() else ""
    end = "\r\n" if "\r\n" in text else "\n"
    between = end if text and not text.endswith("\n") else ""
    return f"{text}{between}{_COMMENT}{end}{line}{end}"


def _settings(git: Repository) -> Iterator[tuple[str, str]]:
    for name, value in (("merge.pubs.name", _NAME), ("merge.pubs.driver", _driver())):
        if (git.ask("config", "--local", "--get", name) or "").rstrip("\n") != value:
            yield name, value


def _driver() -> str:
    """The command of this environment; where that is gone one day, git merges as it would without."""
    pubs = shlex.quote(Path(sys.executable).with_name("pubs").as_posix())
    return f"if [ -x {pubs} ]; then {pubs} merge %O %A %B %P; else git merge-file %A %O %B; fi"


def _told(value: str, line: str) -> Iterator[Fault]:
    if value not in ("pubs", "unspecified"):
        message = f"says merge: {value} of pages, and was left as it is. For merging by blocks, write: {line}"
        yield Fault(ATTRIBUTES, 0, message)
