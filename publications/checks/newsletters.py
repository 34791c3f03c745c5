"""Newsletters: each can be dated, printed and sent; what cannot is a warning, and its page is published without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from publications.checks.corpus import Corpus
from publications.faults import Fault, Level, PublicationError
from publications.findings import SiteFindings
from publications.layouts.layout import NEWSLETTERS
from publications.newsletters.issue import is_newsletter, issue_of
from publications.newsletters.letter import letter_of
from publications.newsletters.paper import RULE, paper_of
from publications.pages import Translation
from publications.site.content import with_own_files

_MAY_BE_HEAVY = 15_000  # letters of HTML, of which an e-mail makes some 60 kB


def newsletter_faults(corpus: Corpus) -> Iterator[Fault]:
    """Newsletters without a date, and those whose PDF or e-mail cannot be made."""
    for page in filter(is_newsletter, corpus.by_page):
        original = corpus.publications.original(page)
        source = corpus.source(page, original.locale) if original else None
        if source and not source.problem and not source.values.get("date"):
            message = "it has no date, so it stands last in the list and in no feed. Add below the title: date: 2021-05-14"
            yield source.fault(1, Level.WARNING, RULE, message)
        for text in corpus.publications.published(page).values():
            yield from _unmade(corpus, text)


def newsletter_date_faults(site: SiteFindings) -> Iterator[Fault]:
    """Newsletters of one day, or of one month without a day: readers cannot tell which is newer."""
    seen: dict[str, Translation] = {}
    for page in site.publications.section(NEWSLETTERS):
        text = site.publications.original(page)
        if text is None or not text.date:
            continue
        if other := seen.get(text.date):
            message = (
                f"it has the date of {other.page}, {text.date}, so nobody can tell which is newer. "
                f"Give both their day: date: {text.date[:7]}-14"
            )
            yield Fault(f"docs/{text.locale}/{page}", 1, message, Level.WARNING, RULE)
        seen[text.date] = text


def _unmade(corpus: Corpus, text: Translation) -> Iterator[Fault]:
    source = corpus.source(text.page, text.locale)
    if source is None or not source.is_readable:
        return
    html = with_own_files(
        corpus.rendered[source.path].published, text.url, lambda below: f"{text.locale}/{below}"
    )
    issue = issue_of(corpus.publications, corpus.inquiry.facts, text, html)
    makers = (paper_of, letter_of) if len(html) > _MAY_BE_HEAVY else (paper_of,)
    for make in makers:
        try:
            make(issue)
        except PublicationError as error:
            yield from (replace(fault, level=Level.WARNING) for fault in error.faults)
