"""Faults of charts, for the checks and for whoever builds a page."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from publications.charts.block import ChartBlock
from publications.charts.problems import problem, problems
from publications.faults import Fault, did_you_mean, likely


def find_chart_faults(
    blocks: Iterable[ChartBlock], path: str, locale: str, sources: Collection[str] | None = None
) -> Iterator[Fault]:
    """What is wrong with the charts of a text in the language `locale`.

    sources: the ids of data/sources.yml; None when they are not known, so that none is looked up.
    A cell with a `{{ fact }}` is taken to be right; put the facts in first to have it looked at.
    """
    for block in blocks:
        for found in (*problems(block, locale), *_source_problems(block, sources)):
            yield replace(found, path=path)


def _source_problems(block: ChartBlock, sources: Collection[str] | None) -> Iterator[Fault]:
    """A source of several words, or with a capital, is told to readers as it stands; an id is looked up."""
    source = block.options.get("source", "")
    if sources is None or source in sources:
        return
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", source):
        message = f"there is no source '{source}' in data/sources.yml. {did_you_mean(source, sources)} Or write its name in words."
        yield problem(block.line_of("source"), message, typed=source, better=likely(source, sources))
