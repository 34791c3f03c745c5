"""Agreement: layout and text tell of the same sections, by the ids of the headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from publications.faults import Fault, nearest
from publications.layouts.layout import Layout, SectionLayout

RULE = "infographic"
_SECTION, _PART = 2, 3


class Heading(Protocol):
    """A heading of a page. line: of its file, counted from 1."""

    @property
    def level(self) -> int: ...
    @property
    def words(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def line(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Text:
    """One language's text of a publication. path: below the project's root; headings: in its order."""

    path: str
    headings: Sequence[Heading]


def disagreements(layout: Layout, text: Text) -> Iterator[Fault]:
    """Sections and parts that only one of both has, and headings that no layout can draw.

    A text that flows may have more than its layout tells of.
    """
    is_sheet = layout.is_sheet
    yield from _levels(text) if is_sheet else ()
    sections = {section.id: section for section in layout.sections}
    found: dict[str, list[Heading]] = {}
    for heading in text.headings:
        if heading.level == _SECTION:
            found[heading.id] = []
            if is_sheet and heading.id not in sections:
                yield _unknown(heading, text, layout, sections, "section")
        elif heading.level == _PART and found:
            section_id = next(reversed(found))
            found[section_id].append(heading)
            section = sections.get(section_id)
            if is_sheet and section and not section.part(heading.id):
                known = (part.id for part in section.parts)
                yield _unknown(heading, text, layout, known, f"part of '{section_id}'")
    for section in layout.sections:
        yield from _missing(section, found, text, layout)


def _levels(text: Text) -> Iterator[Fault]:
    before = 1
    for heading in text.headings:
        if heading.level > before + 1 or heading.level > _PART:
            marks = "#" * min(before + 1, _PART)
            message = (
                f"'{'#' * heading.level} {heading.words}' is a heading of level {heading.level} where an infographic "
                f"has none: ## is a section, ### a part of it. Write it as {marks} {heading.words}"
            )
            typed = f"{'#' * heading.level} {heading.words}"
            better = (f"{marks} {heading.words}",)
            yield Fault(text.path, heading.line, message, rule=RULE, typed=typed, better=better)
        before = min(heading.level, _PART)


def _unknown(heading: Heading, text: Text, layout: Layout, known: Iterable[str], what: str) -> Fault:
    close = nearest(heading.id, known)
    hint = f"Did you mean {{ #{close} }}?" if close else f"Add '{heading.id}' there, or take the heading out."
    message = f"'#{heading.id}' is no {what} in {layout.path}. {hint}"
    better = (f"#{close}",) if close else ()
    return Fault(text.path, heading.line, message, rule=RULE, typed=f"#{heading.id}", better=better)


def _missing(
    section: SectionLayout, found: dict[str, list[Heading]], text: Text, layout: Layout
) -> Iterator[Fault]:
    if section.id not in found:
        message = (
            f"{text.path} has no section '{section.id}'. Give its heading the id: ## … {{ #{section.id} }}"
        )
        yield Fault(layout.path, section.line, message, rule=RULE, better=(f"#{section.id}",))
        return
    ids = {heading.id for heading in found[section.id]}
    for part in section.parts:
        if part.id not in ids:
            message = (
                f"{text.path} has no part '{part.id}' below '{section.id}'. "
                f"Give its heading the id: ### … {{ #{part.id} }}"
            )
            yield Fault(layout.path, part.line, message, rule=RULE, better=(f"#{part.id}",))
