"""Components: the ways in which a section can be drawn, each a folder of theme/components."""

from __future__ import annotations

from pathlib import Path

WEB, POSTER = "web.html", "poster.typ"


def component_names(theme_dir: Path) -> tuple[str, ...]:
    """The components that have both their templates, for the page and for the poster."""
    return tuple(
        sorted(path.parent.name for path in theme_dir.glob(f"components/*/{WEB}") if _is_whole(path.parent))
    )


def _is_whole(folder: Path) -> bool:
    return (folder / POSTER).is_file()
