"""Pictures that carry text: their file names say so (`map.text.svg`), and every language needs its own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from publications.findings import SiteFindings
from publications.reading.source_page import SourcePage

_MARK = ".text"
_ADDRESS_END = re.compile(r"[?#].*")


@dataclass(frozen=True, slots=True)
class MissingPicture:
    """A picture with text that a language lacks.

    page: that shows it; path: where the language's own belongs, below the project's root; source: the one to translate.
    """

    page: str
    locale: str
    path: str
    source: str


def missing_pictures(site: SiteFindings) -> tuple[MissingPicture, ...]:
    """The pictures with text on each page's original that a locale has no file of its own for, sorted by their place.

    A picture with text that lies outside the languages' folders, where all would share it, is missing too.
    """
    found = (picture for page in site.publications.pages for picture in _missing(site, page))
    return tuple(sorted(found, key=lambda picture: picture.path))


def carries_text(name: str) -> bool:
    """Whether a picture's file name says that it has text: "map.text.svg", "chart.text.png"."""
    return _MARK in PurePosixPath(name).suffixes[-2:-1]


def text_pictures(source: SourcePage, picture: str) -> Iterator[str]:
    """The pictures with text that a page shows, below docs/. picture: that of its front matter."""
    # Most pages have none, and looking for the mark is quick.
    if f"{_MARK}." not in source.reading.text:
        return
    folder = posixpath.dirname(f"{source.locale}/{source.page}")
    links = {picture, *(link for block in source.reading.blocks for link in block.links)}
    for link in sorted(_ADDRESS_END.sub("", link) for link in links if "://" not in link):
        if carries_text(link):
            yield posixpath.normpath(posixpath.join(folder, link))


def _missing(site: SiteFindings, page: str) -> Iterator[MissingPicture]:
    original = site.publications.original(page)
    text = site.text(page, original.locale) if original else None
    for locale in site.project.codes:
        for name in text.text_pictures if text and locale != text.locale else ():
            folder, _, rest = name.partition("/")
            below = f"{locale}/{rest if folder in site.project.codes else name}"
            if below not in site.file_set:
                yield MissingPicture(page, locale, f"docs/{below}", f"docs/{name}")
