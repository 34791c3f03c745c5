"""Newsletters and what else goes out: each can be dated, printed and sent; what cannot is a warning, and its page is published without it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from publications.checks.corpus import Corpus
from publications.faults import Fault, Level, PublicationError
from publications.findings import SiteFindings
from publications.kinds import Output
from publications.newsletters.issue import issue_of
from publications.newsletters.letter import letter_of
from publications.newsletters.paper import RULE, paper_of
from publications.pages import Translation
from publications.site.content import with_own_files

_MAY_BE_HEAVY = 15_000  # letters of HTML, of which an e-mail makes some 60 kB


def newsletter_faults(corpus: Corpus) -> Iterator[Fault]:
    """Publications that go out as a PDF or an e-mail which cannot be made."""
    for page in corpus.by_page:
        kind = corpus.project.kinds.of(page)
        outputs = kind.outputs & {Output.PDF, Output.EMAIL} if kind else frozenset[Output]()
        for text in corpus.publications.published(page).values() if outputs else ():
            yield from _unmade(corpus, text, outputs)


def newsletter_date_faults(site: SiteFindings) -> Iterator[Fault]:
    """Newsletters of one day, or of one month without a day: readers cannot tell which is newer."""
    for kind in site.project.kinds.all:
        if Output.EMAIL in kind.outputs:
            yield from _same_dates(site, kind.folder)


def _same_dates(site: SiteFindings, section: str) -> Iterator[Fault]:
    seen: dict[str, Translation] = {}
    for page in site.publications.section(section):
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


def _unmade(corpus: Corpus, text: Translation, outputs: Collection[Output]) -> Iterator[Fault]:
    source = corpus.source(text.page, text.locale)
    if source is None or not source.is_readable:
        return
    html = with_own_files(
        corpus.rendered[source.path].published, text.url, lambda below: f"{text.locale}/{below}"
    )
    issue = issue_of(corpus.publications, corpus.inquiry.facts, text, html)
    is_mailed = Output.EMAIL in outputs and len(html) > _MAY_BE_HEAVY
    makers = (*((paper_of,) if Output.PDF in outputs else ()), *((letter_of,) if is_mailed else ()))
    for make in makers:
        try:
            make(issue)
        except PublicationError as error:
            yield from (replace(fault, level=Level.WARNING) for fault in error.faults)
