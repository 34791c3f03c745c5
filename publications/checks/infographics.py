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
from publications.infographics.agreement import RULE, Text, disagreements
from publications.infographics.layout import FOLDER, Layout
from publications.infographics.layout_file import has_layout, infographic_of, layout_ids, read_layout
from publications.infographics.poster import PosterMaker


def infographic_faults(corpus: Corpus) -> Iterator[Fault]:
    """What in the texts of pages their layouts cannot draw, and posters that have no room for them."""
    root = corpus.project.root
    for page in corpus.by_page:
        infographic = infographic_of(page)
        if infographic:
            corpus.inquiry.ask(f"file {FOLDER}/{infographic}.yml")
        if has_layout(root, infographic):
            corpus.inquiry.ask("all")
            layout, faults = read_layout(root, infographic, corpus.inquiry.facts)
            found = tuple(_disagreements(corpus, layout))
            yield from _warnings(found)
            if not faults and not found:
                yield from _warnings(_poster_faults(corpus, layout))


def layout_faults(site: SiteFindings) -> Iterator[Fault]:
    """Faults of data/infographics/*.yml."""
    root = site.project.root
    facts = read_facts(root)
    for infographic in layout_ids(root):
        layout, faults = read_layout(root, infographic, facts)
        yield from _warnings(faults)
        if not site.publications.published(layout.page):
            pages = [
                page.removeprefix("infographics/").removesuffix(".md") for page in site.publications.pages
            ]
            message = f"no language has a page {layout.page}. {did_you_mean(layout.id, pages)}"
            yield Fault(layout.path, 0, message, Level.WARNING, RULE)


def _warnings(faults: Iterable[Fault]) -> Iterator[Fault]:
    return (replace(fault, level=Level.WARNING) for fault in faults)


def _disagreements(corpus: Corpus, layout: Layout) -> Iterator[Fault]:
    for locale in corpus.publications.published(layout.page):
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
