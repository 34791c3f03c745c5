"""Translated pages: each with the text that it follows, both taken apart once for all checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from publications.project import Project
from publications.reading.block import Block
from publications.reading.reading import read_blocks
from publications.reading.source_page import SourcePage
from publications.translation.counterparts import Counterpart, counterparts
from publications.translation.record import Record, Status, tracking_of
from publications.translation.sources import Sources
from publications.translation.version import version_of_blocks


@dataclass(frozen=True)
class TranslatedPage:
    """A translation and its source.

    record: what it says of itself; current: the blocks of the source as it is now; followed: of the text that it
    was made from, which may be older, None when that text is lost.
    """

    page: SourcePage
    source: SourcePage
    record: Record
    blocks: tuple[Block, ...] = field(repr=False)
    current: tuple[Block, ...] = field(repr=False)
    followed: tuple[Block, ...] | None = field(repr=False)

    @property
    def is_comparable(self) -> bool:
        """A draft is not finished, an adapted page differs on purpose, and an empty one is told as empty."""
        if self.followed is None or self.page.is_empty or self.source.is_empty:
            return False
        return not self.record.adapted and self.record.status is not Status.DRAFT

    @cached_property
    def pairs(self) -> tuple[Counterpart, ...]:
        return counterparts(self.followed or (), self.blocks)


def translated_pages(project: Project, pages: Sequence[SourcePage]) -> Iterator[TranslatedPage]:
    """Every page that says of a source which is there, in the order of the pages."""
    reader = _Reader(project, {(page.page, page.locale): page for page in pages})
    for page in pages:
        if page.is_readable and "translation" in page.values:
            yield from reader.read(page)


def text_of(page: SourcePage) -> str:
    """The whole file, front matter included."""
    return "\n".join(page.lines)


class _Reader:
    """Takes every page apart once, be it a translation, a source or both."""

    def __init__(self, project: Project, pages: Mapping[tuple[str, str], SourcePage]) -> None:
        self.locales, self.pages = project.codes, pages
        self.sources = Sources(project.root / "i18n" / "sources")
        self.stored = self.sources.codes()

    def read(self, page: SourcePage) -> Iterator[TranslatedPage]:
        says = tracking_of(page.reading, path=page.path, locale=page.locale, locales=self.locales)
        source = self.pages.get((page.page, says.record.source)) if says.record else None
        if says.record and source and source.is_readable:
            current = source.reading.blocks
            followed = self._followed(says.record.version, current)
            yield TranslatedPage(page, source, says.record, page.reading.blocks, current, followed)

    def _followed(self, version: str, current: tuple[Block, ...]) -> tuple[Block, ...] | None:
        if version in ("", version_of_blocks(current).code):
            return current
        text = self.sources.text(version) if version in self.stored else None
        return None if text is None else read_blocks(text)
