"""What a chart block says: the chart, or every reason why it cannot be drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from publications.charts.block import ChartBlock, Row, Table
from publications.charts.chart import Chart, Kind, Point
from publications.charts.icon import icon_names, icon_path
from publications.charts.moment import read_period, shown_period
from publications.charts.quantity import Quantity, read_quantity, right_form
from publications.faults import did_you_mean, nearest
from publications.language.dates import PartialDate, partial_date_text
from publications.language.numbers import number_text, percent_text
from publications.language.periods import Period, period_text

# type: how it is drawn; alt: what it shows; source; column: which is drawn; of: the whole of a share, or how many
# icons; rest: words for what is left of the whole; icon: an MDI name.
OPTIONS = ("type", "alt", "source", "column", "of", "rest", "icon")
DEFAULT_ICON = "account"
HUNDRED = Decimal(100)
_MOST_ICONS = 100
_MEASURED = (Kind.BARS, Kind.SHARE, Kind.COLUMNS)
_FACT = "{{"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a chart cannot be drawn. line: of the page, counted from 1."""

    line: int
    message: str


def read_chart(block: ChartBlock, locale: str) -> Chart | None:
    """The chart that a block says in the language `locale`; None when it has problems."""
    return None if any(problems(block, locale)) else _Reader(block, locale).chart()


def problems(block: ChartBlock, locale: str) -> Iterator[Problem]:
    """Everything that keeps a block from being drawn, or from being understood without eyes."""
    found = tuple(_form_problems(block))
    yield from found
    if block.table and block.table.rows and not any(problem.line == 0 for problem in found):
        yield from _Reader(block, locale).problems()


def _form_problems(block: ChartBlock) -> Iterator[Problem]:
    if not block.is_closed:
        yield Problem(block.line, "the chart never ends. Close it below its table with a line of its own: ///")
    if block.option_problem:
        message = f"the chart's options cannot be read: {block.option_problem}."
        yield Problem(block.line + 1, f'{message} Put words that hold a colon in quotes: alt: "…: …"')
        return
    for option in block.options:
        if option not in OPTIONS:
            known = did_you_mean(option, OPTIONS)
            yield Problem(block.line_of(option), f"a chart has no option '{option}'. {known}")
    if not block.title:
        yield Problem(block.line, "the chart has no title. Write it behind a bar: /// chart | Title")
    if not block.options.get("alt"):
        message = "the chart does not say what it shows, for those who cannot see it. Add a line: alt: …"
        yield Problem(block.line, f"{message} (one sentence, with its main figures)")
    yield from _kind_problems(block)
    if not block.table or not block.table.rows:
        message = "the chart has no table. Write one below its options, after an empty line: | Words | Number |"
        yield Problem(block.line, message)


