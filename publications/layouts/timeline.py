"""A timeline: periods as shares of the months from the first to the last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from publications.charts.moment import month_names
from publications.facts.fact import Fact
from publications.facts.values import Moment, Span
from publications.language.figures import with_figures
from publications.language.periods import Period

_YEAR = 12
_LONG = 18
"""So many months have no room for their names; their years say where they are."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the axis. name: as its language shortens it; year: "" where the month before has said it."""

    name: str
    year: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A period on the axis: start and length in months from the axis's first."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Axis:
    """The months from the beginning of the first period to the end of the last."""

    first: int
    months: tuple[Month, ...]

    def bar(self, period: Period) -> Bar:
        start, end = _months(period)
        return Bar(start - self.first, end - start + 1)


def span_of(fact: Fact) -> Period | None:
    """The period that a fact says, if it has a start and an end; a month or a day is one of its own."""
    value = fact.value
    if isinstance(value, Moment):
        return Period(value.date, value.date)
    if isinstance(value, Span) and value.period.start and value.period.end:
        return value.period
    return None


def axis_of(periods: Iterable[Period], locale: str) -> Axis | None:
    """The axis of all the periods; None when there are none."""
    ends = [_months(period) for period in periods]
    if not ends:
        return None
    first, last = min(start for start, _ in ends), max(end for _, end in ends)
    names = month_names(locale) if last - first < _LONG else ("",) * _YEAR
    months = (
        Month(
            names[month % _YEAR],
            with_figures(str(month // _YEAR), locale) if month == first or month % _YEAR == 0 else "",
        )
        for month in range(first, last + 1)
    )
    return Axis(first, tuple(months))


def _months(period: Period) -> tuple[int, int]:
    """The first and the last month, counted from year 0; a year alone is all of its months."""
    start, end = period.start, period.end
    if start is None or end is None:
        raise ValueError(period)
    return start.year * _YEAR + (start.month or 1) - 1, end.year * _YEAR + (end.month or _YEAR) - 1
