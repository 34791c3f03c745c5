"""Faults of charts, for the checks and for whoever builds a page."""

from __future__ import annotations

from collections.abc import Iterator

from publications import frontmatter
from publications.charts.block import chart_blocks
from publications.charts.reading import problems
from publications.faults import Fault, Level

RULE = "chart"


def find_chart_faults(markdown: str, path: str, locale: str, first_line: int = 1) -> Iterator[Fault]:
    """What is wrong with the charts of a text in the language `locale`; front matter may stand above it.

    first_line: the number in its file of the text's first line. A cell with a `{{ fact }}` is taken to be
    right; put the facts in first to have it looked at.
    """
    source = frontmatter.split(markdown)
    for block in chart_blocks(source.body, first_line + source.body_line - 1):
        for problem in problems(block, locale):
            yield Fault(path, problem.line, problem.message, Level.ERROR, RULE)
