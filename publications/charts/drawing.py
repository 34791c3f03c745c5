"""A drawing: shapes placed for the narrowest width they must fit, that stretch to any wider one.

Across, a place is a share of the width plus pixels, so that bars grow with the page while letters keep their
size; what fits at the width it was laid out for fits at every wider one. Down, all is in pixels.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from publications.charts.letters import REGULAR, text_width, wrap

# From one line to the next, and how far letters rise above the line they stand on, at a type size of 1.
LEADING, ASCENT = 1.3, 0.864


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text. y: where the first line stands. role: a class of charts.css.

    anchor: start, middle or end, as the language of the chart runs.
    """

    shape: ClassVar[str] = "words"
    lines: tuple[str, ...]
    y: float
    size: float
    weight: int = REGULAR
    role: str = "label"
    percent: float = 0
    x: float = 0
    anchor: str = "start"
    leading: float = LEADING


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, percent_width or width wide.

    gap: what is left free of it on its left, in pixels; on its right, where it is below zero.
    """

    shape: ClassVar[str] = "box"
    y: float
    height: float
    role: str
    percent: float = 0
    x: float = 0
    percent_width: float = 0
    width: float = 0
    gap: float = 0
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A line down from y to y2, or across the whole width where they are the same."""

    shape: ClassVar[str] = "rule"
    y: float
    y2: float
    role: str
    percent: float = 0
    x: float = 0


@dataclass(frozen=True, slots=True)
class Icon:
    """A picture of 24 × 24 at some size.

    part: how much of it is filled, 0 to 1, from its left or, mirrored, from its right.
    """

    shape: ClassVar[str] = "icon"
    path: str
    x: float
    y: float
    size: float
    part: float = 1
    percent: float = 0
    is_mirrored: bool = False

    @property
    def filled(self) -> float:
        return 24 * self.part


Shape = Words | Box | Rule | Icon


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in reading order. width: the least it can be shown at, in pixels."""

    width: int
    height: float
    shapes: tuple[Shape, ...]

    def below(self, words: Words, height: float) -> Drawing:
        """The same, moved down by that height, with words above it."""
        moved = (
            replace(shape, y=shape.y + height, y2=shape.y2 + height)
            if isinstance(shape, Rule)
            else replace(shape, y=shape.y + height)
            for shape in self.shapes
        )
        return Drawing(self.width, self.height + height, (words, *moved))

    def mirrored(self) -> Drawing:
        """The same from right to left."""
        return replace(self, shapes=tuple(map(_mirrored, self.shapes)))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text broken into lines that fit a width, with the height that it takes."""

    lines: tuple[str, ...]
    size: float
    weight: int = REGULAR
    role: str = "label"
    leading: float = LEADING

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * self.leading

    @property
    def width(self) -> float:
        return max((text_width(line, self.size, self.weight) for line in self.lines), default=0)

    def at(self, y: float, percent: float = 0, x: float = 0, anchor: str = "start") -> Words:
        """The words with their upper edge at y."""
        first = y + self.size * (ASCENT + (self.leading - 1) / 2)
        return Words(self.lines, first, self.size, self.weight, self.role, percent, x, anchor, self.leading)


def _mirrored(shape: Shape) -> Shape:
    percent = 100 - shape.percent
    if isinstance(shape, Box):
        return replace(shape, percent=percent - shape.percent_width, x=-shape.x - shape.width, gap=-shape.gap)
    if isinstance(shape, Icon):
        return replace(shape, percent=percent, x=-shape.x - shape.size, is_mirrored=True)
    if isinstance(shape, Rule) and shape.y == shape.y2:
        return shape
    return replace(shape, percent=percent, x=-shape.x)


def paragraph(text: str, width: float, size: float, weight: int = REGULAR, role: str = "label") -> Paragraph:
    """A text, wrapped."""
    return Paragraph(wrap(text, width, size, weight), size, weight, role)


def stacked(
    paragraphs: tuple[Paragraph, ...], y: float, percent: float = 0, x: float = 0
) -> tuple[Words, ...]:
    """Paragraphs one below the other, from y down."""
    words = []
    for part in paragraphs:
        words.append(part.at(y, percent, x))
        y += part.height
    return tuple(words)


def height_of(paragraphs: tuple[Paragraph, ...]) -> float:
    """How high they are together."""
    return sum(part.height for part in paragraphs)
