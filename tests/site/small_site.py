"""A small site with something of everything, for tests that build it again and again."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import PARTS, ROOT, own_file

CASE = ROOT / "tests/cases/small-site"
SHARED = ("hooks", "data/units.yml", "mkdocs.yml")
LOCALES = ("sv", "it", "en")
_NOT_SHARED = (
    r"        - locale: ro\n(?:          .*\n)+",
    r"(?<=\[en), ro(?=\])",
    r"  footer:\n(?:    - .*\n)+",
)


@dataclass(frozen=True, slots=True)
class SmallSite:
    """Three languages, a few pages, two facts, an infographic; the theme and its words are the engine's."""

    root: Path

    @classmethod
    def make(cls, root: Path) -> SmallSite:
        shutil.copytree(CASE, root)
        for name in SHARED:
            copy(ROOT / name, root / name)
        made = cls(root)
        for pattern in _NOT_SHARED:
            assert made.change("mkdocs.yml", pattern, "")
        return made

    def read(self, name: str) -> str | None:
        """The text of a file below the root, None when there is none."""
        path = self.root / name
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def change(self, name: str, pattern: str, replacement: str) -> bool:
        """Replace the first place that a pattern finds, in a file that the engine ships in the site's own copy.

        Whether there was one.
        """
        own_file(self.root, name)
        old = self.read(name)
        new = old and re.sub(pattern, lambda _: replacement, old, count=1)
        if not new or new == old:
            return False
        self.write(name, new)
        return True

    def move(self, old: str, new: str) -> None:
        """Give a file, if there is one, the place of another."""
        text = self.read(old)
        if text is not None and old != new:
            self.write(new, text)
            (self.root / old).unlink()

    def take_back(self, first: Path) -> None:
        """Make all inputs what they are in another folder, as git does: what is the same is not written again."""
        wanted, found = files_of(first), files_of(self.root)
        for name in found.keys() - wanted.keys():
            (self.root / name).unlink()
        for name, data in wanted.items():
            if found.get(name) != data:
                (self.root / name).parent.mkdir(parents=True, exist_ok=True)
                (self.root / name).write_bytes(data)


def files_of(root: Path) -> dict[str, bytes]:
    """The inputs of a project: path below the root → content."""
    paths = (path for part in PARTS for path in (root / part, *(root / part).rglob("*")))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths if path.is_file()}


def copy(source: Path, target: Path) -> None:
    """Copy a file, or a folder with all that is in it."""
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
