"""Charts on posters: the same drawing as on the page, as shapes that the poster's templates place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from publications.charts.block import ChartBlock, Row, Table
from publications.charts.chart import Chart
from publications.charts.picture import draw
from publications.charts.reading import read_chart
from publications.paper.html_tree import Element

# The least width of a chart on a poster, in the pixels of a drawing: a third of a sheet, at 0.53 pt to a pixel.
WIDTH = 300


def chart_in(figure: Element, locale: str, title: str = "") -> Chart | None:
    """The chart of a figure as a text's HTML has it; None when it has faults and stays a table.

    title: of one that has no caption of its own.
    """
    caption = next(figure.find("figcaption"), None)
    title = (caption.text if caption else title).strip()
    rows = [[cell.text.strip() for cell in row.find("th", "td")] for row in figure.find("tr")]
    header, *body = rows or [[]]
    table = Table(tuple(header), tuple(Row(tuple(cells), 0) for cells in body))
    return read_chart(ChartBlock(title, json.loads(figure.attributes["data-chart"]), table), locale)


def chart_shapes(chart: Chart, width: int = WIDTH) -> Mapping[str, object]:
    """The chart laid out for a template: width and height in pixels, and its shapes in reading order."""
    drawing = draw(chart, width)
    shapes = [{"shape": shape.shape, **asdict(shape)} for shape in drawing.shapes]
    return {"width": drawing.width, "height": drawing.height, "alt": chart.alt, "shapes": shapes}
