"""From a block to the chart that it says."""

from __future__ import annotations

from collections.abc import Iterator

from publications.charts.block import ChartBlock, Row
from publications.charts.chart import Chart, Kind, Point
from publications.charts.icon import icon_path
from publications.charts.moment import read_period, shown_period
from publications.charts.problems import problems
from publications.charts.quantity import read_quantity
from publications.charts.written import Written, cell

# In these kinds the words over the numbers say what the numbers are; in the others the cells do.
_MEASURED = (Kind.BARS, Kind.SHARE, Kind.COLUMNS)


def read_chart(block: ChartBlock, locale: str) -> Chart | None:
    """The chart that a block says in the language `locale`; None when it has problems, or facts to be put in."""
    written = Written(block, locale)
    column = written.column
    if column is None or written.has_facts or any(problems(block, locale)):
        return None
    return Chart(
        kind=written.kind,
        title=block.title,
        locale=locale,
        points=tuple(_point(written, row, column) for row in written.table.rows),
        alt=block.options["alt"],
        measure=written.table.header[column] if written.kind in _MEASURED else "",
        source=block.options.get("source", ""),
        whole=written.whole,
        rest=block.options.get("rest", ""),
        icon=icon_path(written.icon) if written.kind is Kind.ICONS else "",
    )


def _point(written: Written, row: Row, column: int) -> Point:
    label, drawn, details = cell(row, 0), written.drawn(row), tuple(_details(written, row, column))
    if written.kind is Kind.TIMELINE:
        period = read_period(drawn, written.locale)
        shown = shown_period(drawn, period, written.locale) if period else drawn
        return Point(label, written.whole, shown, details=details, period=period)
    quantity = read_quantity(drawn, written.locale)
    if quantity is None:
        raise ValueError(drawn)  # a problem, which read_chart has looked for
    return Point(label, written.length(quantity), quantity.figures, quantity.unit, details)


def _details(written: Written, row: Row, column: int) -> Iterator[str]:
    for index, name in enumerate(written.table.header):
        words = cell(row, index)
        if index not in (0, column) and words:
            yield f"{name}: {words}" if name else words
