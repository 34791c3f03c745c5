"""So many out of ten: a row of icons, the first of them filled, the others outlined."""

from __future__ import annotations

from collections.abc import Iterator

from publications.charts.chart import Chart, Point
from publications.charts.drawing import Drawing, Icon, Shape, height_of, stacked
from publications.charts.type_sizes import BIG_VALUE, label_of, value_of

_IN_ROW, _IN_SHORT_ROW, _BETWEEN, _ABOVE_ICONS = 10, 5, 26.0, 8.0
_LARGEST, _LEAST, _PART = 46.0, 32.0, 0.94


def draw_icons(chart: Chart, width: int) -> Drawing:
    """The icons at a width in pixels, ten in a row; five where they would be too small."""
    whole = int(chart.whole)
    in_row = min(whole, _IN_ROW if width / min(whole, _IN_ROW) >= _LEAST else _IN_SHORT_ROW)
    pitch = min(_LARGEST, width / in_row)
    shapes: list[Shape] = []
    y = 0.0
    for point in chart.points:
        words = (value_of(point, width, BIG_VALUE), *label_of(point, width))
        shapes += stacked(words, y)
        y += height_of(words) + _ABOVE_ICONS
        shapes += _icons(point, chart, in_row, pitch, y)
        y += -(-whole // in_row) * pitch + _BETWEEN
    return Drawing(width, y - _BETWEEN, tuple(shapes))


def _icons(point: Point, chart: Chart, in_row: int, pitch: float, y: float) -> Iterator[Icon]:
    for index in range(int(chart.whole)):
        part = min(1.0, max(0.0, float(point.number) - index))
        yield Icon(chart.icon, index % in_row * pitch, y + index // in_row * pitch, pitch * _PART, part)
