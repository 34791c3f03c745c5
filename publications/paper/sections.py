"""Sections as values: what the templates of posters and newsletters are given of a drawn text."""

from __future__ import annotations

from collections.abc import Mapping

from publications.charts.icon import printed_path
from publications.layouts.drawing import DrawnPart, DrawnSection
from publications.paper.words import Setting, block_nodes, inline_nodes


def section_values(section: DrawnSection, setting: Setting) -> Mapping[str, object]:
    """A section with its parts and pieces. icon: an SVG path; months: of its axis, which its parts' start and length count."""
    months = section.axis.months if section.axis else ()
    return {
        "id": section.id,
        "component": section.component,
        "colour": section.colour,
        "width": section.width.part,
        "icon": printed_path(section.icon),
        "heading": inline_nodes(section.heading, setting),
        "body": block_nodes(section.body, setting, section.heading),
        "months": [{"name": month.name, "year": month.year} for month in months],
        "parts": [_part(part, setting) for part in section.parts],
        "pieces": [section_values(piece, setting) for piece in section.pieces],
    }


def _part(part: DrawnPart, setting: Setting) -> Mapping[str, object]:
    return {
        "id": part.id,
        "number": part.number,
        "heading": inline_nodes(part.heading, setting),
        "when": inline_nodes(part.when, setting) if part.when else None,
        "body": block_nodes(part.body, setting, part.heading),
        "colour": part.colour,
        "icon": printed_path(part.icon),
        "start": part.bar.start if part.bar else 0,
        "length": part.bar.length if part.bar else 0,
    }
