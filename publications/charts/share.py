"""Parts of a whole: one bar that is the whole, its parts from the left, each with a flag or a key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from publications.charts.chart import Chart, Point
from publications.charts.drawing import Box, Drawing, Paragraph, Rule, Shape, height_of, paragraph, stacked
from publications.charts.type_sizes import BIG_VALUE, LABEL, label_of, value_of
from publications.language.numbers import number_text, rounded

_BAR, _GAP, _INSIDE = 44.0, 2.0, 5.0
_BESIDE_POLE, _BETWEEN, _ABOVE_BAR = 11.0, 16.0, 14.0
_KEY, _BESIDE_KEY = 14.0, 10.0
# A flag needs so much room to the right of its part; else all have keys below the bar.
_LEAST_FLAG = 150.0


def draw_share(chart: Chart, width: int) -> Drawing:
    """The bar at a width in pixels. What is left of the whole is outlined."""
    parts = tuple(_parts(chart))
    has_flags = all(
        width * (1 - part.start / 100) - _BESIDE_POLE >= _LEAST_FLAG for part in parts if not part.is_rest
    )
    return _with_flags(parts, width) if has_flags else _with_keys(parts, width)


@dataclass(frozen=True, slots=True)
class _Part:
    """start, length: in per cent of the whole."""

    point: Point
    start: float
    length: float
    role: str
    is_rest: bool = False

    def words(self, width: float) -> tuple[Paragraph, ...]:
        return (value_of(self.point, width, BIG_VALUE), *label_of(self.point, width))


def _parts(chart: Chart) -> Iterator[_Part]:
    start = Decimal(0)
    for index, point in enumerate(chart.points):
        length = point.number * 100 / chart.whole
        yield _Part(point, float(start), float(length), f"part-{index % 4 + 1}")
        start += length
    left = chart.whole - sum(point.number for point in chart.points)
    if left > 0:
        rest = Point(chart.rest, left, _rest_text(chart, left))
        yield _Part(rest, float(start), float(100 - start), "track", is_rest=True)


def _rest_text(chart: Chart, left: Decimal) -> str:
    """The number that no cell has, in the form of those that have one."""
    first = chart.points[0]
    sign = re.sub(r".*\d", "", first.figures)
    return f"{number_text(rounded(left, _decimals(chart)), chart.locale)}{sign} {first.unit}".rstrip()


def _decimals(chart: Chart) -> int:
    exponents = (point.number.as_tuple().exponent for point in chart.points)
    return max(-exponent for exponent in exponents if isinstance(exponent, int)) if chart.points else 0


def _with_flags(parts: tuple[_Part, ...], width: int) -> Drawing:
    """A pole on each part, its words to the right of it; the first is the highest, so that none cross."""
    shapes: list[Shape] = []
    poles: list[tuple[_Part, float]] = []
    y = 0.0
    for part in parts:
        if part.is_rest:
            continue
        words = part.words(width * (1 - part.start / 100) - _BESIDE_POLE - _GAP)
        shapes += stacked(words, y, part.start, _BESIDE_POLE)
        poles.append((part, y + 6))
        y += height_of(words) + _BETWEEN
    top = y - _BETWEEN + _ABOVE_BAR
    shapes += [Rule(start, top, f"pole chart-{part.role}", part.start, _GAP + 1) for part, start in poles]
    shapes += _bar(parts, top)
    return _with_rest(parts, shapes, top + _BAR, width)


def _with_rest(parts: tuple[_Part, ...], shapes: list[Shape], bottom: float, width: int) -> Drawing:
    """What is left has its words below its right end, if the author named it."""
    rest = next((part for part in parts if part.is_rest and part.point.label), None)
    if rest:
        words = paragraph(f"{rest.point.label} {rest.point.shown}", width, LABEL, role="detail")
        for line in words.lines:
            one = Paragraph((line,), LABEL, role="detail")
            shapes.append(one.at(bottom + 8, 100, 0, "end"))
            bottom += one.height
        bottom += 8
    return Drawing(width, bottom, tuple(shapes))


def _with_keys(parts: tuple[_Part, ...], width: int) -> Drawing:
    shapes: list[Shape] = [*_bar(parts, 0), *_inside(parts, width)]
    y = _BAR + _BETWEEN
    for part in parts:
        if part.is_rest and not part.point.label:
            continue
        words = part.words(width - _KEY - _BESIDE_KEY)
        shapes.append(Box(y + 9, _KEY, part.role, width=_KEY))
        shapes += stacked(words, y, 0, _KEY + _BESIDE_KEY)
        y += height_of(words) + _BETWEEN
    return Drawing(width, y - _BETWEEN, tuple(shapes))


def _bar(parts: tuple[_Part, ...], y: float) -> Iterator[Shape]:
    if any(part.is_rest for part in parts):
        yield Box(y, _BAR, "track", percent_width=100)
    for part in parts:
        if not part.is_rest:
            gap = _GAP if part.start else 0
            yield Box(y, _BAR, part.role, percent=part.start, percent_width=part.length, gap=gap)


def _inside(parts: tuple[_Part, ...], width: int) -> Iterator[Shape]:
    """The numbers once more, on the parts that are wide enough, so that no key rests on its colour alone."""
    for part in parts:
        value = value_of(part.point, width, LABEL, "on-part")
        if not part.is_rest and value.width + _INSIDE * 2 <= part.length * width / 100:
            yield value.at((_BAR - value.height) / 2, part.start + part.length / 2, _GAP / 2, "middle")
