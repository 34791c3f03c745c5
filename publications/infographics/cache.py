"""The cache: files that were made from the same inputs by the same tools are not made again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from publications.writing import write_bytes

FOLDER = ".cache/posters"
_TEMPLATES = ("poster", "components", "fonts-print")
_SUFFIXES = frozenset({".typ", ".ttf"})


@dataclass(frozen=True, slots=True)
class Cache:
    """Files below .cache/posters of a project, named by everything that they are made from."""

    root: Path

    def files(
        self, inputs: str, make: Callable[[], Mapping[str, bytes]], names: tuple[str, ...]
    ) -> Mapping[str, bytes]:
        """What was made of the same inputs before, else what `make` gives now. names: those that it gives."""
        folder = self.root / FOLDER
        key = self._key(inputs)
        paths = {name: folder / f"{key}.{name}" for name in names}
        try:
            return {name: path.read_bytes() for name, path in paths.items()}
        except OSError:
            made = make()
        for name, data in made.items():
            _keep(paths[name], data)
        return made

    def _key(self, inputs: str) -> str:
        digest = hashlib.sha256(_tools(self.root / "theme").encode())
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


def _keep(path: Path, data: bytes) -> None:
    """A folder that cannot be written only costs time."""
    try:
        write_bytes(path, data)
    except OSError:
        return
