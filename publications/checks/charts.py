"""Charts: each can be drawn from its table, and says what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from publications.charts.chart_faults import find_chart_faults
from publications.checks.corpus import Corpus
from publications.facts.expansion import expand_facts
from publications.faults import Fault


def chart_faults(corpus: Corpus) -> Iterator[Fault]:
    """Faults in the `/// chart` blocks of each page, with its facts in place."""
    facts = corpus.inquiry.facts
    for page in corpus.pages:
        if page.is_readable:
            blocks = page.reading.charts_with(partial(expand_facts, facts=facts, locale=page.locale))
            yield from find_chart_faults(blocks, page.path, page.locale, facts.sources)
