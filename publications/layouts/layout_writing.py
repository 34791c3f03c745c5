"""Writes the usual layout of a text as the file in which an editor changes it."""

from __future__ import annotations

from collections.abc import Iterator

from publications.layouts.layout import SectionLayout
from publications.layouts.story import Story
from publications.layouts.usual import usual_layout

_HEAD = """\
# yaml-language-server: $schema=../../.cache/schema/{schema}.json
#
# How the publication is drawn, once for all languages; its text is docs/<language>/{page}.
# Each section and part is named by the id of its heading: "## … {{ #id }}".
# Icons: https://pictogrammers.com/library/mdi/

"""


def layout_text(page: str, story: Story, *, is_sheet: bool) -> str:
    """The file that draws a text as it is drawn without one."""
    head = _HEAD.format(schema="infographic" if is_sheet else "newsletter", page=page)
    sections = usual_layout(page, story).sections
    lines = (line for section in sections for line in _section(section, is_sheet=is_sheet))
    return f"{head}{'paper: a4' + chr(10) if is_sheet else ''}sections:\n" + "\n".join(lines) + "\n"


def _section(section: SectionLayout, *, is_sheet: bool) -> Iterator[str]:
    yield f"  {section.id}:"
    yield f"    component: {section.component if is_sheet else 'story'}"
    if section.component == "text" or not is_sheet:
        yield f"    colour: {section.colour}"
    if is_sheet:
        yield f"    share: {section.share:g}"
    if section.parts and is_sheet:
        yield "    parts:"
        yield from (
            f"      {part.id}: {{icon: circle-outline, colour: {part.colour}}}" for part in section.parts
        )
    yield ""
