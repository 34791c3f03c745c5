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
from publications.layouts.layout import INFOGRAPHICS, Layout, layout_path
from publications.layouts.layout_file import drawn_pages, has_layout, read_layout
from publications.pages import section_of
from publications.paper.poster import PosterMaker


def infographic_faults(corpus: Corpus) -> Iterator[Fault]:
    """What in the texts of pages their layouts cannot draw, and posters that have no room for them."""
    root = corpus.project.root
    for page in corpus.by_page:
        if path := layout_path(page):
            corpus.inquiry.ask(f"file {path}")
        if has_layout(root, page):
            corpus.inquiry.ask("all")
            layout, faults = read_layout(root, page, corpus.inquiry.facts)
            found = tuple(_disagreements(corpus, layout))
            yield from _warnings(found)
            if not faults and not found:
                yield from _warnings(_poster_faults(corpus, layout))


def layout_faults(site: SiteFindings) -> Iterator[Fault]:
    """Faults of data/infographics/*.yml and data/newsletters/*.yml."""
    root = site.project.root
    facts = read_facts(root)
    for page in drawn_pages(root):
        layout, faults = read_layout(root, page, facts)
        yield from _warnings(faults)
        if not site.publications.published(page):
            message = f"no language has a page {page}. {did_you_mean(page, site.publications.pages)}"
            yield Fault(layout.path, 0, message, Level.WARNING, RULE)


def _warnings(faults: Iterable[Fault]) -> Iterator[Fault]:
    return (replace(fault, level=Level.WARNING) for fault in faults)


def _disagreements(corpus: Corpus, layout: Layout) -> Iterator[Fault]:
    locales = tuple(corpus.publications.published(layout.page))
    original = corpus.publications.original(layout.page)
    if original and section_of(layout.page) != INFOGRAPHICS:
        locales = (original.locale,)  # the headings of its translations have its ids
    for locale in locales:
        source = corpus.source(layout.page, locale)
        if source and source.is_readable and not source.has_conflict:
            yield from disagreements(layout, Text(source.path, source.anatomy.headings))


def _poster_faults(corpus: Corpus, layout: Layout) -> Iterator[Fault]:
    maker = PosterMaker(corpus.publications, corpus.inquiry.facts)
    for locale in corpus.publications.published(layout.page):
        try:
            maker.poster(layout.page, locale)
        except PublicationError as error:
            yield from error.faults
