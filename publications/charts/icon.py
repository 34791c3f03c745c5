"""Material Design icons (Apache-2.0), out of the bundle that Material for MkDocs brings."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

_PATH = re.compile(r'<path d="([^"]+)"')


def icon_path(name: str) -> str:
    """The path of an icon of 24 × 24 by its MDI name ("account"); "" when there is none of that name."""
    if not re.fullmatch(r"[a-z0-9-]+", name):
        return ""
    file = _folder() / f"{name}.svg"
    found = _PATH.findall(file.read_text(encoding="utf-8")) if file.is_file() else []
    return " ".join(found)


@lru_cache(maxsize=1)
def icon_names() -> tuple[str, ...]:
    """Every icon that there is."""
    return tuple(sorted(path.stem for path in _folder().glob("*.svg")))


def _folder() -> Path:
    spec = find_spec("material")
    return Path(spec.origin if spec and spec.origin else ".").parent / "templates" / ".icons" / "material"
