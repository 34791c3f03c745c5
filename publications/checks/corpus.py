"""The corpus: everything the checks look at, read once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from publications.checks.translated import TranslatedPage, translated_pages
from publications.pages import Publications, Translation, translation_of
from publications.project import Project
from publications.reading.source_page import SourcePage, read_source_page


@dataclass(frozen=True)
class Corpus:
    """A project with all that lies in its docs folder.

    files: every file below docs/ but hidden ones, with forward slashes, sorted ("sv/index.md").
    pages: the Markdown files below the locales' folders, in that order.
    """

    project: Project
    files: tuple[str, ...] = field(repr=False)
    pages: tuple[SourcePage, ...] = field(repr=False)

    @cached_property
    def file_set(self) -> frozenset[str]:
        return frozenset(self.files)

    @cached_property
    def publications(self) -> Publications:
        """The same pages as readers get them."""
        found: dict[str, dict[str, Translation]] = {}
        for source in self.pages:
            translation = translation_of(source.file, self.project.docs_dir, source.values)
            found.setdefault(source.page, {})[source.locale] = translation
        frozen = {page: MappingProxyType(locales) for page, locales in found.items()}
        return Publications(self.project, MappingProxyType(frozen))

    @cached_property
    def sources(self) -> Mapping[tuple[str, str], SourcePage]:
        """The pages by page and locale."""
        return MappingProxyType({(source.page, source.locale): source for source in self.pages})

    @cached_property
    def translated(self) -> tuple[TranslatedPage, ...]:
        """The translations, each with the text that it follows."""
        return tuple(translated_pages(self.project, self.pages))

    def source(self, page: str, locale: str) -> SourcePage | None:
        return self.sources.get((page, locale))


def read_corpus(project: Project) -> Corpus:
    """Read all of docs/."""
    files = tuple(sorted(_files(project.docs_dir)))
    return Corpus(project, files, tuple(_pages(project, files)))


def _files(docs_dir: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(docs_dir):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(folder).relative_to(docs_dir)
        yield from ((below / name).as_posix() for name in names if not name.startswith("."))


def _pages(project: Project, files: tuple[str, ...]) -> Iterator[SourcePage]:
    for name in files:
        locale, _, page = name.partition("/")
        if locale in project.codes and page.endswith(".md"):
            yield read_source_page(project.docs_dir / name, locale, page)
