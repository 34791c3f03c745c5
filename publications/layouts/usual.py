"""The usual layout: how a sheet is drawn of which nobody has said it, told by the text alone."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from publications.layouts.layout import CYCLE, Layout, PartLayout, SectionLayout, Width, layout_path
from publications.layouts.story import Section, Story

_TAG = re.compile(r"<[^>]*>")
# Of a sheet, roughly: letters in a line of its whole width, and millimetres of a line, a heading, a card, a chart.
_LINE, _LEADING, _HEADING, _CARD, _CHART = 125, 4.4, 13, 22, 62
_MOST_IN_A_ROW = 4


def usual_layout(page: str, story: Story) -> Layout:
    """Sections one below the other: parts as cards side by side or around a ring, charts as charts, the rest as text."""
    sections = tuple(_look(section, index) for index, section in enumerate(story.sections))
    return Layout(page, layout_path(page), sections, is_sheet=True)


def part_layouts(ids: Iterable[str]) -> Iterator[PartLayout]:
    """The looks of parts of which nothing is said."""
    for index, part_id in enumerate(ids):
        yield PartLayout(part_id, "", CYCLE[index % len(CYCLE)], "", 0)


def _look(section: Section, index: int) -> SectionLayout:
    component = _component(section)
    return SectionLayout(
        id=section.id,
        component=component,
        colour=CYCLE[index % len(CYCLE)],
        icon="",
        width=Width.FULL,
        share=round(_millimetres(section, component), 1),
        parts=tuple(part_layouts(part.id for part in section.parts)),
        line=0,
    )


def _component(section: Section) -> str:
    if section.parts and all('class="chart' in part.body for part in section.parts):
        return "charts"
    if not section.parts or len(section.parts) == 1 or len(section.parts) > 2 * _MOST_IN_A_ROW:
        return "text"
    if len(section.parts) <= _MOST_IN_A_ROW:
        return "numbered-cards"
    return "aspects"


def _millimetres(section: Section, component: str) -> float:
    """About how high a section is."""
    words = _lines(section.body, _LINE) * _LEADING + section.body.count('class="chart') * _CHART
    parts, count = section.parts, len(section.parts)
    if component == "charts":
        return words + _HEADING + _CHART
    if component == "numbered-cards":
        return (
            words + _HEADING + _CARD + max(_lines(part.body, _LINE // count - 6) for part in parts) * _LEADING
        )
    if component == "aspects":
        rows = math.ceil(count / 2)
        return (
            words
            + _HEADING
            + rows * (_CARD / 2 + max(_lines(part.body, _LINE // 3) for part in parts) * _LEADING)
        )
    return words + _HEADING + sum(_HEADING + _lines(part.body, _LINE) * _LEADING for part in parts)


def _lines(html: str, letters: int) -> int:
    words = _TAG.sub("", html).strip()
    return math.ceil(len(words) / max(letters, 12)) if words else 0
