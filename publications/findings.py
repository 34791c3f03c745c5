"""Findings: all that was worked out of a page's texts: what is wrong with it, where it stands, what others ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from publications.faults import Fault
from publications.pages import Metadata, Publications, translation_of
from publications.project import Project
from publications.reading.anatomy import Link
from publications.snapshot import Snapshot
from publications.status.statuses import Statuses
from publications.translation.record import Status
from publications.translation.status import PageStatus


@dataclass(frozen=True, slots=True)
class TextFindings:
    """What other pages, and the checks of the whole site, ask of one text.

    metadata: what its front matter says, as readers get it; is_readable: whether the file is text at all.
    waived: the checks that are switched off for it; ids: all that a link can end with after `#`.
    picture_line, source_line: of the front matter's picture and of what it was translated from, 1 without.
    text_pictures: the pictures with text in them that it shows, below docs/ ("sv/map.text.svg").
    content: a fingerprint of its HTML and of the pictures in it, "" where there is none.
    """

    locale: str
    page: str
    metadata: Metadata
    is_readable: bool
    waived: tuple[str, ...]
    links: tuple[Link, ...]
    ids: frozenset[str]
    picture_line: int
    source_line: int
    text_pictures: tuple[str, ...]
    content: str

    @property
    def path(self) -> str:
        """Below the project's root."""
        return f"docs/{self.locale}/{self.page}"


@dataclass(frozen=True, slots=True)
class PageFindings:
    """A page in all its languages. texts: by locale; faults: of its texts, as far as they can be told from the page alone."""

    page: str
    texts: Mapping[str, TextFindings]
    status: PageStatus
    faults: tuple[Fault, ...]


def withheld_of(pages: Iterable[PageFindings]) -> frozenset[str]:
    """The paths of their texts that are withheld."""
    return frozenset(text.path for page in pages for text in page.texts.values() if text.metadata.is_withheld)


@dataclass(frozen=True)
class SiteFindings:
    """The findings of every page of a project, and the files that it is made of."""

    project: Project
    snapshot: Snapshot
    pages: Mapping[str, PageFindings]

    @cached_property
    def publications(self) -> Publications:
        """The pages as readers get them."""
        found = {
            page: MappingProxyType(
                {
                    code: translation_of(page, code, text.metadata, self.project)
                    for code, text in findings.texts.items()
                }
            )
            for page, findings in self.pages.items()
        }
        return Publications(self.project, MappingProxyType(found))

    @cached_property
    def statuses(self) -> Statuses:
        """Where every translation stands."""
        return Statuses(self.project.codes, tuple(self.pages[page].status for page in sorted(self.pages)))

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Every file below docs/ but hidden ones, sorted ("sv/index.md")."""
        return tuple(self.snapshot.below("docs"))

    @cached_property
    def file_set(self) -> frozenset[str]:
        return frozenset(self.files)

    @property
    def texts(self) -> tuple[TextFindings, ...]:
        """The texts of all pages, in the order of the pages."""
        return tuple(text for findings in self.pages.values() for text in findings.texts.values())

    @cached_property
    def withheld(self) -> frozenset[str]:
        """The paths of the texts that readers are spared, since they have errors."""
        return withheld_of(self.pages.values())

    def with_unpublished(self, *, drafts: bool = False) -> SiteFindings:
        """The same site as if its texts with errors were published; drafts: and those that are being translated."""

        def shown(text: TextFindings) -> TextFindings:
            was = text.metadata
            status = Status.TRANSLATED if drafts and was.status == Status.DRAFT else was.status
            return replace(text, metadata=replace(was, is_withheld=False, status=str(status)))

        pages = {
            page: replace(found, texts={code: shown(text) for code, text in found.texts.items()})
            for page, found in self.pages.items()
        }
        return replace(self, pages=pages)

    @cached_property
    def pages_meant(self) -> frozenset[str]:
        """The pages that are published, and those that will be when their errors are mended."""
        withheld = (text.page for text in self.texts if text.metadata.is_withheld)
        return frozenset((*self.publications.pages, *withheld))

    def text(self, page: str, locale: str) -> TextFindings | None:
        """One text, None where there is none."""
        found = self.pages.get(page)
        return found.texts.get(locale) if found else None
