"""Content: a text as HTML, before anyone knows who reads it in which language."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import imagesize

from publications.catalogs import read_shipped
from publications.facts.expansion import words_of_fact
from publications.language.cldr import language_of
from publications.packing import packed, unpacked
from publications.pages import url_of
from publications.reading.address import below_docs, names_a_file, split_target
from publications.reading.html import Setting, TocEntry
from publications.reading.rendered import Rendered, rendered
from publications.reading.source_page import SourcePage
from publications.site.addresses import relative
from publications.surroundings import Inquiry
from publications.translation.anchors import Anchors

# A picture or document in a language's own folder: which language's file that is, is the reader's matter.
_OWN_START, _OWN_END = "\ue001", "\ue002"
_OWN = re.compile(f"{_OWN_START}([^{_OWN_END}]*){_OWN_END}")


_VIEW_BOX = re.compile(
    r"<svg\b[^>]*\sviewBox=[\"'][-\d.]+[ ,]+[-\d.]+[ ,]+(?P<width>[\d.]+)[ ,]+(?P<height>[\d.]+)"
)
_HEAD = 2000  # bytes


BOXES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("Abstract", "Summary", "Tldr"), "Summary"),
        **dict.fromkeys(("Info", "Todo"), "Information"),
        **dict.fromkeys(("Tip", "Hint", "Important"), "Tip"),
        **dict.fromkeys(("Success", "Check", "Done"), "Done"),
        **dict.fromkeys(("Question", "Help", "Faq"), "Question"),
        **dict.fromkeys(("Warning", "Caution", "Attention"), "Warning"),
        **dict.fromkeys(("Failure", "Fail", "Missing"), "Not done"),
        **dict.fromkeys(("Danger", "Error"), "Danger"),
        **dict.fromkeys(("Quote", "Cite"), "Quotation"),
        "Note": "Note",
        "Bug": "Bug",
        "Example": "Example",
    }
)
"""The names of boxes, and what they are called in the catalogs."""

_TITLE = re.compile(
    rf'(?P<tag><p class="admonition-title">|<summary>)(?P<name>{"|".join(BOXES)})(?=</p>|</summary>)'
)


@dataclass(frozen=True, slots=True)
class Content:
    """html: of the text; toc: its headings."""

    html: str
    toc: tuple[TocEntry, ...]

    @property
    def chapters(self) -> tuple[TocEntry, ...]:
        """The headings right below the title; where there is none, those of the highest level."""
        entries = self.toc[1:] if self.toc and self.toc[0].level == 1 else self.toc
        highest = min((entry.level for entry in entries), default=0)
        return tuple(entry for entry in entries if entry.level == highest)

    def pack(self) -> bytes:
        return zlib.compress(packed(self), 1)

    @classmethod
    def unpack(cls, data: bytes) -> Content:
        return unpacked(cls, zlib.decompress(data))


def content_of(text: Rendered, locale: str) -> Content:
    """What is published of a text."""
    return Content(_with_titles(text.published, locale), text.toc)


def _with_titles(html: str, locale: str) -> str:
    """Boxes without a title of their own have the name of their class: in the language of the text."""
    if language_of(locale) == "en" or (
        '<p class="admonition-title">' not in html and "<summary>" not in html
    ):
        return html
    words = read_shipped(locale).messages
    return _TITLE.sub(lambda found: found["tag"] + words[BOXES[found["name"]]], html)


def render(source: SourcePage, inquiry: Inquiry, anchors: Anchors, languages: Mapping[int, str]) -> Rendered:
    """A text as HTML, its facts in its own language and its links as they are published.

    languages: of the blocks that were never translated, by their lines.
    """
    setting = Setting(
        address=partial(address_of, source.page, source.locale),
        fact=partial(words_of_fact, inquiry.facts, source.locale),
        size=partial(_size_of, source, inquiry),
        languages=languages,
        ids={line: (anchor.id, *anchor.older) for line, anchor in anchors.items()},
    )
    return rendered(source.reading, setting)


def _size_of(source: SourcePage, inquiry: Inquiry, target: str) -> tuple[int, int] | None:
    """The size of a picture of the site, by its own language's file."""
    if not names_a_file(target):
        return None
    name = f"docs/{below_docs(source.page, source.locale, split_target(target)[0])}"
    inquiry.ask(f"file {name}")
    try:
        width, height = imagesize.get(str(inquiry.project.root / name))
        if width < 0:  # a drawing may say no more than its shape
            head = (inquiry.project.root / name).read_bytes()[:_HEAD].decode("utf-8", errors="replace")
            box = _VIEW_BOX.search(head)
            width, height = map(float, box.group("width", "height") if box else (0, 0))
    except (OSError, ValueError):
        return None  # none, or one that is broken, which the checks tell
    return (round(width), round(height)) if min(width, height) >= 1 else None


def address_of(page: str, locale: str, target: str) -> str:
    """A link or picture of the text as it is published, seen from the page; what leads elsewhere stays as typed."""
    if not names_a_file(target):
        return target
    path, mark, rest = split_target(target)
    name = below_docs(page, locale, path)
    folder, _, below = name.partition("/")
    if path.endswith(".md"):
        return relative(url_of(below, folder), seen_from=url_of(page, locale)) + mark + rest
    if folder == locale:
        return f"{_OWN_START}{below}{_OWN_END}{mark}{rest}"
    return relative(name, seen_from=url_of(page, locale)) + mark + rest


def with_own_files(html: str, here: str, chosen: Callable[[str], str]) -> str:
    """The HTML with the files of languages' own folders in place. here: the page's address; chosen: path → address."""
    if _OWN_START not in html:
        return html
    return _OWN.sub(lambda found: relative(chosen(found[1]), seen_from=here), html)
