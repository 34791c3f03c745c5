"""Destinations: what the addresses in a page can lead to, and the nearest one to an address that leads nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import MappingProxyType

from publications.faults import nearest
from publications.findings import SiteFindings
from publications.pages import url_of
from publications.redirects import read_redirects


@dataclass(frozen=True, slots=True)
class Destinations:
    """Everything that is published, named as links name it.

    pages: paths that all locales share; a reader without a translation is shown another language's.
    drafts: the paths that only drafts have.
    own: pictures and documents below the locales' folders, and the locales that have them.
    shared: the files outside of them ("assets/pact.svg").
    moved: pages that are no more, and those that took their place.
    """

    pages: frozenset[str]
    drafts: frozenset[str]
    own: Mapping[str, frozenset[str]]
    shared: frozenset[str]
    moved: Mapping[str, str]
    _by_name: Mapping[str, str] = field(repr=False)

    def near(self, below: str) -> str | None:
        """The page or file of a locale most like that path: one of the same name first."""
        wanted = below if PurePosixPath(below).suffix else f"{below}.md"
        if wanted in self.moved:
            return self.moved[wanted]
        known: Iterable[str] = self.pages if wanted.endswith(".md") else self.own
        return self._by_name.get(posixpath.basename(wanted).lower()) or nearest(wanted, known)

    def near_shared(self, name: str) -> str | None:
        """The shared file most like that path."""
        return nearest(name, self.shared)

    def is_published(self, address: str) -> bool:
        """Whether something lies at an address below the site's root, as HTML names it."""
        address = address.removesuffix("index.html")
        locale, _, below = address.partition("/")
        if address in self.shared or locale in self.own.get(below, ()):
            return True
        path = below.strip("/")
        return any(page in self.pages for page in (f"{path}.md", f"{path}/index.md".lstrip("/")))


def read_destinations(site: SiteFindings) -> Destinations:
    """Gather them from a whole site."""
    codes = site.project.codes
    own: dict[str, set[str]] = {}
    shared: set[str] = set()
    for name in site.files:
        folder, _, below = name.partition("/")
        if name.endswith(".md"):
            continue
        if folder in codes:
            own.setdefault(below, set()).add(folder)
        else:
            shared.add(name)
    pages = site.pages_meant
    names = (*own, *pages)
    return Destinations(
        pages=pages,
        drafts=frozenset(site.publications.translations) - pages,
        own=MappingProxyType({name: frozenset(locales) for name, locales in own.items()}),
        shared=frozenset(shared),
        moved=dict(read_redirects(site.project.root).shown(site.publications)),
        _by_name=MappingProxyType(
            {posixpath.basename(name).lower(): name for name in names if not name.endswith("index.md")}
        ),
    )


def way(page: str, below: str) -> str:
    """How a page names another page or file of its locale: "../project.md"."""
    return posixpath.relpath(below, posixpath.dirname(page) or ".")


def published_way(page: str, locale: str, dest: str) -> str:
    """How HTML in a page names a published address: it counts from the page's own address."""
    return posixpath.relpath(dest, url_of(page, locale))
