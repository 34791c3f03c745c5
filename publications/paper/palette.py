"""The palette: the colours of the theme's style sheets by day, for paper and pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

_SHEETS = ("identity.css", "charts.css")
_COLOUR = re.compile(
    r"--(?P<name>[\w-]+):\s*(?:light-dark\(\s*)?(?P<light>#[0-9a-f]{6})(?:\s*,\s*(?P<dark>#[0-9a-f]{6})\s*\))?;",
    re.IGNORECASE,
)


def read_palette(theme_dir: Path, *, dark: bool = False) -> Mapping[str, str]:
    """Name, as in `--coral` or `--chart-bar` ("coral", "chart-bar"), → colour, as #f4775c."""
    found: dict[str, str] = {}
    for sheet in _SHEETS:
        css = (theme_dir / "assets" / "stylesheets" / sheet).read_text(encoding="utf-8")
        for match in _COLOUR.finditer(css):
            found[match["name"]] = match["dark"] if dark and match["dark"] else match["light"]
    return MappingProxyType(found)
