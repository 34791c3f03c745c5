"""What a page's template knows: whose locale, which text, the page's other languages, its neighbours."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from urllib.parse import quote

from publications.language.dates import date_text
from publications.language.names import language_name, tag_with_territory
from publications.pages import Publications, Translation, is_index, section_of, url_of
from publications.project import MenuEntry


@dataclass(frozen=True, slots=True)
class LocaleLink:
    """One entry of the language switcher. url: relative to the page."""

    locale: str
    name: str
    url: str
    is_translated: bool
    is_current: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A publication as its index shows it.

    language: the text's, as the reader's language writes it.
    url, picture: relative to the page that shows it, or "".
    """

    page: str
    section: str
    locale: str
    language: str
    is_fallback: bool
    title: str
    summary: str
    date: str
    date_label: str
    url: str
    picture: str
    alt: str


@dataclass(frozen=True, slots=True)
class MenuLink:
    """One entry of a menu. label: a msgid of the catalogs."""

    label: str
    url: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class PageView:
    """All that the templates need to know of one page in one reader's locale.

    page_locale is the reader's, content_locale the text's; they differ on a fallback page.
    page_language, content_language, source_language: their names, as the reader's language writes them.
    og_locale: the reader's locale with its country, as Open Graph wants it ("sv_SE").
    canonical: absolute, and the page in the language the text is written in.
    translate_url: where the missing translation is begun, "" when there is nothing to begin.
    years: an index's cards by year, newest first.
    older, newer: the neighbours of a publication in its section.
    """

    page: str
    section: str
    page_locale: str
    content_locale: str
    og_locale: str
    page_language: str
    content_language: str
    is_fallback: bool
    is_home: bool
    is_index: bool
    status: str
    source_language: str
    title: str
    summary: str
    date: str
    date_label: str
    picture: str
    picture_url: str
    alt: str
    canonical: str
    edit_url: str
    translate_url: str
    root: str
    home: str
    section_link: MenuLink | None
    languages: tuple[LocaleLink, ...]
    alternates: tuple[tuple[str, str], ...]
    menu: tuple[MenuLink, ...]
    footer: tuple[MenuLink, ...]
    cards: tuple[Card, ...]
    years: tuple[tuple[str, tuple[Card, ...]], ...]
    older: Card | None
    newer: Card | None


def page_view(publications: Publications, page: str, locale: str) -> PageView:
    """Everything a template shows of a page in a locale; the page must exist in some locale."""
    return _Viewer(publications, page, locale).view()


