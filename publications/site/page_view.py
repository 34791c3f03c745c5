"""What a page's template knows: whose locale, which text, the page's other languages, its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from publications.catalogs import read_catalog
from publications.facts.topic import Topic
from publications.kinds import Kind
from publications.language.cldr import direction
from publications.language.dates import date_text
from publications.language.lists import list_text
from publications.language.names import tag_with_territory
from publications.pages import Publications, Translation, is_index, section_of, url_of
from publications.project import MenuEntry
from publications.site.addresses import alternates, edit_url, new_file_url, picture_path, relative
from publications.site.cards import Card, card_of, cards_of, name_of
from publications.site.feed_links import FeedLink, feed_links
from publications.site.labels import menu_label
from publications.site.translation_view import TranslationView, translation_view
from publications.status.statuses import Statuses

TRANSLATIONS = "translations.md"
"""The translators' page: made for every locale, and in no folder of docs/."""


@dataclass(frozen=True, slots=True)
class LocaleLink:
    """One entry of the language switcher. url: relative to the page."""

    locale: str
    name: str
    url: str
    is_translated: bool
    is_current: bool


@dataclass(frozen=True, slots=True)
class MenuLink:
    """One entry of a menu. label: in the reader's language."""

    label: str
    url: str
    is_active: bool


@dataclass(frozen=True, slots=True)
class PageView:
    """All that the templates need to know of one page in one reader's locale.

    page_locale is the reader's, direction the way it is written, content_locale the text's; they differ on a fallback page.
    kind: of the publication, or of those that an index lists; details: what it shows of the front matter, by its keys.
    page_language, content_language, source_language: their names, as the reader's language writes them.
    og_locale: the text's locale with its country, as Open Graph wants it ("sv_SE").
    canonical: absolute, and the page in the language the text is written in.
    translate_url: where the missing translation is begun, "" when there is nothing to begin.
    translation: how the text stands to its source, None for an original; source_url: the source, relative.
    translations_url: the translators' page, relative; is_indexed: search engines may list this page.
    years: an index's cards by year, newest first.
    older, newer: the neighbours of a publication in its section.
    topics: of the page, or of its cards; feeds: of the reader's language.
    """

    page: str
    section: str
    kind: Kind
    details: tuple[tuple[str, str], ...]
    page_locale: str
    direction: str
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
    updated_label: str
    picture: str
    picture_url: str
    alt: str
    canonical: str
    edit_url: str
    translate_url: str
    translation: TranslationView | None
    source_url: str
    translations_url: str
    is_indexed: bool
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
    topics: tuple[Topic, ...]
    feeds: tuple[FeedLink, ...]


def page_view(
    publications: Publications, statuses: Statuses, page: str, locale: str, *, made: Translation | None = None
) -> PageView:
    """Everything a template shows of a page in a locale; the page must exist in some locale.

    made: what stands for its file, for a page that has none and is made in every locale.
    """
    project, text = publications.project, made or publications.text(page, locale)
    kind = project.kinds.in_folder(section_of(page))
    translation = translation_view(statuses, page, text.locale)
    here, is_fallback = url_of(page, locale), text.locale != locale
    menu = tuple(_menu(publications, project.menu, page, locale))
    cards = tuple(cards_of(publications, page, locale))
    older, newer = (_card(publications, other, page, locale) for other in publications.neighbours(page))
    return PageView(
        page=page,
        section=section_of(page),
        kind=kind,
        details=tuple(_details(kind, text, locale)),
        page_locale=locale,
        direction=direction(locale),
        content_locale=text.locale,
        og_locale=tag_with_territory(locale),
        page_language=name_of(publications, locale, locale),
        content_language=name_of(publications, text.locale, locale),
        is_fallback=is_fallback,
        is_home=page == "index.md",
        is_index=is_index(page),
        status=text.status,
        source_language=name_of(publications, text.source_locale, locale) if text.source_locale else "",
        title=text.title,
        summary=text.summary,
        date=text.date,
        date_label=date_text(text.date, locale) if text.date else "",
        updated_label=date_text(text.updated, locale) if text.updated > text.date else "",
        picture=relative(picture_path(text), seen_from=here) if text.picture else "",
        picture_url=project.site_url + picture_path(text) if text.picture else "",
        alt=text.alt,
        canonical=project.site_url + text.url,
        edit_url="" if made else edit_url(project, page, text.locale),
        translate_url=new_file_url(project, page, locale) if is_fallback else "",
        translation=translation,
        source_url=relative(url_of(page, translation.source_locale), seen_from=here) if translation else "",
        translations_url=relative(url_of(TRANSLATIONS, locale), seen_from=here),
        is_indexed=made is None,
        root=relative("", seen_from=here),
        home=relative(url_of("index.md", locale), seen_from=here),
        section_link=next((link for link in menu if link.is_active and section_of(page)), None),
        languages=tuple(_languages(publications, page, locale, is_made=made is not None)),
        alternates=() if is_fallback else tuple(alternates(publications, page)),
        menu=menu,
        footer=tuple(_menu(publications, project.footer, page, locale)),
        cards=cards,
        years=tuple((year, tuple(group)) for year, group in groupby(cards, key=lambda card: card.date[:4])),
        older=older,
        newer=newer,
        topics=tuple(_topics(publications, page, cards)),
        feeds=feed_links(publications, locale),
    )


def _details(kind: Kind, text: Translation, locale: str) -> Iterator[tuple[str, str]]:
    """What stands below a title: the key of the front matter, and its value."""
    values = {"place": text.place, "authors": list_text(text.authors, locale), "number": text.number}
    yield from ((key, values[key]) for key in kind.shows if values[key])


def _topics(publications: Publications, page: str, cards: Iterable[Card]) -> Iterator[Topic]:
    """What a page is about; an index page, what its publications are about."""
    named = {name for card in cards for name in card.topics} | set(publications.topics(page))
    yield from (topic for name, topic in publications.known_topics.items() if name in named)


def _languages(publications: Publications, page: str, locale: str, *, is_made: bool) -> Iterator[LocaleLink]:
    published = publications.published(page)
    for other in publications.project.locales:
        url = relative(url_of(page, other.code), seen_from=url_of(page, locale))
        is_translated = is_made or other.code in published
        yield LocaleLink(other.code, other.name, url, is_translated, other.code == locale)


def _menu(
    publications: Publications, entries: Iterable[MenuEntry], page: str, locale: str
) -> Iterator[MenuLink]:
    project, section, here = publications.project, section_of(page), url_of(page, locale)
    catalog = read_catalog(project, locale)
    for entry in publications.menu(entries):
        is_active = entry.page == page or (section != "" and section_of(entry.page) == section)
        url = relative(url_of(entry.page, locale), seen_from=here)
        yield MenuLink(menu_label(project, catalog, entry), url, is_active)


def _card(publications: Publications, other: str | None, page: str, locale: str) -> Card | None:
    return card_of(publications, other, locale, seen_from=url_of(page, locale)) if other else None
