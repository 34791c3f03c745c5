"""Links of another generator's pages: what they mean there, and where that lies here."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from publications.adopting.found import FoundPage, FoundSite

# What generators let a link leave out.
_ENDINGS = ("", ".md", ".mdx", ".{locale}.md", "/index.md", "/_index.md", "/_index.{locale}.md")
_PUBLISHED_FROM = ("static", "public", "docs")


@dataclass(frozen=True)
class Links:
    """The links of a site; each is looked up, whatever the number of pages."""

    found: FoundSite

    def here(self, page: FoundPage, target: str) -> str | None:
        """Where a target leads here, seen from its page; None for one that leads to nothing known."""
        start = posixpath.dirname(f"docs/{page.locale}/{page.page}")
        for file in self._candidates(page, target):
            if other := self._pages.get(file):
                return posixpath.relpath(f"docs/{page.locale}/{other.page}", start)
            if asset := self._assets.get(file):
                return posixpath.relpath(f"docs/assets/{asset}", start)
        return None

    def _candidates(self, page: FoundPage, target: str) -> Iterator[Path]:
        """The files that may be meant: beside the page, or below a folder that the site is published from."""
        bare, starts = target.strip("/"), [page.file.parent]
        if target.startswith("/"):
            code, _, below = bare.partition("/")
            bare, starts = below if code in self.found.languages else bare, []
        starts += [self._roots[page.locale], *(self.found.root / name for name in _PUBLISHED_FROM)]
        for start in starts:
            for ending in _ENDINGS:
                name = f"{bare}{ending.format(locale=page.locale)}".lstrip("/")
                yield Path(posixpath.normpath((start / name).as_posix()))

    @cached_property
    def _pages(self) -> Mapping[Path, FoundPage]:
        return {page.file: page for page in self.found.pages}

    @cached_property
    def _assets(self) -> Mapping[Path, str]:
        return {file: name for name, file in self.found.assets.items()}

    @cached_property
    def _roots(self) -> Mapping[str, Path]:
        """The folder that the pages of each language lie below."""
        roots: dict[str, Path] = {}
        for page in self.found.pages:
            root = page.file.parents[page.page.count("/")]
            if page.locale not in roots or len(root.parts) < len(roots[page.locale].parts):
                roots[page.locale] = root
        return roots
