"""A snapshot: the files that a project is made of as they lie on disk now, told apart from those of an earlier run.

Read before anything else is imported: when nothing has changed, nothing else is needed.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from publications.store import Store, digest
from publications.writing import clear_draft

INPUTS = ("mkdocs.yml", "docs", "data", "hooks", "i18n", "theme")
"""What a site is made from, below the project's root."""

_ENVIRONMENT = re.compile(r"!ENV\s*\[?([^\]\n]*)")
_GIT = ("logs/HEAD", "HEAD", "shallow", "FETCH_HEAD", "packed-refs")
# A file that was written while we looked may be written again within the same tick of the disk's clock.
TICK = 50_000_000  # nanoseconds
_KIND = "files"


class FileState(NamedTuple):
    """What the disk says of a file. mtime, ctime: nanoseconds, of its content and of its inode."""

    size: int
    mtime: int
    ctime: int


@dataclass(frozen=True)
class Snapshot:
    """The inputs of a project. files: path below the root, with forward slashes → state, sorted."""

    root: Path
    files: Mapping[str, FileState] = field(repr=False)
    taken: int

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """A fingerprint of each file's content; only what is new or was touched is read."""
        return {path: self._digest(path, state) for path, state in self.files.items()}

    def digest_of(self, *prefixes: str) -> str:
        """One fingerprint of all files whose paths begin so."""
        return digest(*(f"{path}\0{self.digests[path]}" for path in self.files if path.startswith(prefixes)))

    def below(self, folder: str) -> Iterator[str]:
        """The paths in a folder ("docs"), without its name."""
        start = f"{folder}/"
        return (path.removeprefix(start) for path in self.files if path.startswith(start))

    @cached_property
    def signature(self) -> str:
        """Of all that a result can depend on, told without reading more than mkdocs.yml and without importing more."""
        return digest(
            repr(tuple(self.files.items())),
            repr(engine_files()),
            self.environment,
            _day(self.root),
            history_mark(self.root),
        )

    @cached_property
    def environment(self) -> str:
        """The variables that mkdocs.yml asks for (`!ENV`), with their values."""
        names = {
            name.strip(" \"'")
            for found in _ENVIRONMENT.findall(_config(self.root))
            for name in found.split(",")
        }
        return repr(sorted((name, os.environ.get(name, "")) for name in names))

    @property
    def is_settled(self) -> bool:
        """Whether no file was written so lately that a further change of it might go unseen."""
        return all(state.mtime < self.taken - TICK for state in self.files.values())

    def keep(self) -> None:
        """Remember what was read, for the next snapshot."""
        told = {
            path: [*self.files[path], code]
            for path, code in self.digests.items()
            if self.files[path].mtime < self.taken - TICK
        }
        Store(self.root).put(_KIND, {"inputs": json.dumps(told, separators=(",", ":")).encode()})

    @cached_property
    def _known(self) -> Mapping[str, list[object]]:
        """What an earlier run has read: path → [size, mtime, ctime, fingerprint of the content]."""
        kept = Store(self.root).get(_KIND, "inputs")
        known: dict[str, list[object]] = json.loads(kept) if kept else {}
        return known

    def _digest(self, path: str, state: FileState) -> str:
        known = self._known.get(path)
        if known and tuple(known[:-1]) == state:
            return str(known[-1])
        try:
            return digest((self.root / path).read_bytes())
        except OSError:
            return ""  # it is gone again


def take_snapshot(root: Path) -> Snapshot:
    """Look at all files of a project."""
    return Snapshot(root, dict(sorted(_files(root))), time.time_ns())


def files_below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Every file in a folder and its folders, with its path as it is made of `folder`; hidden ones are left out."""
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith(".") or entry.name == "__pycache__":
                        if entry.name.endswith(".draft"):
                            clear_draft(entry.path)
                        continue
                    if entry.is_dir():
                        waiting.append(entry.path)
                    else:
                        yield entry.path, entry.stat()
        except OSError:
            continue  # gone, or not ours to read


def engine_files() -> tuple[tuple[str, int, int], ...]:
    """The modules of this program, by size and time, and the names with versions of all that is installed beside it."""
    rooms = Path(__file__).parent
    own = [(path, stat.st_size, stat.st_mtime_ns) for path, stat in files_below(str(rooms))]
    return tuple(sorted((*own, *((name, 0, 0) for name in _installed()))))


def engine_digest() -> str:
    """The same by content: a copy of the program in another place has the same."""
    rooms = str(Path(__file__).parent)
    own = sorted(path for path, _ in files_below(rooms))
    contents = (f"{path.removeprefix(rooms)}\0".encode() + Path(path).read_bytes() for path in own)
    return digest(*contents, *sorted(_installed()))


def _installed() -> Iterator[str]:
    for folder in {path for path in sys.path if path.endswith("-packages")}:
        yield from (path.name for path in Path(folder).glob("*.dist-info"))


def _files(root: Path) -> Iterator[tuple[str, FileState]]:
    start = f"{root}{os.sep}"
    for name in INPUTS:
        path = root / name
        found: Iterable[tuple[str, os.stat_result]]
        found = [(str(path), path.stat())] if path.is_file() else files_below(str(path))
        for file, stat in found:
            below = file.removeprefix(start).replace(os.sep, "/")
            yield below, FileState(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def _day(root: Path) -> str:
    """Today, where a gate counts days."""
    return datetime.now().astimezone().date().isoformat() if "outdated_days" in _config(root) else ""


def _config(root: Path) -> str:
    try:
        return (root / "mkdocs.yml").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def history_mark(root: Path) -> str:
    """Differs whenever git may know more or less than before; a worktree's `.git` is a file, and gives little."""
    found = []
    for name in _GIT:
        try:
            stat = (root / ".git" / name).stat()
            found.append(f"{stat.st_mtime_ns}:{stat.st_size}")
        except OSError:
            found.append("")
    return "|".join(found)
