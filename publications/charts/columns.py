"""Columns from left to right in the order of time; where they are too narrow for their words, bars instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publications.charts.bars import draw_bars
from publications.charts.chart import Chart, Point
from publications.charts.drawing import Box, Drawing, Paragraph, Rule, Shape, paragraph
from publications.charts.letters import SEMIBOLD
from publications.charts.type_sizes import LABEL, value_of

_HEIGHT, _PART, _GAP, _RADIUS = 220.0, 0.66, 6.0, 3.0
_MOST_LINES = 3
# Years that are missing leave a gap, but not more of them than there are columns.
_MOST_GAPS = 2


def draw_columns(chart: Chart, width: int) -> Drawing:
    """The columns at a width in pixels."""
    slots = _slots(chart.points)
    slot = width / slots.count
    labels = [paragraph(point.label, slot - _GAP, LABEL, SEMIBOLD) for point in chart.points]
    values = [value_of(point, slot - _GAP) for point in chart.points]
    if not all(_fits(point, slot) for point in chart.points):
        return draw_bars(chart, width)
    scale = _scale(chart, max(value.height for value in values) + _GAP)
    shapes: list[Shape] = []
    for point, value, place in zip(chart.points, values, slots.places, strict=True):
        shapes += _column(point, value, (place + 0.5) * 100 / slots.count, 100 / slots.count, scale)
    shapes.append(Rule(scale.zero, scale.zero, "axis"))
    for label, place in zip(labels, slots.places, strict=True):
        shapes.append(label.at(scale.bottom + _GAP, (place + 0.5) * 100 / slots.count, 0, "middle"))
    height = scale.bottom + _GAP + max(label.height for label in labels)
    return Drawing(width, height, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Slots:
    """How many columns have room beside each other, and in which of them each stands."""

    count: int
    places: tuple[int, ...]


def _slots(points: tuple[Point, ...]) -> _Slots:
    """One for each row; where all labels are years, one for each year."""
    count = len(points)
    if all(point.label.isdigit() and len(point.label) == 4 for point in points):  # noqa: PLR2004 (a year)
        years = [int(point.label) for point in points]
        span = years[-1] - years[0] + 1
        if years == sorted(set(years)) and span <= count * _MOST_GAPS:
            return _Slots(span, tuple(year - years[0] for year in years))
    return _Slots(count, tuple(range(count)))


def _fits(point: Point, slot: float) -> bool:
    """Whether no word must be broken, and the value stands in one line."""
    one_line = paragraph(point.label, 10_000, LABEL, SEMIBOLD)
    words = [paragraph(word, 10_000, LABEL, SEMIBOLD).width for word in point.label.split()]
    label = paragraph(point.label, slot - _GAP, LABEL, SEMIBOLD)
    value = value_of(point, 10_000)
    is_short = len(label.lines) <= _MOST_LINES and max(words, default=one_line.width) <= slot - _GAP
    return is_short and value.width <= slot - _GAP


@dataclass(frozen=True, slots=True)
class _Scale:
    """zero: where the columns start; unit: the height of one; bottom: of the space for columns and values."""

    zero: float
    unit: float
    bottom: float


def _scale(chart: Chart, value_height: float) -> _Scale:
    numbers = [float(point.number) for point in chart.points]
    low, high = min(0.0, *numbers), max(0.0, *numbers)
    unit = _HEIGHT / ((high - low) or 1)
    zero = value_height + high * unit
    return _Scale(zero, unit, zero - low * unit + (value_height if low < 0 else 0))


def _column(point: Point, value: Paragraph, middle: float, slot: float, scale: _Scale) -> Iterator[Shape]:
    height = abs(float(point.number)) * scale.unit
    is_negative = point.number < 0
    top = scale.zero if is_negative else scale.zero - height
    width = slot * _PART
    yield Box(top, height, "bar", percent=middle - width / 2, percent_width=width, radius=_RADIUS)
    above = top + height + _GAP if is_negative else top - _GAP - value.height
    yield value.at(above, middle, 0, "middle")
