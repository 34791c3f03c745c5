"""Content: a text as HTML, before anyone knows who reads it in which language."""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from publications.facts.expansion import words_of_fact
from publications.packing import packed, unpacked
from publications.pages import url_of
from publications.reading.html import Setting, TocEntry, html_of
from publications.reading.source_page import SourcePage
from publications.site.addresses import relative
from publications.surroundings import Inquiry

# A picture or document in a language's own folder: which language's file that is, is the reader's matter.
_OWN_START, _OWN_END = "\ue001", "\ue002"
_OWN = re.compile(f"{_OWN_START}([^{_OWN_END}]*){_OWN_END}")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\{\{|$", re.IGNORECASE)


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


def content_of(source: SourcePage, inquiry: Inquiry) -> Content:
    """The content of a text, its facts in its own language and its links as they are published."""
    return Content(
        *html_of(
            source.reading,
            Setting(
                address=partial(address_of, source.page, source.locale),
                fact=partial(words_of_fact, inquiry.facts, source.locale),
            ),
        )
    )


def address_of(page: str, locale: str, target: str) -> str:
    """A link or picture of the text as it is published, seen from the page; what leads elsewhere stays as typed."""
    if _ELSEWHERE.match(target):
        return target
    path, mark, rest = _split(target)
    name = posixpath.normpath(posixpath.join(locale, posixpath.dirname(page), path))
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


def _split(target: str) -> tuple[str, str, str]:
    found = re.search(r"[?#]", target)
    return (target, "", "") if found is None else (target[: found.start()], found[0], target[found.end() :])
