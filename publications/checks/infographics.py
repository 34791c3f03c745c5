"""Infographics: layouts are right, agree with the texts of every language, and every poster has room for its text.

What cannot be drawn is shown as a plain text, or without its poster: all of these are warnings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from publications.checks.corpus import Corpus
from publications.facts.library import read_facts
from publications.faults import Fault, Level, PublicationError, did_you_mean
from publications.findings import SiteFindings
from publications.layouts.agreement import RULE, Text, disagreements
from publications.layouts.layout import Layout, layout_path
from publications.layouts.layout_file import drawn_pages, has_layout, read_layout
from publications.paper.poster import PosterMaker

USUAL = "usual-layout"


def infographic_faults(corpus: Corpus) -> Iterator[Fault]:
    """What in the texts of pages their layouts cannot draw, and posters that have no room for them."""
    project = corpus.project
    for page in corpus.by_page:
        kind, path = project.kinds.of(page), layout_path(page)
        if kind is None or not kind.is_drawn or not path:
            continue
        corpus.inquiry.ask(f"file {path}")
        has_own = has_layout(project, page)
        if has_own or kind.is_sheet:
            corpus.inquiry.ask("all")
            layout, faults = read_layout(project, page, corpus.inquiry.facts)
            found = tuple(_disagreements(corpus, layout)) if has_own else ()
            yield from _warnings(found)
            if not has_own:
                yield _as_usual(corpus, layout)
            if not (has_own and faults) and not found:
                yield from _warnings(_poster_faults(corpus, layout))


def layout_faults(site: SiteFindings) -> Iterator[Fault]:
    """Faults of data/infographics/*.yml and of the layouts of other kinds."""
    facts = read_facts(site.project.root)
    for page in drawn_pages(site.project):
        layout, faults = read_layout(site.project, page, facts)
        yield from _warnings(faults)
        if not site.publications.published(page):
            message = f"no language has a page {page}. {did_you_mean(page, site.publications.pages)}"
            yield Fault(layout.path, 0, message, Level.WARNING, RULE)


def _as_usual(corpus: Corpus, layout: Layout) -> Fault:
    original = corpus.publications.original(layout.page)
    page = layout.page.removesuffix(".md")
    message = (
        f"it has no layout, so it is drawn as usual. To choose how, write {layout.path}: pubs layout {page}"
    )
    return Fault(f"docs/{original.locale if original else '…'}/{layout.page}", 0, message, Level.INFO, USUAL)


def _warnings(faults: Iterable[Fault]) -> Iterator[Fault]:
    return (replace(fault, level=Level.WARNING) for fault in faults)


def _disagreements(corpus: Corpus, layout: Layout) -> Iterator[Fault]:
    locales = tuple(corpus.publications.published(layout.page))
    original = corpus.publications.original(layout.page)
    if original and not layout.is_sheet:
        locales = (original.locale,)  # the headings of its translations have its ids
    for locale in locales:
        source = corpus.source(layout.page, locale)
        if source and source.is_readable and not source.has_conflict:
            yield from disagreements(layout, Text(source.path, source.anatomy.headings))


def _poster_faults(corpus: Corpus, layout: Layout) -> Iterator[Fault]:
    maker = PosterMaker(corpus.publications, corpus.inquiry.facts)
    for locale in corpus.publications.published(layout.page):
        source = corpus.source(layout.page, locale)
        if source is None or not source.is_readable:
            continue
        try:
            maker.poster(layout.page, locale)
        except PublicationError as error:
            yield from error.faults
