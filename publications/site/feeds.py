"""Feeds: the newest publications as Atom (RFC 4287), whole, in each language and in all.

An entry is a text in its own language; a page that is shown in another is none. Its id is the address that it had at
first, and `updated` changes when its front matter says so: then readers are told of it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

from publications.facts.topic import Topic
from publications.findings import SiteFindings
from publications.language.dates import parse_date
from publications.pages import Publications, Translation, is_index, section_of, url_of
from publications.reading.allow_list import absolute
from publications.redirects import read_redirects
from publications.site.addresses import alternates
from publications.site.feed_links import FILE, FeedLink, feed_links
from publications.site.root_pages import environment
from publications.snapshot import engine_digest
from publications.store import Store, digest

MOST_ENTRIES = 30
_TEMPLATE, _KIND = "feed/atom.xml", "feeds"

HtmlOf = Callable[[Translation], str]
"""A text's HTML as its own page has it, with addresses seen from there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A text. id, address: absolute; published, updated: moments of RFC 3339; others: locale and address."""

    id: str
    locale: str
    title: str
    summary: str
    address: str
    published: str
    updated: str
    others: tuple[tuple[str, str], ...]
    topics: tuple[Topic, ...]
    html: str


@dataclass(frozen=True)
class Feeds:
    """The feeds of a site."""

    site: SiteFindings
    html_of: HtmlOf = field(repr=False)

    @property
    def publications(self) -> Publications:
        return self.site.publications

    def makers(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Path below the site's root and what makes the feed: of each language and its sections, and of all languages."""
        dated = [text for page in self._newest for text in self.publications.published(page).values()]
        for locale in self.site.project.codes if dated else ():
            for link in feed_links(self.publications, locale):
                chosen = [
                    text
                    for text in dated
                    if text.locale == locale and link.section in ("", section_of(text.page))
                ]
                yield link.path, partial(self._feed, link, locale, chosen)
        if dated:
            yield FILE, partial(self._feed, FeedLink(FILE, self.site.project.site_name, ""), "", dated)

    @cached_property
    def _newest(self) -> list[str]:
        """The publications that have a date, the newest first."""
        originals = ((page, self.publications.original(page)) for page in self.publications.pages)
        dates = {
            page: text.date
            for page, text in originals
            if text and section_of(page) and not is_index(page) and parse_date(text.date)
        }
        return sorted(dates, key=lambda page: (dates[page], page), reverse=True)

    @property
    def _newest_date(self) -> str:
        """When the site had its last news: what a feed without entries says."""
        originals = map(self.publications.original, self._newest[:1])
        return next((text.date for text in originals if text), "")

    def _feed(self, link: FeedLink, locale: str, texts: Sequence[Translation]) -> bytes:
        """One feed. The same texts give the same bytes, which are kept."""
        chosen, store = texts[:MOST_ENTRIES], Store(self.site.project.root)
        key = self._key(link, chosen).encode()
        kept = store.get(_KIND, link.path)
        if kept is not None and kept.startswith(key):
            return kept.removeprefix(key)
        site_url, entries = self.site.project.site_url, tuple(self._entries(chosen))
        feed = {
            "locale": locale,
            "address": site_url + link.path,
            "page": site_url + (f"{locale}/{link.section}".rstrip("/") + "/" if locale else ""),
            "title": link.title,
            "author": self.site.project.site_name,
            "updated": max((entry.updated for entry in entries), default=_moment(self._newest_date)),
            "entries": entries,
        }
        made = environment(self.site.project.theme_dir).get_template(_TEMPLATE).render(feed=feed).encode()
        store.put(_KIND, {link.path: key + made})
        return made

    def _key(self, link: FeedLink, texts: Sequence[Translation]) -> str:
        """Of all that a feed says."""
        told = [
            (
                replace(text, path=Path(text.page)),
                self.site.pages[text.page].texts[text.locale].content,
                tuple(self.publications.published(text.page)),
                self.publications.topics(text.page),
            )
            for text in texts
        ]
        return digest(self._shared, repr(link), repr(told))

    @cached_property
    def _shared(self) -> str:
        """What all feeds say something of."""
        files = ("mkdocs.yml", "data/topics.yml", "i18n/redirects.txt", "theme/feed/")
        return digest(engine_digest(), self.site.snapshot.digest_of(*files))

    def _entries(self, texts: Iterable[Translation]) -> Iterator[Entry]:
        project, topics = self.site.project, self.publications.known_topics
        redirects = read_redirects(project.root)
        for text in texts:
            address = project.site_url + text.url
            others = alternates(self.publications, text.page)
            html = absolute(self.html_of(text), address)
            yield Entry(
                id=project.site_url + url_of(redirects.first_name(text.page), text.locale),
                locale=text.locale,
                title=text.title,
                summary=text.summary,
                address=address,
                published=_moment(text.date),
                updated=_moment(max(text.updated, text.date)),
                others=tuple((code, other) for code, other in others if code != text.locale),
                topics=tuple(topics[name] for name in self.publications.topics(text.page) if name in topics),
                html=html.partition("</h1>")[2].strip() or html,
            )


def _moment(date: str) -> str:
    """The beginning of a day, month or year, as RFC 3339 writes moments."""
    read = parse_date(date)
    return f"{read.first_day if read else '1970-01-01'}T00:00:00Z"
