"""A newsletter on paper: A4 pages with tagged text (PDF/UA-1), the same words and charts as its page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial

from publications.faults import Fault, Level, PublicationError
from publications.newsletters.issue import PAPER_TEMPLATE, Issue
from publications.paper.cache import Cache
from publications.paper.imprint import imprint
from publications.paper.pictures import svg_text
from publications.paper.sections import section_values
from publications.paper.typesetting import Typesetter, TypesettingError
from publications.paper.words import Setting, block_nodes, inline_nodes
from publications.reading.encoding import as_lines

RULE = "newsletter"


def paper_of(issue: Issue) -> bytes:
    """The PDF. What no font can write, or has no words for those who cannot see it, is a PublicationError."""
    values = json.dumps(_values(issue), ensure_ascii=False, sort_keys=True)
    setter = Typesetter(issue.project.theme_dir)

    def make() -> Mapping[str, bytes]:
        try:
            return {"pdf": setter.pdf(PAPER_TEMPLATE, values)}
        except TypesettingError as error:
            raise PublicationError(_fault(issue, error)) from None

    return Cache(issue.project.root).files(f"{PAPER_TEMPLATE} {values}", make, ("pdf",))["pdf"]


def _values(issue: Issue) -> Mapping[str, object]:
    drawing, gettext = issue.drawing, issue.catalog.gettext
    setting = Setting(issue.locale, str, issue.source, partial(_picture, issue), issue.notes)
    return {
        **imprint(issue.project, issue.catalog),
        "title": issue.text.title,
        "heading": inline_nodes(drawing.title, setting) or [{"kind": "text", "text": issue.text.title}],
        "lead": issue.text.summary,
        "date": issue.date_words,
        "picture": svg_text(issue.picture) if issue.picture else "",
        "alt": issue.text.alt,
        "opening": block_nodes(drawing.opening, setting),
        "sections": [section_values(section, setting) for section in drawing.sections],
        "closing": block_nodes(drawing.closing, setting),
        "address": issue.address,
        "pages": gettext("Page {page} of {pages}"),
    }


def _picture(issue: Issue, address: str) -> str:
    file = issue.file_of(address)
    return svg_text(file) if file else ""


def _fault(issue: Issue, error: TypesettingError) -> Fault:
    path = issue.text.path.relative_to(issue.project.root).as_posix()
    lines = as_lines(issue.text.path.read_bytes().decode("utf-8-sig", errors="replace")).split("\n")
    if not error.glyphs:
        return Fault(path, 0, f"its PDF cannot be made: {error}", Level.ERROR, RULE)
    letter = error.glyphs[0]
    line = next((number for number, text in enumerate(lines, start=1) if letter in text), 0)
    message = (
        f"the character '{letter}' (U+{ord(letter):04X}) is in no font of the PDF, theme/fonts-print. "
        "Write it with letters that are, or add a font that has it."
    )
    return Fault(path, line, message, Level.ERROR, RULE)
