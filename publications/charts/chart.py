"""A chart: what it says, before anyone decides how it looks. Web page, poster and picture all draw from it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from publications.language.periods import Period


class Kind(StrEnum):
    """What a chart compares, which decides how it is drawn."""

    BARS = "bars"
    SHARE = "share"
    COLUMNS = "columns"
    NUMBER = "number"
    ICONS = "icons"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class Point:
    """One row of the table.

    number: its length in the picture, for icons the filled ones; 0 in a timeline.
    figures, unit: the same as the author wrote it, taken apart ("26 809 473", "personer").
    details: what the row's other columns say, each with its header ("Miljoner personer: 21,8").
    period: of a timeline, closed on both sides.
    """

    label: str
    number: Decimal
    figures: str
    unit: str = ""
    details: tuple[str, ...] = ()
    period: Period | None = None

    @property
    def shown(self) -> str:
        return f"{self.figures} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of one series.

    locale: of its words, the content locale.
    measure: what its numbers are, the words over their column; "" where the kind does not ask for it.
    alt: one sentence that says what the picture shows.
    source: an id of data/sources.yml, or words.
    whole: what a share is a share of, or how many icons stand in a row; 0 for the other kinds.
    rest: the words for what is left of the whole, "" when it is not named.
    icon: the path of an icon of 24 × 24, as SVG's `d`.
    """

    kind: Kind
    title: str
    locale: str
    points: tuple[Point, ...]
    alt: str
    measure: str = ""
    source: str = ""
    whole: Decimal = Decimal(0)
    rest: str = ""
    icon: str = ""
