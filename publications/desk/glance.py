"""A glance: a snapshot that reads a file only when it is asked for. Of a large site, the desk asks for few."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from publications.snapshot import TICK, FileState, Snapshot, take_snapshot


def glance(root: Path, known: dict[str, tuple[FileState, str]]) -> Snapshot:
    """Look at all files of a project. known: path → state and fingerprint of what was read before, added to."""
    seen = take_snapshot(root)
    return _Glance(seen.root, seen.files, seen.taken, known)


@dataclass(frozen=True)
class _Glance(Snapshot):
    known: dict[str, tuple[FileState, str]] = field(default_factory=dict, repr=False)

    @cached_property
    def digests(self) -> Mapping[str, str]:
        return _Digests(self)

    def read(self, path: str) -> str:
        """The fingerprint of a file's content."""
        state = self.files[path]
        before, code = self.known.get(path, (None, ""))
        if before != state:
            code = self._digest(path, state)
            if state.mtime < self.taken - TICK:
                self.known[path] = state, code
        return code


class _Digests(Mapping[str, str]):
    """Path → fingerprint, each worked out when it is first asked for."""

    def __init__(self, seen: _Glance) -> None:
        self.seen, self.read = seen, dict[str, str]()

    def __getitem__(self, path: str) -> str:
        if path not in self.read:
            self.read[path] = self.seen.read(path)
        return self.read[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.seen.files)

    def __len__(self) -> int:
        return len(self.seen.files)
