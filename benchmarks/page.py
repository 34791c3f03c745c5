"""A page of a measurement: its pieces, each in every language, and its files with the lines of every piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.phrases import Words
from publications.reading.block import BlockKind


@dataclass(frozen=True, slots=True)
class Piece:
    """What is one block in every language.

    serial: by which it is known, also after the page was edited; texts: locale → Markdown.
    mark, end: what stands before and behind the text: "## ", " { #part-1 }"; hang: before its further lines.
    below: a line that belongs to it and is no text; is_tight: no empty line follows.
    """

    serial: int
    kind: BlockKind
    texts: Words
    mark: str = ""
    end: str = ""
    hang: str = ""
    below: str = ""
    is_tight: bool = False

    def lines(self, locale: str) -> list[str]:
        """Its lines in the file, without what stands below."""
        first, *others = f"{self.texts[locale]}{self.end}".split("\n")
        return [self.mark + first, *(self.hang + line for line in others)]


@dataclass(frozen=True, slots=True)
class Page:
    """name: its path below the locale; original: the locale it was written in; locales: those that have it."""

    name: str
    original: str
    locales: tuple[str, ...]
    date: str
    front: tuple[Piece, ...]
    body: tuple[Piece, ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return (*self.front, *self.body)


@dataclass(frozen=True, slots=True)
class Written:
    """A file's text; spans: serial of a piece → its first and last line, counted from 1."""

    text: str
    spans: Mapping[int, tuple[int, int]]


def written(page: Page, locale: str, version: str = "") -> Written:
    """A page's file in a locale. version: of the original, for the record of a translation."""
    lines, spans = ["---"], {}
    for piece in page.front:
        spans[piece.serial] = _add(lines, piece, locale)
    lines += [f'date: "{page.date}"', *_record(page, locale, version), "---", ""]
    for piece in page.body:
        spans[piece.serial] = _add(lines, piece, locale)
        lines += [piece.below] * bool(piece.below) + [""] * (not piece.is_tight)
    return Written("\n".join(lines).rstrip("\n") + "\n", spans)


def _add(lines: list[str], piece: Piece, locale: str) -> tuple[int, int]:
    start = len(lines) + 1
    lines += piece.lines(locale)
    return start, len(lines)


def _record(page: Page, locale: str, version: str) -> Iterator[str]:
    if locale != page.original:
        yield from ("translation:", f"  source: {page.original}", f"  version: {version}")
        yield "  status: translated"
