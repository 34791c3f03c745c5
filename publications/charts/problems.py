"""Problems: why a chart block cannot be drawn, or not be understood by those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from publications.charts.block import ChartBlock
from publications.charts.chart import Kind
from publications.charts.icon import icon_names, icon_path
from publications.charts.moment import read_period
from publications.charts.quantity import read_quantity, right_form
from publications.charts.written import OPTIONS, Written, cell
from publications.faults import Fault, Level, did_you_mean, likely, nearest
from publications.language.dates import PartialDate
from publications.language.numbers import number_text, percent_text
from publications.language.periods import Period, period_text

RULE = "chart"
_MOST_ICONS = 100
_BELOW_ZERO = (Kind.BARS, Kind.COLUMNS, Kind.NUMBER)
_NEEDS_COLUMNS = "The table needs words in its first column, and numbers in another."
_EMPTY_CELL = "This row has an empty cell. Fill it in, or take the row out."
_LIKE_THIS = "{typed} cannot be read here. Write it like this: {better}."
_TOO_SMALL = "{typed} is too small for the whole. Write {better} or more."


def problems(block: ChartBlock, locale: str) -> Iterator[Fault]:
    """Everything that is wrong with a block written in the language `locale`; its file is still to be named."""
    written = Written(block, locale)
    if block.option_problem:
        message = f"the chart's options cannot be read: {block.option_problem}."
        yield problem(block.line + 1, f'{message} Put words that hold a colon in quotes: alt: "…: …"')
    else:
        yield from _option_problems(block)
        yield from _kind_problems(written)
    yield from _block_problems(block)
    if block.table and block.table.rows:
        yield from _table_problems(written)


def _block_problems(block: ChartBlock) -> Iterator[Fault]:
    if not block.is_closed:
        message = "the chart never ends. Close it below its table with a line of its own: ///"
        yield problem(block.line, message, better=("///",))
    if not block.title:
        message = "the chart has no title. Write it behind a bar: /// chart | Title"
        yield problem(block.line, message, "The chart has no title. Write one.")
    if not block.table or not block.table.rows:
        message = (
            "the chart has no table. Write one below its options, after an empty line: | Words | Number |"
        )
        yield problem(block.line, message, _NEEDS_COLUMNS)


def _option_problems(block: ChartBlock) -> Iterator[Fault]:
    for option in block.options:
        if option not in OPTIONS:
            message = f"a chart has no option '{option}'. {did_you_mean(option, OPTIONS)}"
            yield problem(block.line_of(option), message, typed=option, better=likely(option, OPTIONS))
    if not block.options.get("alt"):
        message = "the chart does not say what it shows, for those who cannot see it. Add a line: alt: …"
        said = "Say what it shows, in a sentence for those who cannot see it."
        yield problem(block.line, f"{message} (one sentence, with its main figures)", said)


def _kind_problems(written: Written) -> Iterator[Fault]:
    block = written.block
    kind = block.options.get("type", "")
    if not kind:
        message = f"the chart has no type. Add a line `type: bars`; there are: {', '.join(Kind)}."
        yield problem(block.line, message, "The chart has no kind. Choose one.")
    elif kind not in list(Kind):
        message = f"there is no chart type '{kind}'. {did_you_mean(kind, Kind)}"
        yield problem(block.line_of("type"), message, typed=kind, better=likely(kind, Kind))
    if not icon_path(written.icon):
        near = nearest(written.icon, icon_names())
        hint = f"Did you mean '{near}'?" if near else "Their names: https://pictogrammers.com/library/mdi/"
        message = f"there is no icon '{written.icon}'. {hint}"
        yield problem(block.line_of("icon"), message, typed=written.icon, better=(near,) if near else ())


def _table_problems(written: Written) -> Iterator[Fault]:
    block, header = written.block, written.table.header
    if len(header) == 1:
        message = "the chart's table has one column. It needs words in the first, and numbers in another."
        yield problem(block.line, message, _NEEDS_COLUMNS)
    elif written.column is None:
        typed = block.options["column"]
        message = (
            f"the chart's table has no column '{typed}' behind its first. {did_you_mean(typed, header[1:])}"
        )
        yield problem(block.line_of("column"), message, typed=typed, better=likely(typed, header[1:]))
    elif not written.has_facts:  # else its numbers are looked at where they are put in
        found = (*_label_problems(written), *_cell_problems(written))
        yield from found or _whole_problems(written)


def _label_problems(written: Written) -> Iterator[Fault]:
    for row in written.table.rows:
        if not cell(row, 0) and written.drawn(row):
            message = f"the row of '{written.drawn(row)}' has no words in its first cell. Say what it is."
            yield problem(row.line, message, _EMPTY_CELL)


def _cell_problems(written: Written) -> Iterator[Fault]:
    if written.kind is Kind.TIMELINE:
        for row in written.table.rows:
            if not read_period(written.drawn(row), written.locale):
                yield _no_period(row.line, written.drawn(row), written.locale)
        return
    for row in written.table.rows:
        quantity = read_quantity(written.drawn(row), written.locale)
        if quantity is None:
            yield _no_number(row.line, written.drawn(row), written)
        elif quantity.number < 0 and written.kind not in _BELOW_ZERO:
            message = (
                f"'{written.drawn(row)}' is below zero, which '{written.kind}' cannot show. Use type: bars"
            )
            said = "{typed} is below zero, which this kind of chart cannot show. Choose bars."
            yield problem(row.line, message, said, written.drawn(row))
    if len({quantity.is_percent for _row, quantity in written.quantities()}) > 1:
        header = written.table.header[written.column or 0]
        message = f"the column '{header}' has numbers with % and without. Use one of both."
        said = "The column {typed} has numbers with % and without. Use one of both."
        yield problem(written.table.rows[0].line, message, said, header)


def _no_number(line: int, typed: str, written: Written) -> Fault:
    where = f"in the column '{written.table.header[written.column or 0]}'"
    if not typed:
        message = f"a cell {where} is empty. Write a number, or take the row out of the chart."
        return problem(line, message, _EMPTY_CELL)
    if form := right_form(typed, written.locale):
        message = f"'{typed}' {where} is not how '{written.locale}' writes numbers. Write it as {form}"
        return problem(line, message, typed=typed, better=(form,))
    number, percent = _numbers(written.locale)
    message = f"'{typed}' {where} is no number. Write it in figures, such as {number} or {percent}"
    return problem(line, message, _LIKE_THIS, typed, (number, percent))


def _numbers(locale: str) -> tuple[str, str]:
    """Two numbers as a language writes them."""
    return number_text(Decimal(26809473), locale), percent_text(Decimal("4.9"), locale)


def _no_period(line: int, typed: str, locale: str) -> Fault:
    example = period_text(Period(PartialDate(2021, 6), PartialDate(2022, 3)), locale)
    message = f"'{typed}' is no period. Write it as 2021-06/2022-03, or in words: {example}"
    return problem(line, message, _LIKE_THIS, typed, ("2021-06/2022-03", example))


def _whole_problems(written: Written) -> Iterator[Fault]:
    """Of a share, and of icons: whether the parts go into the whole."""
    block, locale = written.block, written.locale
    typed = block.options.get("of", "")
    if typed and read_quantity(typed, locale) is None:
        message = f"'of: {typed}' is no number. Write it in figures."
        yield problem(block.line_of("of"), message, _LIKE_THIS, typed, _numbers(locale))
    elif written.kind is Kind.SHARE:
        parts = sum((quantity.number for _row, quantity in written.quantities()), Decimal(0))
        if parts > written.whole or not written.whole:
            together, whole = number_text(parts, locale), number_text(written.whole, locale)
            message = f"the parts are {together} together, and the whole is {whole}. Mend a number, or say the whole: of: …"
            yield problem(block.line, message, _TOO_SMALL, whole, (together,))
    elif written.kind is Kind.ICONS:
        yield from _icon_problems(written)


def _icon_problems(written: Written) -> Iterator[Fault]:
    whole = written.whole
    wholes = {quantity.whole for _row, quantity in written.quantities() if quantity.whole}
    if len(wholes) > 1 or whole != whole.to_integral_value() or not 1 < whole <= _MOST_ICONS:
        message = (
            f"how many icons there are is not clear. Say it once for all rows, up to {_MOST_ICONS}: of: 10"
        )
        said = "How many icons there are is not clear. Write a whole number from 2 to 100."
        yield problem(written.block.line, message, said)
        return
    for row, quantity in written.quantities():
        if written.length(quantity) > whole:
            message = f"'{written.drawn(row)}' is more than {whole:f} icons. Say how many there are: of: …"
            least = number_text(written.length(quantity), written.locale)
            yield problem(row.line, message, _TOO_SMALL, number_text(whole, written.locale), (least,))


def problem(line: int, message: str, said: str = "", typed: str = "", better: tuple[str, ...] = ()) -> Fault:
    """Something wrong with a chart, on a line of the file that it stands in."""
    return Fault("", line, message, Level.WARNING, RULE, typed, better, said)
