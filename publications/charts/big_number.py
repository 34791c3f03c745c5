"""One number, as large as it fits, with its words below."""

from __future__ import annotations

from publications.charts.chart import Chart, Point
from publications.charts.drawing import Drawing, Paragraph, Shape, height_of, paragraph, stacked
from publications.charts.letters import EXTRABOLD, text_width, wrap
from publications.charts.type_sizes import BIG_VALUE, VALUE, label_of

_LARGEST, _SMALLEST, _BETWEEN, _LEADING = 72.0, 28.0, 28.0, 1.12


def draw_number(chart: Chart, width: int) -> Drawing:
    """Each row's number at a width in pixels, one below the other; all have the same size."""
    size = min(_size(point, width) for point in chart.points)
    shapes: list[Shape] = []
    y = 0.0
    for point in chart.points:
        words = (*_number(point, size, width), *label_of(point, width, VALUE))
        shapes += stacked(words, y)
        y += height_of(words) + _BETWEEN
    return Drawing(width, y - _BETWEEN, tuple(shapes))


def _size(point: Point, width: int) -> float:
    fitting = width / text_width(point.figures, 1, EXTRABOLD)
    return float(max(_SMALLEST, min(_LARGEST, fitting * 0.98)))


def _number(point: Point, size: float, width: int) -> tuple[Paragraph, ...]:
    lines = wrap(point.figures, width, size, EXTRABOLD)
    figures = Paragraph(lines, size, EXTRABOLD, "figure", _LEADING)
    if not point.unit:
        return (figures,)
    return figures, paragraph(point.unit, width, BIG_VALUE, EXTRABOLD, "value")
