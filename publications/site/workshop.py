"""The workshop: each page worked out and rendered in one go, for every language whose readers would see something new."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from publications.faults import Fault, Level, PublicationError
from publications.finding import CONTENTS, Found, Work, find
from publications.layouts.layout import layout_path
from publications.pages import Publications, translation_of
from publications.project import Project
from publications.site.cards import listed
from publications.site.content import Content
from publications.site.own_files import OwnFiles
from publications.site.renderer import Look, Renderer
from publications.site.stage import MadeFile, Stage
from publications.status.statuses import Statuses
from publications.store import Store, digest

Outputs = Mapping[str, MadeFile]
"""Path below the site's root → what was published there."""


@dataclass(frozen=True, slots=True)
class Done:
    """A page that was made. found: None when its findings were known; outputs: by locale, of those that were rendered.

    faults: why a layout could not be drawn; readers get the text without it.
    """

    page: str
    found: Found | None
    outputs: Mapping[str, Outputs]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Workshop:
    """All that making the pages of one site needs."""

    work: Work
    stage: Stage = field(repr=False)

    @property
    def project(self) -> Project:
        return self.work.around.project

    @cached_property
    def publications(self) -> Publications:
        """The pages as readers get them, told by their front matter."""
        told = self.work.metadata
        return Publications(
            self.project,
            {
                page: {
                    code: translation_of(page, code, metadata, self.project)
                    for code, metadata in told[page].items()
                }
                for page in self.work.keys
            },
        )

    @cached_property
    def renderer(self) -> Renderer:
        own_files = OwnFiles.of(self.project, self.work.around.snapshot.below("docs"))
        return Renderer(self.publications, self.work.around.facts, own_files)

    @cached_property
    def stale(self) -> Mapping[str, tuple[str, ...]]:
        """Page → the locales in which it is to be rendered; what still stands is taken over from the old site."""
        found = {}
        for page in self.work.pages:
            shown = self.project.codes if self.publications.published(page) else ()
            kept = self.work.kept.get(page)
            if kept:
                shown = tuple(code for code in shown if not self._still_stands(page, code, kept.mark))
            if shown or not kept:
                found[page] = shown
        return found

    def digest_of(self, file: Path) -> str:
        """A fingerprint of a file, which may be none of the project's inputs."""
        root, known = self.project.root, self.work.around.snapshot.digests
        below = file.relative_to(root).as_posix() if file.is_relative_to(root) else ""
        return known.get(below) or digest(file.read_bytes())

    def key(self, page: str, locale: str, mark: str) -> str:
        """Of all that a page shows in a locale. mark: of the findings and contents of its texts."""
        around, publications = self.work.around, self.publications
        shown = publications.text(page, locale)
        picture = posixpath.normpath(
            posixpath.join("docs", shown.locale, posixpath.dirname(page), shown.picture)
        )
        beside = [self._face(other, locale) for other in self._beside(page)]
        told = (
            mark,
            shown.locale,
            tuple(publications.published(page)),
            publications.topics(page),
            around.answer(f"file {picture}"),
            self.drawn(page),
            beside,
        )
        return digest(self.base, locale, repr(told))

    def drawn(self, page: str) -> str:
        """Of all that a layout may draw a page with, "" of one that has none."""
        around, kind = self.work.around, self.project.kinds.of(page)
        is_sheet = kind is not None and kind.is_sheet
        return around.answer("all") if is_sheet or around.answer(f"file {layout_path(page)}") else ""

    @cached_property
    def base(self) -> str:
        """What every page shows something of."""
        snapshot = self.work.around.snapshot
        shared = snapshot.digest_of(
            "theme/", "i18n/locale/", "data/sources.yml", "data/topics.yml", "data/identity.yml"
        )
        pictures = map(self.digest_of, self.project.identity.files)
        files = (*self.renderer.own_files.published(), "", *sorted(self.renderer.large), *pictures)
        return digest(self.work.around.base, shared, *files)

    def _beside(self, page: str) -> Iterator[str]:
        """The pages that a page shows cards of, and the home page, whose picture stands for those without one."""
        yield "index.md"
        yield from (other for other in self.publications.neighbours(page) if other)
        yield from listed(self.publications, page)

    def _face(self, page: str, locale: str) -> tuple[object, ...]:
        shown = self.publications.shown(page, locale)
        if shown is None:
            return ()
        others = (tuple(self.publications.published(page)), self.publications.topics(page))
        return (page, shown.locale, shown.title, shown.summary, shown.date, shown.picture, shown.alt, others)

    def _still_stands(self, page: str, locale: str, mark: str) -> bool:
        key, *names = self.stage.old.pages.get(f"{locale}/{page}", ("",))
        return key == self.key(page, locale, mark) and self.stage.take_over(names)


def make_page(shop: Workshop, page: str) -> Done:
    """Work a page out, unless that was done before, and render it where it is stale."""
    found, contents = None, _kept_contents(shop, page)
    if contents is None:
        found = find(shop.work, page)
        contents = found.contents
    findings = found.findings if found else shop.work.kept[page].findings
    statuses = Statuses(shop.project.codes, (findings.status,))
    outputs: dict[str, Outputs] = {}
    faults: list[Fault] = []
    for locale in shop.stale[page]:
        packed = contents.get(shop.publications.text(page, locale).locale)
        if packed is None:
            continue  # it is no text, which was told already
        content = Content.unpack(packed)
        files, told = _as_whole_as_can_be(shop.renderer, page, locale, content, statuses)
        faults += told
        outputs[locale] = {name: shop.stage.write(name, data) for name, data in files.items()}
    return Done(page, found, outputs, tuple(faults))


def _as_whole_as_can_be(
    renderer: Renderer, page: str, locale: str, content: Content, statuses: Statuses
) -> tuple[dict[str, bytes], tuple[Fault, ...]]:
    """The files of a page, and why it has not all that its layout would give it."""
    told: tuple[Fault, ...] = ()
    for look in (Look.WHOLE, Look.DRAWN):
        try:
            return renderer.files(page, locale, content, statuses, look), told
        except PublicationError as error:
            told = tuple(replace(fault, level=Level.WARNING) for fault in error.faults)
    return renderer.files(page, locale, content, statuses, Look.PLAIN), told


def _kept_contents(shop: Workshop, page: str) -> Mapping[str, bytes] | None:
    """The contents of a page whose findings hold; None when it is to be worked out, or they are lost."""
    if page not in shop.work.kept:
        return None
    texts = shop.work.kept[page].findings.texts
    names = {f"{code}/{page}": code for code, text in texts.items() if text.is_readable}
    kept = Store(shop.project.root).some(CONTENTS, names)
    return {names[name]: data for name, data in kept.items()} if len(kept) == len(names) else None
