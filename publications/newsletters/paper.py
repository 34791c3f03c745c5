"""A newsletter on paper: A4 pages with tagged text (PDF/UA-1), the same words and charts as its page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial

from publications.faults import PublicationError
from publications.newsletters.issue import PAPER_TEMPLATE, Issue
from publications.paper.cache import Cache
from publications.paper.pictures import svg_text
from publications.paper.poster import typesetting_fault
from publications.paper.sections import section_values
from publications.paper.typesetting import Typesetter, TypesettingError
from publications.paper.words import Setting, block_nodes, inline_nodes

RULE = "newsletter"


def paper_of(issue: Issue) -> bytes:
    """The PDF. What no font can write, or has no words for those who cannot see it, is a PublicationError."""
    values = json.dumps(_values(issue), ensure_ascii=False, sort_keys=True)
    setter = Typesetter(issue.project.theme_dir)

    def make() -> Mapping[str, bytes]:
        try:
            return {"pdf": setter.pdf(PAPER_TEMPLATE, values)}
        except TypesettingError as error:
            root = issue.project.root
            raise PublicationError(
                typesetting_fault(error, issue.text, root, RULE, "PDF", "the PDF")
            ) from None

    return Cache(issue.project).files(f"{PAPER_TEMPLATE} {values}", make, ("pdf",))["pdf"]


def _values(issue: Issue) -> Mapping[str, object]:
    drawing, gettext = issue.drawing, issue.catalog.gettext
    setting = Setting(issue.locale, str, issue.source, partial(_picture, issue), issue.notes)
    return {
        **issue.imprint,
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
        "note": issue.note,
        "pages": gettext("Page {page} of {pages}"),
    }


def _picture(issue: Issue, address: str) -> str:
    file = issue.file_of(address)
    return svg_text(file) if file else ""
