"""Periods as bars on one axis of months, or of years where there are many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from publications.charts.chart import Chart, Point
from publications.charts.drawing import Box, Drawing, Paragraph, Rule, Shape, height_of, paragraph, stacked
from publications.charts.letters import REGULAR, SEMIBOLD, text_width
from publications.charts.moment import month_names
from publications.charts.type_sizes import DETAIL, label_of
from publications.language.dates import PartialDate

_BAR, _ABOVE_BAR, _BETWEEN, _RADIUS, _LEAST = 18.0, 5.0, 20.0, 3.0, 0.012
_TICK, _BESIDE_TICK = 6.0, 5.0
_MONTHS = 12
_MOST_MONTHS = 36
_STEPS = (1, 2, 3, 6, 12)


def draw_timeline(chart: Chart, width: int) -> Drawing:
    """The periods at a width in pixels, in the order of the table."""
    axis = _axis(chart.points)
    shapes: list[Shape] = []
    y = 0.0
    for point in chart.points:
        label = label_of(point, width)
        words = (label[0], paragraph(point.shown, width, DETAIL, REGULAR, "detail"), *label[1:])
        shapes += stacked(words, y)
        y += height_of(words) + _ABOVE_BAR
        shapes += _row(point, axis, y)
        y += _BAR + _BETWEEN
    labels = tuple(_labels(axis, chart.locale, width, y - _BETWEEN + 8))
    bottom = y - _BETWEEN + 8 + _TICK + DETAIL * 1.3 * (2 if axis.is_months else 1)
    return Drawing(width, bottom, (*shapes, *labels))


@dataclass(frozen=True, slots=True)
class _Axis:
    """From the first of a month (or year) to the end of another; both count as months since year 0."""

    first: int
    last: int

    @property
    def is_months(self) -> bool:
        return self.last - self.first <= _MOST_MONTHS

    def percent(self, moment: float) -> float:
        return (moment - self.first) * 100 / (self.last - self.first)


def _axis(points: tuple[Point, ...]) -> _Axis:
    first, last = min(_span(point)[0] for point in points), max(_span(point)[1] for point in points)
    axis = _Axis(int(first), int(-(-last // 1)))
    if axis.is_months:
        return axis
    return _Axis(axis.first // _MONTHS * _MONTHS, -(-axis.last // _MONTHS) * _MONTHS)


def _span(point: Point) -> tuple[float, float]:
    """Start and end of a period in months since year 0; the end is that of its last day, month or year."""
    if not point.period or not point.period.start or not point.period.end:
        raise ValueError(point.label)
    return _begin(point.period.start), _finish(point.period.end)


def _begin(moment: PartialDate) -> float:
    month = moment.year * _MONTHS + max(moment.month, 1) - 1
    return month + (max(moment.day, 1) - 1) / _days(moment)


def _finish(moment: PartialDate) -> float:
    if not moment.month:
        return (moment.year + 1) * _MONTHS
    if not moment.day:
        return _begin(moment) + 1
    return _begin(moment) + 1 / _days(moment)


def _days(moment: PartialDate) -> int:
    """The days of a date's month."""
    year, month = moment.year, max(moment.month, 1)
    following = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
    return (following - date(year, month, 1)).days


def _row(point: Point, axis: _Axis, y: float) -> Iterator[Shape]:
    start, end = (axis.percent(moment) for moment in _span(point))
    length = max(end - start, _LEAST * 100)
    yield Box(y, _BAR, "track", percent_width=100, radius=_RADIUS)
    yield Box(y, _BAR, "bar", percent=min(start, 100 - length), percent_width=length, radius=_RADIUS)


def _labels(axis: _Axis, locale: str, width: int, y: float) -> Iterator[Shape]:
    """Ticks, each with its month or year to the right; as many as fit, with January among them."""
    step = _step(axis, locale, width)
    year = None
    for month in range(-(-axis.first // step) * step, axis.last, step):
        words = tuple(_words(month, axis, locale, year))
        room = width * (axis.last - month) / (axis.last - axis.first) - _BESIDE_TICK
        if max(words_of.width for words_of in words) > room:
            continue
        percent = axis.percent(month)
        yield Rule(y, y + _TICK + sum(part.height for part in words), "tick", percent, 0.5)
        yield from stacked(words, y + _TICK / 2, percent, _BESIDE_TICK)
        year = month // _MONTHS


def _words(month: int, axis: _Axis, locale: str, last_year: int | None) -> Iterator[Paragraph]:
    year = month // _MONTHS
    if axis.is_months:
        yield Paragraph((month_names(locale)[month % _MONTHS],), DETAIL, REGULAR, "detail")
        if year == last_year:
            return
    yield Paragraph((str(year),), DETAIL, SEMIBOLD, "detail")


def _step(axis: _Axis, locale: str, width: int) -> int:
    """How many months from one tick to the next, so that their words fit between."""
    month = width / (axis.last - axis.first)
    names = month_names(locale)
    widest = max(text_width(name, DETAIL) for name in names) if axis.is_months else 0
    needed = max(widest, text_width("2000", DETAIL, SEMIBOLD)) + _BESIDE_TICK * 2
    steps = _STEPS if axis.is_months else tuple(_MONTHS * count for count in (1, 2, 5, 10, 20, 50, 100))
    return next((step for step in steps if step * month >= needed), steps[-1])
