"""The stage: the new site while it is put together; what has not changed is the old site's file under a second name."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from publications.store import Store, digest

_KIND = "sites"


class MadeFile(NamedTuple):
    """A file as it was published: a fingerprint of its bytes, and what the disk said of it."""

    digest: str
    size: int
    mtime: int


@dataclass(frozen=True, slots=True)
class MadeSite:
    """What an earlier build has left in a folder.

    files: path below the site's root → file; pages: "locale/page" → [key, its paths …]; search: locale → key.
    """

    files: Mapping[str, MadeFile] = field(default_factory=dict)
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    search: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Path, site_dir: Path) -> MadeSite:
        kept = Store(root).get(_KIND, str(site_dir))
        if kept is None:
            return cls()
        files, pages, search = json.loads(kept)
        return cls(
            {name: MadeFile(*values) for name, values in files.items()},
            {name: tuple(values) for name, values in pages.items()},
            {name: tuple(values) for name, values in search.items()},
        )

    def keep(self, root: Path, site_dir: Path) -> None:
        values = json.dumps([self.files, self.pages, self.search], separators=(",", ":"))
        Store(root).put(_KIND, {str(site_dir): values.encode()})


@dataclass(frozen=True, slots=True)
class Stage:
    """folder: where the new site grows; old_dir: the site that it will take the place of; old: what lies there."""

    folder: Path
    old_dir: Path
    old: MadeSite
    _folders: set[str] = field(default_factory=set, repr=False)

    def write(self, name: str, data: bytes) -> MadeFile:
        """Put a file there; one whose bytes are the old site's is not written again."""
        code = digest(data)
        known = self.old.files.get(name)
        if known and known.digest == code and self.take_over([name]):
            return known
        place = self._place(name)
        place.write_bytes(data)
        stat = place.stat()
        return MadeFile(code, stat.st_size, stat.st_mtime_ns)

    def copy(self, name: str, source: Path, code: str) -> MadeFile:
        """The same of a file that lies elsewhere. code: fingerprint of its content."""
        known = self.old.files.get(name)
        if known and known.digest == code and self.take_over([name]):
            return known
        place = self._place(name)
        shutil.copyfile(source, place)
        stat = place.stat()
        return MadeFile(code, stat.st_size, stat.st_mtime_ns)

    def take_over(self, names: Iterable[str]) -> bool:
        """Give the old site's files a second name here; False when one of them is not what was published."""
        found = tuple(names)
        if not all(map(self._is_intact, found)):
            return False
        for name in found:
            place, old = self._place(name), f"{self.old_dir}{os.sep}{name}"
            try:
                os.link(old, place)
            except FileExistsError:
                continue  # shared with what was taken over before
            except OSError:  # a disk that knows no second names
                shutil.copy2(old, place)
        return True

    def made(self, name: str) -> MadeFile:
        """A file that something else has put there."""
        stat = (self.folder / name).stat()
        return MadeFile("", stat.st_size, stat.st_mtime_ns)

    def _is_intact(self, name: str) -> bool:
        known = self.old.files.get(name)
        try:
            stat = os.stat(f"{self.old_dir}{os.sep}{name}")  # noqa: PTH116 (as above)
        except OSError:
            return False
        return known is not None and (stat.st_size, stat.st_mtime_ns) == (known.size, known.mtime)

    def _place(self, name: str) -> Path:
        """Where a file belongs, in a folder that is there; most share one with another, which is asked for once."""
        place = self.folder / name
        folder = os.path.dirname(place)  # noqa: PTH120 (a site has thousands)
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            self._folders.add(folder)
        return place
