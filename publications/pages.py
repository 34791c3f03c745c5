"""Pages: the same path below each locale's folder, and which text a reader is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from publications.facts.topic import Topic, read_topics
from publications.project import MenuEntry, Project
from publications.reading.frontmatter import Front, split


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the front matter of a text says to its readers.

    source_locale: what it was translated from; None for an original.
    updated: when readers were last told something else, by default the date; topics: ids of data/topics.yml.
    place, authors, number: of an event, a report.
    status: draft, machine, translated or reviewed; an original has "original".
    is_withheld: whether it has an error, and readers are spared it until that is mended.
    """

    title: str
    summary: str = ""
    date: str = ""
    updated: str = ""
    topics: tuple[str, ...] = ()
    place: str = ""
    authors: tuple[str, ...] = ()
    number: str = ""
    picture: str = ""
    alt: str = ""
    source_locale: str | None = None
    version: str = ""
    status: str = "original"
    is_withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation(Metadata):
    """A page in one locale. page: the path shared by all locales ("newsletters/2021-05.md"); path: its file."""

    page: str
    locale: str
    path: Path

    @property
    def is_published(self) -> bool:
        """A draft is not shown to readers, nor what has an error: they get the fallback."""
        return self.status != "draft" and not self.is_withheld

    @property
    def url(self) -> str:
        return url_of(self.page, self.locale)


@dataclass(frozen=True)
class Publications:
    """All pages of a project: page → locale → translation."""

    project: Project
    translations: Mapping[str, Mapping[str, Translation]]

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The pages that a reader can be shown, by path."""
        return tuple(sorted(page for page, published in self._published.items() if published))

    def published(self, page: str) -> Mapping[str, Translation]:
        """The translations of a page that readers may see, by locale."""
        return self._published.get(page, {})

    def original(self, page: str) -> Translation | None:
        """The translation that no other is the source of its text."""
        found = self.published(page).values()
        return next((text for text in found if text.source_locale is None), next(iter(found), None))

    def shown(self, page: str, locale: str) -> Translation | None:
        """What a reader of that locale gets: its own text, else its fallback chain's, else the original."""
        published = self.published(page)
        for code in (locale, *self.project.locale(locale).fallback):
            if code in published:
                return published[code]
        return self.original(page)

    def text(self, page: str, locale: str) -> Translation:
        """The same, of a page that is one of `pages`; any other is a LookupError."""
        shown = self.shown(page, locale)
        if shown is None:
            raise LookupError(page)
        return shown

    @cached_property
    def known_topics(self) -> Mapping[str, Topic]:
        """The topics of data/topics.yml, by id."""
        return read_topics(self.project.root)

    def topics(self, page: str) -> tuple[str, ...]:
        """What a page is about, in all languages, as its original says it."""
        original = self.original(page)
        return original.topics if original else ()

    def menu(self, entries: Iterable[MenuEntry]) -> tuple[MenuEntry, ...]:
        """The entries that lead to a page which there is."""
        return tuple(entry for entry in entries if self.published(entry.page))

    def section(self, name: str) -> tuple[str, ...]:
        """The pages of a section ("newsletters"), newest first; its index page is not one of them."""
        return self._sections.get(name, ())

    @property
    def sections(self) -> tuple[str, ...]:
        """The folders that have publications, those of the menu first."""
        named = dict.fromkeys(section_of(entry.page) for entry in self.project.menu)
        return tuple(
            name
            for name in (*named, *sorted(self._sections.keys() - named.keys()))
            if name in self._sections and name
        )

    def neighbours(self, page: str) -> tuple[str | None, str | None]:
        """The next older and the next newer page of a page's section."""
        return self._neighbours.get(page, (None, None))

    # What follows is asked for every page, so each is worked out once, and none costs more than a sort.

    @cached_property
    def _published(self) -> Mapping[str, Mapping[str, Translation]]:
        return {
            page: {code: text for code, text in locales.items() if text.is_published}
            for page, locales in self.translations.items()
        }

    @cached_property
    def _sections(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for page in sorted(self.pages, key=lambda page: (self._date(page), page), reverse=True):
            if not is_index(page):
                found.setdefault(section_of(page), []).append(page)
        return {section: tuple(pages) for section, pages in found.items()}

    @cached_property
    def _neighbours(self) -> Mapping[str, tuple[str | None, str | None]]:
        found: dict[str, tuple[str | None, str | None]] = {}
        for section in filter(None, self._sections):
            pages = (None, *self._sections[section], None)
            found.update(
                (page, (older, newer))
                for newer, page, older in zip(pages, pages[1:], pages[2:], strict=False)
                if page
            )
        return found

    def _date(self, page: str) -> str:
        original = self.original(page)
        return original.date if original else ""


def read_publications(project: Project) -> Publications:
    """Read the front matter of every page of every locale."""
    found: dict[str, dict[str, Translation]] = {}
    for locale in project.codes:
        folder = project.docs_dir / locale
        for path in sorted(folder.rglob("*.md")):
            page = path.relative_to(folder).as_posix()
            text = path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
            values = Front(split(text).front_matter).values
            found.setdefault(page, {})[locale] = translation_of(
                page, locale, metadata_of(page, values), project
            )
    frozen = {page: MappingProxyType(locales) for page, locales in found.items()}
    return Publications(project, MappingProxyType(frozen))


def metadata_of(page: str, values: Mapping[str, object]) -> Metadata:
    """What the front matter of a page says; what is wrong with it is the checks' business and gives empty values here."""
    record = values.get("translation")
    record = record if isinstance(record, dict) else {}

    def word(key: str) -> str:
        return str(values.get(key) or "")

    def words(key: str) -> tuple[str, ...]:
        value = values.get(key)
        return tuple(map(str, value)) if isinstance(value, list) else ()

    return Metadata(
        title=word("title") or PurePosixPath(page).stem,
        summary=word("summary"),
        date=word("date"),
        updated=word("updated"),
        topics=words("topics"),
        place=word("place"),
        authors=words("authors") or tuple(filter(None, [word("authors")])),
        number=word("number"),
        picture=word("picture"),
        alt=word("alt"),
        source_locale=str(record["source"]) if record.get("source") else None,
        version=str(record.get("version") or ""),
        status=str(record.get("status") or "translated") if record else "original",
    )


def translation_of(page: str, locale: str, metadata: Metadata, project: Project) -> Translation:
    """The translation that a front matter opens."""
    values = {name: getattr(metadata, name) for name in Metadata.__slots__}
    return Translation(page=page, locale=locale, path=project.docs_dir / locale / page, **values)


def url_of(page: str, locale: str) -> str:
    """Where a page is published, below the site's address: "sv/newsletters/2021-05/"."""
    folder = f"{locale}/{page}".removesuffix(".md")
    return folder.removesuffix("index") if is_index(page) else f"{folder}/"


def section_of(page: str) -> str:
    """The first folder of a page's path, "" at the top."""
    return page.partition("/")[0] if "/" in page else ""


def is_index(page: str) -> bool:
    """Whether a page is the front page of its section."""
    return page.rpartition("/")[2] == "index.md"
