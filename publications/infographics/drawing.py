"""A drawn infographic: the sections of a text, each with its look. Web page and poster are made from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publications.facts.library import Facts
from publications.faults import Fault, Level, PublicationError
from publications.infographics.agreement import RULE
from publications.infographics.layout import Colour, Layout, PartLayout, SectionLayout, Width
from publications.infographics.story import Section, Story, read_story
from publications.infographics.timeline import Axis, Bar, axis_of, span_of
from publications.language.periods import Period

_IN_BRACKETS = re.compile(r"(?P<words>.*\S)\s*(?P<when>\([^()]*\))\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """A part of a section. heading, when, body: HTML.

    when: the end of the heading that stands in brackets, where the part has a period; "" elsewhere.
    bar: its period on the section's axis.
    """

    id: str
    number: str
    heading: str
    when: str
    body: str
    icon: str
    colour: Colour
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class DrawnSection:
    """A section. heading, body: HTML; axis: of its parts' periods, None when they have none."""

    id: str
    component: str
    colour: Colour
    icon: str
    width: Width
    share: float
    heading: str
    body: str
    axis: Axis | None
    parts: tuple[DrawnPart, ...]


@dataclass(frozen=True, slots=True)
class Infographic:
    """A page's text as it is drawn. title: of the page; opening: what stands below it; both are HTML."""

    title: str
    opening: str
    sections: tuple[DrawnSection, ...]


def draw_infographic(layout: Layout, story: Story, facts: Facts, locale: str) -> Infographic:
    """Text and layout together, in the layout's order; what the layout alone has is left out.

    locale: of the text. A section or part that only the text has is a PublicationError: its words would be lost.
    """
    if lost := tuple(_without_look(layout, story)):
        message = (
            f"it draws no '{lost[0]}', so the text is shown without it. Add it there, below its section."
        )
        raise PublicationError(Fault(layout.path, 0, message, Level.WARNING, RULE))
    sections = (
        _section(look, section, facts, locale)
        for look in layout.sections
        if (section := story.section(look.id))
    )
    return Infographic(story.title, story.opening, tuple(sections))


def _without_look(layout: Layout, story: Story) -> Iterator[str]:
    """The ids of the text's sections and parts that the layout does not name."""
    looks = {look.id: look for look in layout.sections}
    for section in story.sections:
        look = looks.get(section.id)
        if look is None:
            yield section.id or section.heading
        else:
            yield from (part.id or part.heading for part in section.parts if not look.part(part.id))


def drawn_html(layout: Layout, facts: Facts, locale: str, html: str) -> Infographic:
    """The same, given the HTML of a page's text."""
    return draw_infographic(layout, read_story(html), facts, locale)


def _section(look: SectionLayout, section: Section, facts: Facts, locale: str) -> DrawnSection:
    axis = axis_of(filter(None, (_period(part, facts) for part in look.parts)), locale)
    return DrawnSection(
        id=look.id,
        component=look.component,
        colour=look.colour,
        icon=look.icon,
        width=look.width,
        share=look.share,
        heading=f"{section.number} {section.heading}".strip(),
        body=section.body,
        axis=axis,
        parts=tuple(_parts(look, section, facts, axis)),
    )


def _parts(look: SectionLayout, section: Section, facts: Facts, axis: Axis | None) -> Iterator[DrawnPart]:
    by_id = {part.id: part for part in section.parts}
    for part_look in look.parts:
        part = by_id.get(part_look.id)
        if not part:
            continue
        period = _period(part_look, facts)
        brackets = _IN_BRACKETS.fullmatch(part.heading) if period else None
        yield DrawnPart(
            id=part.id,
            number=part.number,
            heading=brackets["words"] if brackets else part.heading,
            when=brackets["when"] if brackets else "",
            body=part.body,
            icon=part_look.icon,
            colour=part_look.colour,
            bar=axis.bar(period) if axis and period else None,
        )


def _period(part: PartLayout, facts: Facts) -> Period | None:
    fact = facts.facts.get(part.period)
    return span_of(fact) if fact else None
