"""The cache: files that were made from the same inputs by the same tools are not made again."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from publications.project import Project
from publications.store import digest

FOLDER = ".cache/posters"
_MARK = len(digest())
_SECONDS_KEPT = 30 * 24 * 3600
_TEMPLATES = ("poster", "newsletter", "email", "components", "fonts-print")
_SUFFIXES = frozenset({".typ", ".ttf"})


@dataclass(frozen=True, slots=True)
class Cache:
    """Files below .cache/posters of a project, named by everything that they are made from.

    The variable PUBS_POSTERS names another folder, which several checkouts can share.
    """

    project: Project

    @property
    def folder(self) -> Path:
        return Path(os.environ.get("PUBS_POSTERS") or self.project.root / FOLDER)

    def files(
        self, inputs: str, make: Callable[[], Mapping[str, bytes]], names: tuple[str, ...]
    ) -> Mapping[str, bytes]:
        """What was made of the same inputs before, else what `make` gives now. names: those that it gives."""
        key = self._key(inputs)
        paths = {name: self.folder / f"{key}.{name}" for name in names}
        known = {name: data for name, path in paths.items() if (data := kept(path)) is not None}
        if len(known) == len(names):
            return known
        made = make()
        for name, data in made.items():
            keep(paths[name], data)
        return made

    def prune(self) -> None:
        """Forget what was made long ago; what is still asked for is made again."""
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.stat().st_mtime < time.time() - _SECONDS_KEPT:
                    Path(entry.path).unlink(missing_ok=True)

    def _key(self, inputs: str) -> str:
        digest = hashlib.sha256(_tools(self.project.theme_dir).encode())
        digest.update(inputs.encode())
        return digest.hexdigest()[:32]


def _tools(theme_dir: Path) -> str:
    """The version of Typst, and the name, size and time of each template and font."""
    files = sorted(
        path for name in _TEMPLATES for path in (theme_dir / name).rglob("*") if path.suffix in _SUFFIXES
    )
    stamps = tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files)
    return _fingerprint(stamps)


@lru_cache(maxsize=8)
def _fingerprint(stamps: tuple[tuple[str, int, int], ...]) -> str:
    """Of the contents: a copy of the same templates gives the same."""
    contents = (hashlib.sha256(Path(path).read_bytes()).hexdigest() for path, _, _ in stamps)
    return " ".join((version("typst"), *contents))


def kept(path: Path) -> bytes | None:
    """What was kept there; None when it is not there, or not whole."""
    try:
        mark, data = (whole := path.read_bytes())[:_MARK], whole[_MARK:]
    except OSError:
        return None
    return data if mark == digest(data).encode() else None


def keep(path: Path, data: bytes) -> None:
    """A folder that cannot be written only costs time."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(digest(data).encode() + data)
