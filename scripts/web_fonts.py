"""Makes the font files that stylesheets/fonts.css names, each with the letters of its `unicode-range`.

Run `python scripts/web_fonts.py "Inter[opsz,wght].ttf"`; README.md says where that font is from.
"""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ASSETS = Path(__file__).parent.parent / "publications" / "defaults" / "theme" / "assets"
FOLDER, SHEET = ASSETS / "fonts", ASSETS / "stylesheets" / "fonts.css"
FACE = re.compile(r'fonts/(?P<name>[\w-]+\.woff2)"[^}]*unicode-range:(?P<range>[^;]*);')
WEIGHTS, SIZE_OF_TEXT = (400, 800), 14
# Kerning, marks, and what a language or a figure in a column needs; what no style sheet asks for is left out.
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "calt", "tnum"]


def subset(font: bytes, letters: str) -> bytes:
    """A font of these letters ("U+20-7E, U+A0") as WOFF2."""
    options = Options(layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=[1, 2])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(re.sub(r"\s", "", letters)))
    opened = TTFont(BytesIO(font), recalcTimestamp=False)
    subsetter.subset(opened)
    return _saved(opened, "woff2")


def _saved(font: TTFont, flavor: str | None = None) -> bytes:
    font.flavor = flavor
    target = BytesIO()
    font.save(target)
    return target.getvalue()


if __name__ == "__main__":
    whole = TTFont(sys.argv[1], recalcTimestamp=False)
    at_text_size = _saved(instantiateVariableFont(whole, {"opsz": SIZE_OF_TEXT, "wght": WEIGHTS}))
    for face in FACE.finditer(SHEET.read_text(encoding="utf-8")):
        (FOLDER / face["name"]).write_bytes(subset(at_text_size, face["range"]))
