"""Layers: what a site has of its own in theme/, data/ and i18n/, laid over what the engine ships."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from publications.snapshot import files_below
from publications.store import digest
from publications.writing import write_bytes

DEFAULTS = Path(__file__).parent / "defaults"
"""What the engine ships, in the folders that a site has: theme/, data/, i18n/."""

_LAID = ".cache/theme"
_KEPT = 4
"""Themes that were laid before: a build that is running may still read one."""


def theme_folder(root: Path) -> Path:
    """One folder with the whole theme: the engine's files, each replaced by the site's own of the same name.

    A site with files of its own gets a folder named by them all in .cache/, or, where none can be written, among
    the system's temporary files.
    """
    shipped, own = DEFAULTS / "theme", dict(_below(root / "theme"))
    if not own:
        return shipped
    files = dict(_below(shipped)) | own
    stamps = (
        f"{name}\0{file}\0{state.st_mtime_ns}\0{state.st_size}" for name, (file, state) in files.items()
    )
    name = digest(*sorted(stamps))
    for parent in (root / _LAID, Path(tempfile.gettempdir(), "pubs-theme")):
        with suppress(OSError):
            return _laid(parent, name, {name: file for name, (file, _) in files.items()})
    raise PermissionError(13, "no folder for the theme can be written", str(root / _LAID))


def lay_schemas(root: Path) -> None:
    """Put the schemas of data files where an editor's program finds them: data/*.yml name .cache/schema in their first line."""
    for schema in (DEFAULTS / "schema").glob("*.json"):
        target, wanted = root / ".cache" / "schema" / schema.name, schema.read_bytes()
        with suppress(OSError):  # they only help with typing
            if not target.is_file() or target.read_bytes() != wanted:
                write_bytes(target, wanted)


def layered_name(root: Path, file: str) -> str:
    """What a site calls a file of its whole theme ("theme/main.html"); any other below its root by its path there."""
    path = Path(file)
    if path.is_relative_to(root / _LAID):
        return "/".join(("theme", *path.relative_to(root / _LAID).parts[1:]))  # below the name of the whole
    for folder in (DEFAULTS, root):
        if path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return file


def _below(folder: Path) -> Iterator[tuple[str, tuple[str, os.stat_result]]]:
    start = f"{folder}{os.sep}"
    for file, state in files_below(str(folder)):
        yield file.removeprefix(start).replace(os.sep, "/"), (file, state)


def _laid(parent: Path, name: str, files: Mapping[str, str]) -> Path:
    folder = parent / name
    if folder.is_dir():
        return folder
    parent.mkdir(parents=True, exist_ok=True)
    _forget_old(parent)
    with tempfile.TemporaryDirectory(prefix=".", dir=parent) as made:
        for below, file in files.items():
            target = Path(made, name, below)
            target.parent.mkdir(parents=True, exist_ok=True)
            _link(file, target)
        with suppress(FileExistsError, OSError):  # another process was faster
            Path(made, name).rename(folder)
    return folder


def _link(file: str, target: Path) -> None:
    """A second name for a file, which costs nothing; a copy where a disk has no such names."""
    try:
        os.link(file, target)
    except OSError:
        shutil.copy2(file, target)


def _forget_old(parent: Path) -> None:
    laid = [entry for entry in parent.iterdir() if not entry.name.startswith(".")]  # those are being laid
    for folder in sorted(laid, key=lambda entry: entry.stat().st_mtime)[:-_KEPT]:
        shutil.rmtree(folder, ignore_errors=True)
