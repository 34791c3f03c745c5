"""A chart as a picture: SVG for a page, in a narrow and a wide form, or for a poster, on its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from publications.charts.bars import draw_bars
from publications.charts.big_number import draw_number
from publications.charts.chart import Chart, Kind
from publications.charts.columns import draw_columns
from publications.charts.drawing import Drawing, paragraph
from publications.charts.icon_row import draw_icons
from publications.charts.share import draw_share
from publications.charts.timeline import draw_timeline
from publications.charts.type_sizes import DETAIL
from publications.language.cldr import direction
from publications.language.direction import language_attributes
from publications.templates import templates

# The least widths, in pixels, that the two forms are made for: a panel on a phone of 320, a column of text.
# charts.css switches at the second.
NARROW, WIDE = 230, 480

_BELOW_MEASURE = 14.0

_KINDS: Mapping[Kind, Callable[[Chart, int], Drawing]] = MappingProxyType(
    {
        Kind.BARS: draw_bars,
        Kind.SHARE: draw_share,
        Kind.COLUMNS: draw_columns,
        Kind.NUMBER: draw_number,
        Kind.ICONS: draw_icons,
        Kind.TIMELINE: draw_timeline,
    }
)


def draw(chart: Chart, width: int) -> Drawing:
    """A chart laid out for a width in pixels; wider it may be shown, narrower not."""
    drawing = _KINDS[chart.kind](chart, width)
    if chart.measure:
        measure = paragraph(chart.measure, width, DETAIL, role="detail")
        drawing = drawing.below(measure.at(0), measure.height + _BELOW_MEASURE)
    return drawing.mirrored() if direction(chart.locale) == "rtl" else drawing


# A page is drawn after the other; templates that are edited are read again all the same.
@lru_cache(maxsize=4)
def chart_templates(theme_dir: Path) -> Environment:
    """The templates of theme/charts."""
    environment = templates(
        theme_dir / "charts", undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["short"] = _short
    environment.globals["language"] = language_attributes
    return environment


def inline_svg(chart: Chart, width: int, name: str, environment: Environment) -> Markup:
    """SVG to stand in a page, whose colours come from charts.css. name: unique in the page ("chart-1-wide")."""
    return Markup(_svg(chart, width, name, environment, stands_alone=False))  # noqa: S704 (escaped there)


def standalone_svg(chart: Chart, width: int, environment: Environment) -> str:
    """SVG as a file of its own, that wide in pixels, in the colours of theme/charts/print.css; it needs Inter."""
    return _svg(chart, width, "chart", environment, stands_alone=True)


def _svg(chart: Chart, width: int, name: str, environment: Environment, *, stands_alone: bool) -> str:
    template = environment.get_template("drawing.svg")
    return template.render(
        chart=chart,
        direction=direction(chart.locale),
        drawing=draw(chart, width),
        name=name,
        stands_alone=stands_alone,
    )


def _short(number: float) -> str:
    """A number with two decimals at most, the same on every machine: 12.5, 3, 0.07."""
    return f"{number:.2f}".rstrip("0").rstrip(".") or "0"
