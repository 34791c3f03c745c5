"""The theme's files that are published."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path


def theme_files(theme_dir: Path) -> Iterator[tuple[str, Path]]:
    """Path below the site's root and file: the assets of our own, and of Material's the one style sheet."""
    for path in sorted((theme_dir / "assets").rglob("*")):
        if path.is_file() and path.suffix != ".md":
            yield path.relative_to(theme_dir).as_posix(), path
    found = find_spec("material")
    for folder in found.submodule_search_locations or () if found else ():
        templates = Path(folder, "templates")
        for sheet in templates.glob("assets/stylesheets/main.*.css"):
            yield sheet.relative_to(templates).as_posix(), sheet