@dataclass(frozen=True, slots=True)
class _Viewer:
    publications: Publications
    page: str
    locale: str

    def view(self) -> PageView:
        project, shown = self.publications.project, self._shown(self.page)
        older, newer = self._neighbours()
        cards = tuple(self._cards())
        section = section_of(self.page)
        return PageView(
            page=self.page,
            section=section,
            page_locale=self.locale,
            content_locale=shown.locale,
            og_locale=tag_with_territory(self.locale),
            page_language=self._language(self.locale),
            content_language=self._language(shown.locale),
            is_fallback=shown.locale != self.locale,
            is_home=self.page == "index.md",
            is_index=is_index(self.page),
            status=shown.status,
            source_language=self._language(shown.source_locale) if shown.source_locale else "",
            title=shown.title,
            summary=shown.summary,
            date=shown.date,
            date_label=date_text(shown.date, self.locale) if shown.date else "",
            picture=self._picture(shown),
            picture_url=project.site_url + picture_path(shown) if shown.picture else "",
            alt=shown.alt,
            canonical=project.site_url + shown.url,
            edit_url=self._edit_url(shown),
            translate_url=self._translate_url() if shown.locale != self.locale else "",
            root=self._relative(""),
            home=self._relative(url_of("index.md", self.locale)),
            section_link=next(
                (link for link in self._menu(project.menu) if link.is_active and section), None
            ),
            languages=tuple(self._languages()),
            alternates=tuple(self._alternates()),
            menu=tuple(self._menu(project.menu)),
            footer=tuple(self._menu(project.footer)),
            cards=cards,
            years=tuple(
                (year, tuple(group)) for year, group in groupby(cards, key=lambda card: card.date[:4])
            ),
            older=older,
            newer=newer,
        )

    def _shown(self, page: str) -> Translation:
        shown = self.publications.shown(page, self.locale)
        if shown is None:
            raise LookupError(page)
        return shown

    def _language(self, code: str) -> str:
        """A language's name in the reader's, or, where that has none, what its own speakers call it."""
        return language_name(code, self.locale) or self.publications.project.locale(code).name

    def _relative(self, url: str) -> str:
        """The way from this page to an address below the site's root."""
        here = url_of(self.page, self.locale)
        way = posixpath.relpath(url or ".", here)
        return way + "/" if not url or url.endswith("/") else way

    def _languages(self) -> Iterator[LocaleLink]:
        published = self.publications.published(self.page)
        for locale in self.publications.project.locales:
            url = self._relative(url_of(self.page, locale.code))
            is_translated = locale.code in published
            yield LocaleLink(locale.code, locale.name, url, is_translated, locale.code == self.locale)

    def _alternates(self) -> Iterator[tuple[str, str]]:
        """Language and address of each real translation, and of the chooser for everyone else."""
        if self._shown(self.page).locale != self.locale:
            return
        site_url = self.publications.project.site_url
        for locale in self.publications.project.codes:
            if locale in self.publications.published(self.page):
                yield locale, site_url + url_of(self.page, locale)
        if self.page == "index.md":
            yield "x-default", site_url

    def _menu(self, entries: Iterable[MenuEntry]) -> Iterator[MenuLink]:
        section = section_of(self.page)
        for entry in entries:
            is_active = entry.page == self.page or (section != "" and section_of(entry.page) == section)
            yield MenuLink(entry.label, self._relative(url_of(entry.page, self.locale)), is_active)

    def _cards(self) -> Iterator[Card]:
        """A section's publications on its index page; on the home page those of every section."""
        if not is_index(self.page):
            return
        sections = [section_of(self.page)]
        if self.page == "index.md":
            sections = [section_of(entry.page) for entry in self.publications.project.menu]
        for section in filter(None, sections):
            for page in self.publications.section(section):
                yield self._card(page)

    def _card(self, page: str) -> Card:
        shown = self._shown(page)
        return Card(
            page=page,
            section=section_of(page),
            locale=shown.locale,
            language=self._language(shown.locale),
            is_fallback=shown.locale != self.locale,
            title=shown.title,
            summary=shown.summary,
            date=shown.date,
            date_label=date_text(shown.date, self.locale) if shown.date else "",
            url=self._relative(url_of(page, self.locale)),
            picture=self._picture(shown),
            alt=shown.alt,
        )

    def _neighbours(self) -> tuple[Card | None, Card | None]:
        older, newer = self.publications.neighbours(self.page)
        return self._card(older) if older else None, self._card(newer) if newer else None

    def _picture(self, shown: Translation) -> str:
        return self._relative(picture_path(shown)) if shown.picture else ""

    def _edit_url(self, shown: Translation) -> str:
        project = self.publications.project
        if not project.repo_url or not project.edit_uri:
            return ""
        return f"{project.repo_url}/{project.edit_uri}{quote(f'{shown.locale}/{self.page}')}"

    def _translate_url(self) -> str:
        """GitHub opens a file that does not exist yet at `new/`, other hosts at their edit address."""
        project = self.publications.project
        branch = project.edit_uri.removeprefix("edit/").removesuffix("/docs/")
        if not project.repo_url.startswith("https://github.com/") or "/" in branch:
            return f"{project.repo_url}/{project.edit_uri}{quote(f'{self.locale}/{self.page}')}"
        path = PurePosixPath("docs", self.locale, self.page)
        return f"{project.repo_url}/new/{branch}/{quote(str(path.parent))}?filename={quote(path.name)}"


def picture_path(shown: Translation) -> str:
    """Where a page's picture is published, below the site's root ("assets/pictures/pact.svg").

    Front matter gives it relative to the file it stands in, as a link in the text would.
    """
    below_docs = posixpath.normpath(
        posixpath.join(shown.locale, posixpath.dirname(shown.page), shown.picture)
    )
    return below_docs.removeprefix("../")
