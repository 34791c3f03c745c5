"""Bars from left to right, each below its words and with its number at its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publications.charts.chart import Chart, Point
from publications.charts.drawing import Box, Drawing, Paragraph, Rule, Shape, height_of, stacked
from publications.charts.type_sizes import label_of, value_of

_BAR, _ABOVE_BAR, _BETWEEN, _BESIDE_VALUE, _RADIUS = 30.0, 6.0, 22.0, 9.0, 3.0
# A value may take half of the width; the bars need the rest.
_VALUE_PART = 0.5


def draw_bars(chart: Chart, width: int) -> Drawing:
    """The bars at a width in pixels; they start at zero, and numbers below it go to the left."""
    scale = _scale(chart, width)
    shapes: list[Shape] = []
    y = 0.0
    for point in chart.points:
        label, value = label_of(point, width), value_of(point, width * _VALUE_PART)
        shapes += stacked(label, y)
        y += height_of(label) + _ABOVE_BAR
        height = max(_BAR, value.height)
        shapes += _row(point, value, scale, y, height)
        y += height + _BETWEEN
    bottom = y - _BETWEEN
    if scale.has_negative:
        shapes.append(Rule(0, bottom, "axis", percent=scale.zero))
    return Drawing(width, bottom, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where zero is and how long a unit, in per cent of the width."""

    zero: float
    unit: float
    has_negative: bool


def _scale(chart: Chart, width: int) -> _Scale:
    """Beside the bars stays room for the widest value on either side."""
    numbers = [float(point.number) for point in chart.points]
    right = _room((point for point in chart.points if point.number >= 0), width)
    left = _room((point for point in chart.points if point.number < 0), width)
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    span = (100 - left - right) / ((high - low) or 1)
    return _Scale(left - low * span, span, low < 0)


def _room(points: Iterator[Point], width: int) -> float:
    widest = max((value_of(point, width * _VALUE_PART).width for point in points), default=0)
    return (widest + _BESIDE_VALUE) * 100 / width if widest else 0


def _row(point: Point, value: Paragraph, scale: _Scale, y: float, height: float) -> Iterator[Shape]:
    length = abs(float(point.number)) * scale.unit
    is_negative = point.number < 0
    start = scale.zero - length if is_negative else scale.zero
    yield Box(y + (height - _BAR) / 2, _BAR, "bar", percent=start, percent_width=length, radius=_RADIUS)
    beside = y + (height - value.height) / 2
    if is_negative:
        yield value.at(beside, start, -_BESIDE_VALUE, "end")
    else:
        yield value.at(beside, start + length, _BESIDE_VALUE)
