"""So many out of ten: a row of icons, the first of them filled, the others outlined."""

from __future__ import annotations

from collections.abc import Iterator

from publications.charts.chart import Chart, Point
from publications.charts.drawing import Drawing, Icon, Shape, height_of, stacked
from publications.charts.type_sizes import BIG_VALUE, label_of, value_of

_IN_ROW, _LARGEST, _BETWEEN, _ABOVE_ICONS = 10, 44.0, 26.0, 8.0
_PART = 0.94


def draw_icons(chart: Chart, width: int) -> Drawing:
    """The icons at a width in pixels, ten in a row."""
    whole = int(chart.whole)
    pitch = min(_LARGEST, width / min(whole, _IN_ROW))
    shapes: list[Shape] = []
    y = 0.0
    for point in chart.points:
        words = (value_of(point, width, BIG_VALUE), *label_of(point, width))
        shapes += stacked(words, y)
        y += height_of(words) + _ABOVE_ICONS
        shapes += _icons(point, chart.icon, whole, pitch, y)
        y += -(-whole // _IN_ROW) * pitch + _BETWEEN
    return Drawing(width, y - _BETWEEN, tuple(shapes))


def _icons(point: Point, path: str, whole: int, pitch: float, y: float) -> Iterator[Icon]:
    for index in range(whole):
        part = min(1.0, max(0.0, float(point.number) - index))
        yield Icon(path, index % _IN_ROW * pitch, y + index // _IN_ROW * pitch, pitch * _PART, part)
