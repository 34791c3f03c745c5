"""A layout: which section of a publication is drawn how, the same in every language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """The sheet that a poster is made for."""

    A4 = "a4"


class Colour(StrEnum):
    """A role of the theme's palette: a quiet ground for text and a strong colour for shapes."""

    MARIGOLD = "marigold"
    CORAL = "coral"
    LILAC = "lilac"
    SKY = "sky"
    MINT = "mint"
    PETROL = "petrol"


CYCLE = (Colour.MARIGOLD, Colour.CORAL, Colour.LILAC, Colour.SKY, Colour.MINT)
"""The colours of sections and parts of which nothing is said, in turn."""


class Width(StrEnum):
    """How much of a poster's width a section takes; those that fill a row together stand side by side."""

    FULL = "full"
    THREE_QUARTERS = "three-quarters"
    TWO_THIRDS = "two-thirds"
    HALF = "half"
    THIRD = "third"
    QUARTER = "quarter"

    @property
    def part(self) -> float:
        """Of the whole, 0 to 1."""
        return _PARTS[self]


_PARTS = {
    Width.FULL: 1.0,
    Width.THREE_QUARTERS: 3 / 4,
    Width.TWO_THIRDS: 2 / 3,
    Width.HALF: 1 / 2,
    Width.THIRD: 1 / 3,
    Width.QUARTER: 1 / 4,
}


@dataclass(frozen=True, slots=True)
class PartLayout:
    """How one part of a section, a heading of the third level, is drawn.

    icon: an MDI name, "" for none; period: a fact's id, "" for none; line: of the layout file, counted from 1.
    id: of its heading; of an item of a list or a row of a table, its number ("1").
    """

    id: str
    icon: str
    colour: Colour
    period: str
    line: int


class Piece(StrEnum):
    """What of a section's text is drawn by itself: its first list, its first table."""

    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class SectionLayout:
    """How one section, a heading of the second level, is drawn; or a piece of it, whose id is the kind of piece.

    component: a folder of theme/components; share: of the poster's height, against the other sections'.
    """

    id: str
    component: str
    colour: Colour
    icon: str
    width: Width
    share: float
    parts: tuple[PartLayout, ...]
    line: int
    pieces: tuple[SectionLayout, ...] = ()

    def part(self, part_id: str) -> PartLayout | None:
        return next((part for part in self.parts if part.id == part_id), None)


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of one publication; its sections stand in the order in which they are read.

    page: whose layout it is; path: the file's, below the project's root, be it there or not.
    is_sheet: whether it fills one sheet, so that all of the text must have its place; else the text flows.
    """

    page: str
    path: str
    sections: tuple[SectionLayout, ...]
    paper: Paper = Paper.A4
    is_sheet: bool = False

    def section(self, section_id: str) -> SectionLayout | None:
        return next((section for section in self.sections if section.id == section_id), None)


def layout_path(page: str) -> str:
    """Where a publication's layout lies: "data/infographics/city-strategies.yml"; "" for pages that can have none."""
    section, _, name = page.removesuffix(".md").partition("/")
    return f"data/{section}/{name}.yml" if name not in ("", "index") and "/" not in name else ""
