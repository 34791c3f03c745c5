"""Pictures that carry text: their file names say so (`map.text.svg`), and every language needs its own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from publications.pages import Publications, Translation
from publications.reading.reading import Reading

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


def missing_pictures(publications: Publications, page: str, locale: str) -> tuple[MissingPicture, ...]:
    """The pictures with text on a page's original that a locale has no file of its own for.

    A picture with text that lies outside the languages' folders, where all would share it, is missing too.
    """
    original = publications.original(page)
    if original is None or original.locale == locale:
        return ()
    return tuple(_missing(publications, original, locale))


def all_missing_pictures(publications: Publications) -> tuple[MissingPicture, ...]:
    """The same of every page in every language, sorted by where the pictures belong."""
    return tuple(
        sorted(
            (
                picture
                for page in publications.pages
                for code in publications.project.codes
                for picture in missing_pictures(publications, page, code)
            ),
            key=lambda picture: picture.path,
        )
    )


def carries_text(name: str) -> bool:
    """Whether a picture's file name says that it has text: "map.text.svg", "chart.text.png"."""
    return _MARK in PurePosixPath(name).suffixes[-2:-1]


def _missing(publications: Publications, original: Translation, locale: str) -> Iterator[MissingPicture]:
    root = publications.project.root
    for name in sorted(set(_pictures(original))):
        folder, _, rest = name.partition("/")
        path = f"docs/{locale}/{rest if folder in publications.project.codes else name}"
        if not (root / path).is_file():
            yield MissingPicture(original.page, locale, path, f"docs/{name}")


def _pictures(text: Translation) -> Iterator[str]:
    """The pictures with text that a page shows, below docs/."""
    folder = posixpath.dirname(f"{text.locale}/{text.page}")
    markdown = text.path.read_bytes().decode("utf-8-sig", errors="replace")
    # Most pages have none, and taking a page apart costs more than looking for the mark.
    blocks = Reading.of(markdown).blocks if f"{_MARK}." in markdown else ()
    links = (link for block in blocks for link in block.links)
    for link in (text.picture, *links):
        if carries_text(_ADDRESS_END.sub("", link)) and "://" not in link:
            yield posixpath.normpath(posixpath.join(folder, _ADDRESS_END.sub("", link)))
