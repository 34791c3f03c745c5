"""The sizes of letters in charts, and the paragraphs that most kinds of chart share."""

from __future__ import annotations

from publications.charts.chart import Point
from publications.charts.drawing import Paragraph, paragraph
from publications.charts.letters import EXTRABOLD, REGULAR, SEMIBOLD

LABEL, DETAIL, VALUE, BIG_VALUE = 15.0, 14.0, 17.0, 24.0


def label_of(point: Point, width: float, size: float = LABEL) -> tuple[Paragraph, ...]:
    """A row's words, and what its other columns say."""
    details = (paragraph(detail, width, DETAIL, REGULAR, "detail") for detail in point.details)
    return (paragraph(point.label, width, size, SEMIBOLD, "label"), *details)


def value_of(point: Point, width: float, size: float = VALUE, role: str = "value") -> Paragraph:
    """A row's number with its unit."""
    return paragraph(point.shown, width, size, EXTRABOLD, role)
