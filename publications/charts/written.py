"""What a chart block says cell by cell, in the language it is written in; faulty cells are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from publications.charts.block import ChartBlock, Row, Table
from publications.charts.chart import Kind
from publications.charts.quantity import Quantity, read_quantity

# type: how it is drawn; alt: what it shows; source; column: which is drawn; of: the whole of a share, or how many
# icons; rest: words for what is left of the whole; icon: an MDI name.
OPTIONS = ("type", "alt", "source", "column", "of", "rest", "icon")
DEFAULT_ICON = "account"

_HUNDRED, _TEN_ICONS = Decimal(100), Decimal(10)
_FACT = "{{"


@dataclass(frozen=True, slots=True)
class Written:
    """A block, read as the language `locale` has it."""

    block: ChartBlock
    locale: str

    @property
    def table(self) -> Table:
        return self.block.table or Table((), ())

    @property
    def kind(self) -> Kind:
        """The kind that was typed; bars when there is no such kind."""
        typed = self.block.options.get("type", "")
        return Kind(typed) if typed in list(Kind) else Kind.BARS

    @property
    def icon(self) -> str:
        return self.block.options.get("icon", DEFAULT_ICON)

    @property
    def column(self) -> int | None:
        """Which column is drawn, from 0: the one named by its header or its number from 1, else the last."""
        typed, header = self.block.options.get("column", ""), self.table.header
        if not typed:
            return len(header) - 1
        if typed.isdecimal():
            return int(typed) - 1 if 1 < int(typed) <= len(header) else None
        return header.index(typed) if typed in header[1:] else None

    @property
    def has_facts(self) -> bool:
        """Whether facts are still to be put in for their `{{ id }}`."""
        cells = (cell for row in self.table.rows for cell in row.cells)
        return any(_FACT in cell for cell in (*cells, self.block.options.get("of", "")))

    def drawn(self, row: Row) -> str:
        """The cell of a row that is drawn."""
        return cell(row, self.column or 0)

    def quantities(self) -> Iterator[tuple[Row, Quantity]]:
        """The rows whose drawn cell is a number."""
        for row in self.table.rows:
            quantity = read_quantity(self.drawn(row), self.locale)
            if quantity:
                yield row, quantity

    @property
    def whole(self) -> Decimal:
        """What a share is a share of, or how many icons there are; 0 for other kinds.

        It is what `of` says, or "7 av 10", else 100 per cent, all rows together, or ten icons.
        """
        of = read_quantity(self.block.options.get("of", ""), self.locale)
        quantities = [quantity for _row, quantity in self.quantities()]
        if self.kind is Kind.ICONS:
            named = (quantity.whole for quantity in quantities if quantity.whole)
            return max(named, default=of.number if of else _TEN_ICONS)
        if self.kind is not Kind.SHARE:
            return Decimal(0)
        if of:
            return of.number
        is_percent = any(quantity.is_percent for quantity in quantities)
        return _HUNDRED if is_percent else sum((one.number for one in quantities), Decimal(0))

    def length(self, quantity: Quantity) -> Decimal:
        """A quantity as it is drawn: among icons, 70 per cent of ten are seven."""
        is_part = self.kind is Kind.ICONS and quantity.is_percent
        return quantity.number * self.whole / _HUNDRED if is_part else quantity.number


def cell(row: Row, column: int) -> str:
    """One cell of a row; "" where the row is too short."""
    return row.cells[column] if column < len(row.cells) else ""
