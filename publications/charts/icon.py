"""Material Design icons (Apache-2.0), out of the bundle that Material for MkDocs brings."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

_DIRECTIONAL = re.compile(
    r"(^|-)(left|right|forward|backward|next|previous|send|undo|redo|reply|share|login|logout|exit|import|export|"
    r"walk|run|bike|car|bus|train|bullhorn|rocket|trending|format-list|gavel|flag-checkered)(-|$)"
)
_PATH = re.compile(r'<path d="([^"]+)"')


def icon_path(name: str) -> str:
    """The path of an icon of 24 × 24 by its MDI name ("account"); "" when there is none of that name."""
    if not re.fullmatch(r"[a-z0-9-]+", name):
        return ""
    file = _folder() / f"{name}.svg"
    found = _PATH.findall(file.read_text(encoding="utf-8")) if file.is_file() else []
    return " ".join(found)


def printed_path(name: str) -> str:
    """The same for paper; a "~" before it says that it is mirrored where the text runs from right to left."""
    path = icon_path(name)
    return f"~{path}" if path and is_directional(name) else path


def is_directional(name: str) -> bool:
    """Whether an icon shows a way along the line, and is mirrored where the text runs from right to left.

    What is told by its shape alone (a clock, a check mark) is not (Material Design, "Bidirectionality").
    """
    return _DIRECTIONAL.search(name) is not None


@lru_cache(maxsize=1)
def icon_names() -> tuple[str, ...]:
    """Every icon that there is."""
    return tuple(sorted(path.stem for path in _folder().glob("*.svg")))


def _folder() -> Path:
    spec = find_spec("material")
    return Path(spec.origin if spec and spec.origin else ".").parent / "templates" / ".icons" / "material"