def _kind_problems(block: ChartBlock) -> Iterator[Problem]:
    kind = block.options.get("type", "")
    if not kind:
        message = f"the chart has no type. Add a line `type: bars`; there are: {', '.join(Kind)}."
        yield Problem(block.line, message)
    elif kind not in list(Kind):
        yield Problem(block.line_of("type"), f"there is no chart type '{kind}'. {did_you_mean(kind, Kind)}")
    icon = block.options.get("icon", DEFAULT_ICON)
    if not icon_path(icon):
        near = nearest(icon, icon_names())
        hint = f"Did you mean '{near}'?" if near else "Names: https://pictogrammers.com/library/mdi/"
        yield Problem(block.line_of("icon"), f"there is no icon '{icon}'. {hint}")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads a block that has a table with rows."""

    block: ChartBlock
    locale: str

    @property
    def table(self) -> Table:
        return self.block.table or Table((), ())

    @property
    def kind(self) -> Kind:
        typed = self.block.options.get("type", "")
        return Kind(typed) if typed in list(Kind) else Kind.BARS

    @property
    def column(self) -> int | None:
        """Which column is drawn: the one that is named, by its header or its number, else the last."""
        typed, header = self.block.options.get("column", ""), self.table.header
        if not typed:
            return len(header) - 1
        if typed.isdigit():
            return int(typed) - 1 if 1 < int(typed) <= len(header) else None
        return header.index(typed) if typed in header[1:] else None

    def problems(self) -> Iterator[Problem]:
        header, column = self.table.header, self.column
        if len(header) < 2:  # noqa: PLR2004 (words and numbers)
            message = "the chart's table has one column. It needs words in the first, and numbers in another."
            yield Problem(self.block.line, message)
            return
        if column is None:
            typed = self.block.options["column"]
            known = did_you_mean(typed, header[1:])
            message = f"the chart's table has no column '{typed}' with numbers. {known}"
            yield Problem(self.block.line_of("column"), message)
            return
        if any(_FACT in cell for row in self.table.rows for cell in row.cells):
            return  # numbers that stand elsewhere are looked at where they are put in
        cells = tuple(self._cell_problems(column))
        yield from cells or self._whole_problems(column)

    def _cell_problems(self, column: int) -> Iterator[Problem]:
        percents = set()
        for row in self.table.rows:
            cell = _cell(row, column)
            if not _cell(row, 0):
                yield Problem(row.line, f"the row of '{cell}' has no words in its first cell. Say what it counts.")
            if self.kind is Kind.TIMELINE:
                if not read_period(cell, self.locale):
                    yield Problem(row.line, f"'{cell}' {self._no_period()}")
                continue
            quantity = read_quantity(cell, self.locale)
            if quantity is None:
                yield Problem(row.line, self._no_number(cell, column))
                continue
            percents.add(quantity.is_percent)
            if quantity.number < 0 and self.kind not in (Kind.BARS, Kind.COLUMNS, Kind.NUMBER):
                yield Problem(row.line, f"'{cell}' is below zero, which {self.kind} cannot show. Use type: bars.")
        if len(percents) > 1:
            message = f"the column '{self.table.header[column]}' has numbers with % and without. Use one of both."
            yield Problem(self.table.rows[0].line, message)

    def _no_number(self, cell: str, column: int) -> str:
        where = f"in the column '{self.table.header[column]}'"
        if not cell:
            return f"a cell {where} is empty. Write a number, or take the row out of the chart."
        if form := right_form(cell, self.locale):
            return f"'{cell}' {where} is not how '{self.locale}' writes numbers. Write it as {form}"
        examples = f"{number_text(Decimal(26809473), self.locale)} or {percent_text(Decimal('4.9'), self.locale)}"
        return f"'{cell}' {where} is no number. Write it in figures: {examples}"

    def _no_period(self) -> str:
        """A period of ten months as this language writes it."""
        example = period_text(Period(PartialDate(2021, 6), PartialDate(2022, 3)), self.locale)
        return f"is no period. Write it as 2021-06/2022-03, or in words: {example}"

    def _whole_problems(self, column: int) -> Iterator[Problem]:
        typed = self.block.options.get("of", "")
        if typed and read_quantity(typed, self.locale) is None:
            yield Problem(self.block.line_of("of"), f"'of: {typed}' is no number. Write it in figures.")
        elif self.kind is Kind.SHARE:
            whole, parts = self._whole(column), sum(found.number for found in self._quantities(column))
            if parts > whole or not whole:
                message = f"the parts are {number_text(parts, self.locale)} together, more than the whole"
                message += f" ({number_text(whole, self.locale)}). Mend a number, or say the whole: of: …"
                yield Problem(self.block.line, message)
        elif self.kind is Kind.ICONS:
            yield from self._icon_problems(column)

    def _icon_problems(self, column: int) -> Iterator[Problem]:
        wholes = {found.whole or self._whole(column) for found in self._quantities(column)}
        whole = max(wholes)
        if len(wholes) > 1 or whole != whole.to_integral_value() or not 1 < whole <= _MOST_ICONS:
            message = f"how many icons is not clear. Say it once for all rows, up to {_MOST_ICONS}: of: 10"
            yield Problem(self.block.line, message)
        for row, found in zip(self.table.rows, self._quantities(column), strict=True):
            if self._icons(found, whole) > whole:
                message = f"'{_cell(row, column)}' is more than the {whole} icons. Say how many there are: of: …"
                yield Problem(row.line, message)

    def chart(self) -> Chart:
        """The chart; the block must have no problems."""
        column, options = self.column or 0, self.block.options
        return Chart(
            kind=self.kind,
            title=self.block.title,
            locale=self.locale,
            points=tuple(self._points(column)),
            alt=options["alt"],
            measure=self.table.header[column] if self.kind in _MEASURED else "",
            source=options.get("source", ""),
            whole=self._chart_whole(column),
            rest=options.get("rest", ""),
            icon=icon_path(options.get("icon", DEFAULT_ICON)) if self.kind is Kind.ICONS else "",
        )

    def _points(self, column: int) -> Iterator[Point]:
        for row in self.table.rows:
            label, cell, details = _cell(row, 0), _cell(row, column), tuple(self._details(row, column))
            if self.kind is Kind.TIMELINE:
                period = read_period(cell, self.locale)
                shown = shown_period(cell, period, self.locale) if period else cell
                yield Point(label, Decimal(0), shown, details=details, period=period)
            elif found := read_quantity(cell, self.locale):
                is_icons = self.kind is Kind.ICONS
                number = self._icons(found, self._chart_whole(column)) if is_icons else found.number
                yield Point(label, number, found.figures, found.unit, details)

    def _details(self, row: Row, column: int) -> Iterator[str]:
        for index, name in enumerate(self.table.header):
            if index not in (0, column) and _cell(row, index):
                yield f"{name}: {_cell(row, index)}" if name else _cell(row, index)

    def _chart_whole(self, column: int) -> Decimal:
        if self.kind is Kind.ICONS:
            return max(found.whole or self._whole(column) for found in self._quantities(column))
        return self._whole(column) if self.kind is Kind.SHARE else Decimal(0)

    def _whole(self, column: int) -> Decimal:
        """What a share is a share of, or how many icons: as said, else 100 per cent, else all rows together."""
        of = read_quantity(self.block.options.get("of", ""), self.locale)
        if of:
            return of.number
        quantities = self._quantities(column)
        if self.kind is Kind.ICONS:
            return Decimal(10)
        if quantities and quantities[0].is_percent:
            return HUNDRED
        return sum((found.number for found in quantities), Decimal(0))

    def _quantities(self, column: int) -> tuple[Quantity, ...]:
        found = (read_quantity(_cell(row, column), self.locale) for row in self.table.rows)
        return tuple(quantity for quantity in found if quantity)

    def _icons(self, found: Quantity, whole: Decimal) -> Decimal:
        return found.number * whole / HUNDRED if found.is_percent else found.number


def _cell(row: Row, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else ""
