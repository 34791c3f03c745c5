"""A drawn publication: the sections of a text, each with its look. Web page, paper and e-mail are made from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from publications.facts.library import Facts
from publications.faults import Fault, Level, PublicationError
from publications.language.periods import Period
from publications.layouts.agreement import RULE
from publications.layouts.layout import (
    Colour,
    Layout,
    PartLayout,
    Piece,
    SectionLayout,
    Width,
)
from publications.layouts.pieces import Cut, pieces_of
from publications.layouts.story import Section, Story, read_story, top_level
from publications.layouts.timeline import Axis, Bar, axis_of, span_of
from publications.layouts.usual import part_layouts, usual_layout

PLAIN = "story"
"""The component of a section of which nothing is said: its heading beside its text."""

_LINE, _NOTES = "<hr>", '<div class="footnote">'
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
    """A section, or a piece of one, which has no heading. heading, body: HTML.

    axis: of its parts' periods, None when they have none; pieces: what of it is drawn by itself, below the body, and
    the text that follows each.
    """

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
    pieces: tuple[DrawnSection, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page's text as it is drawn. All are HTML.

    title: of the page; opening: what stands below it; closing: what stands below the last line across, in small print;
    notes: the footnotes of a text that flows.
    """

    title: str
    opening: str
    sections: tuple[DrawnSection, ...]
    closing: str = ""
    notes: str = ""


def draw(layout: Layout, story: Story, facts: Facts, locale: str) -> Drawing:
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
    return Drawing(story.title, story.opening, tuple(sections))


def _without_look(layout: Layout, story: Story) -> Iterator[str]:
    """The ids of the text's sections and parts that the layout does not name."""
    looks = {look.id: look for look in layout.sections}
    for section in story.sections:
        look = looks.get(section.id)
        if look is None:
            yield section.id or section.heading
        else:
            yield from (part.id or part.heading for part in section.parts if not look.part(part.id))


def drawn_html(layout: Layout, facts: Facts, locale: str, html: str) -> Drawing:
    """The same, given the HTML of a page's text; what its layout does not say is drawn as usual."""
    if layout.is_sheet:
        story = read_story(html)
        return draw(layout if layout.sections else usual_layout(layout.page, story), story, facts, locale)
    text, mark, notes = html.partition(_NOTES)
    text, closing = _closing(text)
    story = _named(read_story(text))
    drawing = draw(_completed(layout, story), story, facts, locale)
    return replace(drawing, closing=closing.strip(), notes=mark + notes)


def _closing(text: str) -> tuple[str, str]:
    """A text, and what stands below its last line across."""
    stands_alone, place = top_level(text), text.rfind(_LINE)
    while place >= 0 and not stands_alone(place):
        place = text.rfind(_LINE, 0, place)
    return (text[:place], text[place + len(_LINE) :]) if place >= 0 else (text, "")


def _named(story: Story) -> Story:
    """With an id for each heading that has none, as one in raw HTML: each is drawn, and none twice."""

    def named(section: Section, name: str) -> Section:
        parts = tuple(named(part, f"{name}-{number}") for number, part in enumerate(section.parts, start=1))
        return replace(section, id=section.id or name, parts=parts)

    numbered = enumerate(story.sections, start=1)
    return replace(story, sections=tuple(named(section, f"section-{number}") for number, section in numbered))


def _completed(layout: Layout, story: Story) -> Layout:
    """The layout of a text that flows: every section in the text's order, those that the layout has not told plainly."""
    sections = []
    for section in story.sections:
        look = layout.section(section.id) or _plain(section.id)
        others = part_layouts(part.id for part in section.parts if not look.part(part.id))
        sections.append(replace(look, parts=(*look.parts, *others)))
    return replace(layout, sections=tuple(sections))


def _plain(section_id: str) -> SectionLayout:
    return SectionLayout(section_id, PLAIN, Colour.PETROL, "", Width.FULL, 1, (), 0)


def _section(look: SectionLayout, section: Section, facts: Facts, locale: str) -> DrawnSection:
    axis = axis_of(filter(None, (_period(part, facts) for part in look.parts)), locale)
    looks = {Piece(piece.id): piece for piece in look.pieces}
    first, *others = pieces_of(section.body, looks)
    return DrawnSection(
        id=look.id,
        component=look.component,
        colour=look.colour,
        icon=look.icon,
        width=look.width,
        share=look.share,
        heading=f"{section.number} {section.heading}".strip(),
        body=str(first),
        axis=axis,
        parts=tuple(_parts(look, section, facts, axis)),
        pieces=tuple(_pieces(others, looks, facts, locale)),
    )


def _pieces(
    found: Iterable[str | Cut], looks: Mapping[Piece, SectionLayout], facts: Facts, locale: str
) -> Iterator[DrawnSection]:
    """Lists and tables that are drawn, and the texts between them, as sections without a heading."""
    for piece in found:
        if isinstance(piece, Cut):
            look = looks[piece.piece]
            defaults = part_layouts(part.id for part in piece.parts)
            parts = tuple(look.part(default.id) or default for default in defaults)
            section = Section("", "", "", piece.head and f"<p>{piece.head}</p>", piece.parts)
            drawn = _section(replace(look, id="", parts=parts), section, facts, locale)
            yield replace(drawn, parts=tuple(replace(part, id="") for part in drawn.parts))
        elif piece:
            yield _section(_plain(""), Section("", "", "", piece), facts, locale)


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
