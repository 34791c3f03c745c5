"""Problems: why a chart block cannot be drawn, or not be understood by those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from publications.charts.block import ChartBlock
from publications.charts.chart import Kind
from publications.charts.icon import icon_names, icon_path
from publications.charts.moment import read_period
from publications.charts.quantity import read_quantity, right_form
from publications.charts.written import OPTIONS, Written, cell
from publications.faults import did_you_mean, nearest
from publications.language.dates import PartialDate
from publications.language.numbers import number_text, percent_text
from publications.language.periods import Period, period_text

_MOST_ICONS = 100
_BELOW_ZERO = (Kind.BARS, Kind.COLUMNS, Kind.NUMBER)


@dataclass(frozen=True, slots=True)
class Problem:
    """line: of the file, counted from 1."""

    line: int
    message: str


def problems(block: ChartBlock, locale: str) -> Iterator[Problem]:
    """Everything that is wrong with a block written in the language `locale`."""
    written = Written(block, locale)
    if block.option_problem:
        message = f"the chart's options cannot be read: {block.option_problem}."
        yield Problem(block.line + 1, f'{message} Put words that hold a colon in quotes: alt: "…: …"')
    else:
        yield from _option_problems(block)
        yield from _kind_problems(written)
    yield from _block_problems(block)
    if block.table and block.table.rows:
        yield from _table_problems(written)


def _block_problems(block: ChartBlock) -> Iterator[Problem]:
    if not block.is_closed:
        yield Problem(
            block.line, "the chart never ends. Close it below its table with a line of its own: ///"
        )
    if not block.title:
        yield Problem(block.line, "the chart has no title. Write it behind a bar: /// chart | Title")
    if not block.table or not block.table.rows:
        message = (
            "the chart has no table. Write one below its options, after an empty line: | Words | Number |"
        )
        yield Problem(block.line, message)


def _option_problems(block: ChartBlock) -> Iterator[Problem]:
    for option in block.options:
        if option not in OPTIONS:
            known = did_you_mean(option, OPTIONS)
            yield Problem(block.line_of(option), f"a chart has no option '{option}'. {known}")
    if not block.options.get("alt"):
        message = "the chart does not say what it shows, for those who cannot see it. Add a line: alt: …"
        yield Problem(block.line, f"{message} (one sentence, with its main figures)")


def _kind_problems(written: Written) -> Iterator[Problem]:
    block = written.block
    kind = block.options.get("type", "")
    if not kind:
        message = f"the chart has no type. Add a line `type: bars`; there are: {', '.join(Kind)}."
        yield Problem(block.line, message)
    elif kind not in list(Kind):
        yield Problem(block.line_of("type"), f"there is no chart type '{kind}'. {did_you_mean(kind, Kind)}")
    if not icon_path(written.icon):
        near = nearest(written.icon, icon_names())
        hint = f"Did you mean '{near}'?" if near else "Their names: https://pictogrammers.com/library/mdi/"
        yield Problem(block.line_of("icon"), f"there is no icon '{written.icon}'. {hint}")


def _table_problems(written: Written) -> Iterator[Problem]:
    block, header = written.block, written.table.header
    if len(header) == 1:
        message = "the chart's table has one column. It needs words in the first, and numbers in another."
        yield Problem(block.line, message)
    elif written.column is None:
        typed = block.options["column"]
        message = (
            f"the chart's table has no column '{typed}' behind its first. {did_you_mean(typed, header[1:])}"
        )
        yield Problem(block.line_of("column"), message)
    elif not written.has_facts:  # else its numbers are looked at where they are put in
        found = (*_label_problems(written), *_cell_problems(written))
        yield from found or _whole_problems(written)


def _label_problems(written: Written) -> Iterator[Problem]:
    for row in written.table.rows:
        if not cell(row, 0):
            message = f"the row of '{written.drawn(row)}' has no words in its first cell. Say what it is."
            yield Problem(row.line, message)


def _cell_problems(written: Written) -> Iterator[Problem]:
    if written.kind is Kind.TIMELINE:
        for row in written.table.rows:
            if not read_period(written.drawn(row), written.locale):
                yield Problem(row.line, _no_period(written.drawn(row), written.locale))
        return
    for row in written.table.rows:
        quantity = read_quantity(written.drawn(row), written.locale)
        if quantity is None:
            yield Problem(row.line, _no_number(written.drawn(row), written))
        elif quantity.number < 0 and written.kind not in _BELOW_ZERO:
            message = (
                f"'{written.drawn(row)}' is below zero, which '{written.kind}' cannot show. Use type: bars"
            )
            yield Problem(row.line, message)
    if len({quantity.is_percent for _row, quantity in written.quantities()}) > 1:
        header = written.table.header[written.column or 0]
        message = f"the column '{header}' has numbers with % and without. Use one of both."
        yield Problem(written.table.rows[0].line, message)


def _no_number(typed: str, written: Written) -> str:
    where = f"in the column '{written.table.header[written.column or 0]}'"
    if not typed:
        return f"a cell {where} is empty. Write a number, or take the row out of the chart."
    if form := right_form(typed, written.locale):
        return f"'{typed}' {where} is not how '{written.locale}' writes numbers. Write it as {form}"
    number, percent = (
        number_text(Decimal(26809473), written.locale),
        percent_text(Decimal("4.9"), written.locale),
    )
    return f"'{typed}' {where} is no number. Write it in figures, such as {number} or {percent}"


def _no_period(typed: str, locale: str) -> str:
    example = period_text(Period(PartialDate(2021, 6), PartialDate(2022, 3)), locale)
    return f"'{typed}' is no period. Write it as 2021-06/2022-03, or in words: {example}"


def _whole_problems(written: Written) -> Iterator[Problem]:
    """Of a share, and of icons: whether the parts go into the whole."""
    block, locale = written.block, written.locale
    typed = block.options.get("of", "")
    if typed and read_quantity(typed, locale) is None:
        yield Problem(block.line_of("of"), f"'of: {typed}' is no number. Write it in figures.")
    elif written.kind is Kind.SHARE:
        parts = sum((quantity.number for _row, quantity in written.quantities()), Decimal(0))
        if parts > written.whole or not written.whole:
            message = (
                f"the parts are {number_text(parts, locale)} together, and the whole is "
                f"{number_text(written.whole, locale)}. Mend a number, or say the whole: of: …"
            )
            yield Problem(block.line, message)
    elif written.kind is Kind.ICONS:
        yield from _icon_problems(written)


def _icon_problems(written: Written) -> Iterator[Problem]:
    whole = written.whole
    wholes = {quantity.whole for _row, quantity in written.quantities() if quantity.whole}
    if len(wholes) > 1 or whole != whole.to_integral_value() or not 1 < whole <= _MOST_ICONS:
        message = (
            f"how many icons there are is not clear. Say it once for all rows, up to {_MOST_ICONS}: of: 10"
        )
        yield Problem(written.block.line, message)
        return
    for row, quantity in written.quantities():
        if written.length(quantity) > whole:
            message = f"'{written.drawn(row)}' is more than {whole:f} icons. Say how many there are: of: …"
            yield Problem(row.line, message)
