"""A live site: every page worked out, and rendered when somebody asks for it; for previews and for MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from publications.checks import site_faults
from publications.faults import Fault
from publications.finding import Found, Work, content_in, find, plan, site_of
from publications.findings import SiteFindings
from publications.newsletters.pictures import FOLDER
from publications.pages import url_of
from publications.parallel import spread
from publications.project import Project
from publications.site.content import Content
from publications.site.own_files import OwnFiles
from publications.site.page_context import has_translations_page
from publications.site.page_view import TRANSLATIONS
from publications.site.renderer import Renderer
from publications.site.whole_site import copied_files, site_files
from publications.snapshot import take_snapshot

# What is published beside a page, named after it.
_BESIDE = (".social.png", ".png", ".pdf")


class Audience(StrEnum):
    """Who sees a site: editors see texts with errors too, and translators their drafts."""

    READERS = "readers"
    EDITORS = "editors"
    TRANSLATORS = "translators"


@dataclass(frozen=True)
class LiveSite:
    """The site as the files lie on disk now.

    found: the pages that were worked out just now, by path. audience: for whom it is.
    """

    work: Work
    found: Mapping[str, Found] = field(repr=False)
    audience: Audience = Audience.READERS

    @classmethod
    def read(cls, project: Project, audience: Audience = Audience.READERS) -> LiveSite:
        """Work out what has changed since it was last asked."""
        work = plan(project, take_snapshot(project.root))
        found = tuple(spread(find, work, work.to_do))
        work.keep(found)
        return cls(work, {one.findings.page: one for one in found}, audience)

    @cached_property
    def findings(self) -> SiteFindings:
        site = site_of(self.work, tuple(self.found.values()))
        if self.audience is Audience.READERS:
            return site
        return site.with_unpublished(drafts=self.audience is Audience.TRANSLATORS)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        return site_faults(self.findings)

    @cached_property
    def renderer(self) -> Renderer:
        own_files = OwnFiles.of(self.findings.project, self.findings.files)
        return Renderer(self.findings.publications, self.work.around.facts, own_files)

    @cached_property
    def made_once(self) -> Mapping[str, Callable[[], bytes]]:
        """Path below the site's root → what makes the file that belongs to no single page."""
        return site_files(self.renderer, self.findings, self.content)

    @cached_property
    def copied(self) -> Mapping[str, Path]:
        """Path below the site's root → the file that is published as it lies on disk."""
        return dict(copied_files(self.renderer, self.findings))

    def page_at(self, name: str) -> tuple[str, str] | None:
        """The page, and the locale, whose files are one at this path below the site's root ("sv/project/index.html")."""
        locale, _, below = name.partition("/")
        stem = below.partition(f"/{FOLDER}/")[0].removesuffix("index.html").removesuffix("/")
        for ending in _BESIDE:
            stem = stem.removesuffix(ending)
        for page in (f"{stem}.md", f"{stem}/index.md".removeprefix("/")):
            if locale in self.findings.project.codes and self.findings.publications.published(page):
                return page, locale
        return None

    def pages(self) -> Iterator[str]:
        """Every page that a reader of any language has, the translators' page last."""
        yield from self.findings.publications.pages
        if has_translations_page(self.findings.publications):
            yield TRANSLATIONS

    def files(self, page: str, locale: str) -> dict[str, bytes]:
        """The files of a page, by their places below the site's root. Raises PublicationError when it cannot be made."""
        statuses = self.findings.statuses
        if page == TRANSLATIONS and has_translations_page(self.findings.publications):
            return {f"{url_of(page, locale)}index.html": self.renderer.translations_page(locale, statuses)}
        return self.renderer.files(page, locale, self.content(page, locale), statuses)

    def content(self, page: str, locale: str) -> Content:
        """The content of the text that a reader is shown; nothing where the file is no text."""
        code = self.findings.publications.text(page, locale).locale
        packed = self.found[page].contents.get(code) if page in self.found else None
        return Content.unpack(packed) if packed else content_in(self.work, page, code)
