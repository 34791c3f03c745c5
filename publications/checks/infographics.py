"""Infographics: layouts are right, agree with the texts of every language, and every poster has room for its text."""

from __future__ import annotations

from collections.abc import Iterator

from publications.checks.corpus import Corpus
from publications.facts.library import Facts, read_facts
from publications.faults import Fault, PublicationError, did_you_mean
from publications.infographics.agreement import RULE, Text, disagreements
from publications.infographics.layout import Layout
from publications.infographics.layout_file import layout_ids, read_layout
from publications.infographics.poster import PosterMaker


def infographic_faults(corpus: Corpus) -> Iterator[Fault]:
    """Faults of data/infographics/*.yml, and of the pages and posters that are drawn by them."""
    root = corpus.project.root
    ids = layout_ids(root)
    facts = read_facts(root) if ids else None
    for infographic in ids:
        if facts:
            layout, faults = read_layout(root, infographic, facts)
            faults = (*faults, *_disagreements(corpus, layout))
            yield from faults or _poster_faults(corpus, layout, facts)


def _disagreements(corpus: Corpus, layout: Layout) -> Iterator[Fault]:
    texts = corpus.publications.published(layout.page)
    if not texts:
        pages = [page.removeprefix("infographics/").removesuffix(".md") for page in corpus.publications.pages]
        message = f"no language has a page {layout.page}. {did_you_mean(layout.id, pages)}"
        yield Fault(layout.path, 0, message, rule=RULE)
    for locale in texts:
        source = corpus.source(layout.page, locale)
        if source and source.is_readable and not source.has_conflict:
            yield from disagreements(layout, Text(source.path, source.anatomy.headings))


def _poster_faults(corpus: Corpus, layout: Layout, facts: Facts) -> Iterator[Fault]:
    maker = PosterMaker(corpus.publications, facts)
    for locale in corpus.publications.published(layout.page):
        try:
            maker.poster(layout.page, locale)
        except PublicationError as error:
            yield from error.faults
