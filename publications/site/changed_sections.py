"""Changed sections: a mark in the headline of every section whose source has changed since it was translated.

Only where mkdocs.yml asks for it, with `extra: mark_changed_sections: true`.
"""

from __future__ import annotations

import html as markup
import re
from collections.abc import Iterable

from publications.project import Project
from publications.reading.block import BlockKind
from publications.reading.reading import read_blocks
from publications.translation.changes import Change


def is_asked_for(project: Project) -> bool:
    """Whether the project wants marks."""
    return project.extra.get("mark_changed_sections") is True


def changed_ids(changes: Iterable[Change], translation: str) -> frozenset[str]:
    """The ids of the headings that changed lines of a translation stand below; a heading without id has no mark."""
    headings = [block for block in read_blocks(translation) if block.kind is BlockKind.HEADING]
    found = set()
    for change in changes:
        above = [heading for heading in headings if heading.line <= change.end_line]
        if above:
            found.add(above[-1].attribute("id"))
    return frozenset(found - {""})


def with_marks(html: str, ids: Iterable[str], words: str) -> str:
    """The page's HTML with the words at the end of each of these headings."""
    mark = f' <small class="changed-mark" data-pagefind-ignore>{markup.escape(words)}</small>'
    for heading_id in sorted(ids):
        heading = rf'(<h([1-6])[^>]*\sid="{re.escape(heading_id)}"[^>]*>.*?)(</h\2>)'
        html = re.sub(heading, lambda found: found[1] + mark + found[3], html, count=1, flags=re.DOTALL)
    return html
