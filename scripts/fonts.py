"""Makes the font files of the theme, each with the letters that stylesheets/fonts.css names for its family.

For the web, one file for each `unicode-range`; for paper, three weights of each family.
Run `python scripts/fonts.py FONT…` with variable fonts; theme/assets/fonts/README.md says where they are from.
"""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

THEME = Path(__file__).parent.parent / "publications" / "defaults" / "theme"
WEB, PRINT = THEME / "assets" / "fonts", THEME / "fonts-print"
SHEET = THEME / "assets" / "stylesheets" / "fonts.css"
FACE = re.compile(
    r'font-family: "(?P<family>[^"]+)";\s*src: url\("\.\./fonts/(?P<name>[\w-]+\.woff2)"[^}]*unicode-range:(?P<range>[^;]*);'
)
WEIGHTS, SIZE_OF_TEXT = (400, 800), 14
ON_PAPER = {"Regular": 400, "SemiBold": 600, "ExtraBold": 800}
# Kerning, marks, the joined forms of letters, and what a language or a figure in a column needs.
FEATURES = [
    "kern",
    "mark",
    "mkmk",
    "ccmp",
    "locl",
    "calt",
    "rlig",
    "liga",
    "init",
    "medi",
    "fina",
    "isol",
    "tnum",
]


def subset(font: bytes, letters: str, flavor: str | None) -> bytes:
    """A font of these letters ("U+20-7E, U+A0"), as WOFF2 or, without a flavour, as TrueType."""
    options = Options(
        layout_features=FEATURES, hinting=False, notdef_outline=True, name_IDs=[1, 2, 4, 6, 16, 17]
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(re.sub(r"\s", "", letters)))
    opened = TTFont(BytesIO(font), recalcTimestamp=False)
    subsetter.subset(opened)
    return _saved(opened, flavor)


def make(font: Path) -> None:
    """Write all files of one family."""
    family = str(TTFont(font)["name"].getBestFamilyName())
    faces = [face for face in FACE.finditer(SHEET.read_text(encoding="utf-8")) if face["family"] == family]
    for face in faces:
        (WEB / face["name"]).write_bytes(subset(_instance(font, WEIGHTS), face["range"], "woff2"))
    letters = ",".join(face["range"] for face in faces)
    for name, weight in ON_PAPER.items():
        file = PRINT / f"{family.replace(' ', '')}-{name}.ttf"
        file.write_bytes(subset(_instance(font, weight), letters, None))


def _instance(font: Path, weight: int | tuple[int, int]) -> bytes:
    """A font with one weight, or a range of them, at the size of text."""
    opened = TTFont(font, recalcTimestamp=False)
    axes = {axis.axisTag for axis in opened["fvar"].axes}
    limits = {"wght": weight, "opsz": SIZE_OF_TEXT, "wdth": 100}
    return _saved(
        instantiateVariableFont(
            opened,
            {tag: limit for tag, limit in limits.items() if tag in axes},
            updateFontNames=isinstance(weight, int),
        )
    )


def _saved(font: TTFont, flavor: str | None = None) -> bytes:
    font.flavor = flavor
    target = BytesIO()
    font.save(target)
    return target.getvalue()


if __name__ == "__main__":
    for name in sys.argv[1:]:
        make(Path(name))
