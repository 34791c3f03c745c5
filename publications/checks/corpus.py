"""The corpus: some pages with their texts, each read once, for the checks that look into texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from types import MappingProxyType

from publications.checks.translated import TranslatedPage, translated_pages
from publications.pages import Publications, metadata_of, translation_of
from publications.project import Project
from publications.reading.reading import Reading
from publications.reading.rendered import Rendered
from publications.reading.source_page import SourcePage, read_source_page
from publications.site.content import render
from publications.snapshot import Snapshot, take_snapshot
from publications.surroundings import Inquiry, Surroundings
from publications.translation.anchors import Anchors, anchors_of
from publications.translation.comparison import PageComparison, compare_page
from publications.translation.record import Status


@dataclass(frozen=True)
class Corpus:
    """Texts with what they may ask of the project around them.

    pages: their Markdown files, with all that belong to the same page in other languages.
    """

    inquiry: Inquiry
    pages: tuple[SourcePage, ...] = field(repr=False)

    @property
    def project(self) -> Project:
        return self.inquiry.project

    @cached_property
    def by_page(self) -> Mapping[str, Mapping[str, SourcePage]]:
        """Page → locale → text."""
        found: dict[str, dict[str, SourcePage]] = {}
        for source in self.pages:
            found.setdefault(source.page, {})[source.locale] = source
        return MappingProxyType(found)

    @cached_property
    def publications(self) -> Publications:
        """The same pages as readers get them."""
        found = {
            page: MappingProxyType(
                {
                    code: translation_of(page, code, metadata_of(page, text.values), self.project)
                    for code, text in texts.items()
                }
            )
            for page, texts in self.by_page.items()
        }
        return Publications(self.project, MappingProxyType(found))

    @cached_property
    def comparisons(self) -> Mapping[str, PageComparison]:
        """Page → its texts beside what they were made from."""
        return {
            page: compare_page(
                page,
                {code: text.reading for code, text in texts.items() if text.is_readable},
                locales=self.project.codes,
                source_text=self.inquiry.source_text,
                same_meaning=self.inquiry.same_meaning,
            )
            for page, texts in self.by_page.items()
        }

    @cached_property
    def translated(self) -> tuple[TranslatedPage, ...]:
        """The translations, each with the text that it follows."""
        return tuple(
            found
            for page, texts in self.by_page.items()
            for found in translated_pages(texts, self.comparisons[page])
        )

    @cached_property
    def anchors(self) -> Mapping[str, Mapping[str, Anchors]]:
        """Page → locale → the ids of the headings of each text that can be read."""
        return {
            page: anchors_of(comparison, partial(self._older, comparison))
            for page, comparison in self.comparisons.items()
        }

    @cached_property
    def rendered(self) -> Mapping[str, Rendered]:
        """Path of a text that can be read → the text as HTML."""
        return {
            page.path: render(
                page, self.inquiry, self.anchors[page.page][page.locale], self._untranslated(page)
            )
            for page in self.pages
            if page.is_readable
        }

    def _untranslated(self, page: SourcePage) -> Mapping[int, str]:
        """Lines of a translation that are still in its source's language, with that language."""
        text = self.comparisons[page.page].translations.get(page.locale)
        if text is None or text.record.status is Status.DRAFT:
            return {}
        return {gap.line: text.record.source for gap in text.gaps if not gap.is_left_out}

    def ids(self, page: SourcePage) -> frozenset[str]:
        """All that a link can end with after `#`."""
        anchors = self.anchors[page.page][page.locale].values() if page.is_readable else ()
        return page.anatomy.ids.union(*((anchor.id, *anchor.older) for anchor in anchors))

    def _older(self, comparison: PageComparison, locale: str) -> Iterator[Reading]:
        """What the text of a locale was before: what others follow of it, and what has its title."""
        followed = (
            text.followed for text in comparison.translations.values() if text.record.source == locale
        )
        now = comparison.sides[locale]
        yield from (side.reading for side in followed if side and side is not now)
        title = str(now.reading.values.get("title") or "")
        known = {now.version, *(text.record.version for text in comparison.translations.values())}
        for version in self.inquiry.titled(title) if title else ():
            text = self.inquiry.source_text(version, locale) if version not in known else None
            if text is not None and _is_likely(text, now.reading.text):
                yield Reading.of(text)

    def followed(self, page: SourcePage) -> Rendered | None:
        """The text that a translation was made from, as HTML; None when it says of none, or that is lost."""
        text = self.comparisons[page.page].translations.get(page.locale)
        source = self.source(page.page, text.record.source) if text else None
        if text is None or source is None or text.followed in (None, text.source):
            return None
        assert text.followed  # noqa: S101 (told apart above)
        return render(replace(source, reading=text.followed.reading), self.inquiry, {}, {})

    def source(self, page: str, locale: str) -> SourcePage | None:
        return self.by_page.get(page, {}).get(locale)


def _is_likely(before: str, now: str) -> bool:
    """Whether one text may have become the other: others can have the same title."""
    lines = {line for line in before.split("\n") if line}
    return 2 * len(lines.intersection(now.split("\n"))) >= len(lines)


def read_corpus(project: Project) -> Corpus:
    """Read all of docs/."""
    snapshot = take_snapshot(project.root)
    return Corpus(Inquiry(Surroundings(project, snapshot), ""), tuple(source_pages(project, snapshot)))


def texts_of(project: Project, snapshot: Snapshot, page: str) -> Iterator[SourcePage]:
    """The texts of one page."""
    for locale in sorted(project.codes):
        name = f"docs/{locale}/{page}"
        if name in snapshot.files:
            yield read_source_page(project.root / name, locale, page)


def source_pages(
    project: Project, snapshot: Snapshot, wanted: Collection[str] | None = None
) -> Iterator[SourcePage]:
    """Every text of the pages in `wanted`; None for all there are."""
    for name in snapshot.below("docs"):
        locale, _, page = name.partition("/")
        if locale in project.codes and page.endswith(".md") and (wanted is None or page in wanted):
            yield read_source_page(project.docs_dir / name, locale, page)
