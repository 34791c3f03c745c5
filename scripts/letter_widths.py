"""Writes how wide each letter is (publications/charts/letters.json), so that a build reads no font.

Run `python scripts/letter_widths.py` after a font has changed; a test holds the two together.
"""

from __future__ import annotations

import json
from pathlib import Path

from fontTools.ttLib import TTFont

ENGINE = Path(__file__).parent.parent / "publications"
FOLDER = ENGINE / "defaults" / "theme" / "fonts-print"
TARGET = ENGINE / "charts" / "letters.json"
WEIGHTS = {"400": "Regular", "600": "SemiBold", "800": "ExtraBold"}
FAMILIES = ("Inter", "NotoSansArabic", "NotoSansEthiopic")
# Latin, Greek, Cyrillic, Arabic, Ethiopic, Vietnamese, punctuation, currencies, arrows and signs.
RANGES = (
    (0x20, 0x7F),
    (0xA0, 0x530),
    (0x600, 0x700),
    (0x1200, 0x13A0),
    (0x1E00, 0x1F00),
    (0x2000, 0x2300),
    (0x2713, 0x2714),
)


def widths(font: Path) -> dict[str, int]:
    """Letter → its advance width in thousandths of the type size."""
    opened = TTFont(font)
    letters, advances, em = opened.getBestCmap(), opened["hmtx"], opened["head"].unitsPerEm
    wanted = sorted(code for first, end in RANGES for code in range(first, end) if code in letters)
    return {chr(code): round(advances[letters[code]][0] * 1000 / em) for code in wanted}


def table() -> str:
    """The file's text: one line for each weight."""
    lines = (
        f'"{weight}": {json.dumps(_all(name), separators=(",", ":"))}' for weight, name in WEIGHTS.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _all(name: str) -> dict[str, int]:
    """Of all families in one weight; a letter that two have is the first one's."""
    found: dict[str, int] = {}
    for family in FAMILIES:
        found = widths(FOLDER / f"{family}-{name}.ttf") | found
    return found


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8", newline="\n")
