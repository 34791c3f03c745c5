"""Markdown: what just misses being a block, a link or a comment is told, since readers would see it as typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from publications.checks.config_lines import config_lines
from publications.checks.corpus import Corpus
from publications.faults import Fault, Level
from publications.findings import SiteFindings
from publications.project import CONFIG

KNOWN = frozenset(
    {"abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"}
) | {f"pymdownx.{name}" for name in ("blocks", "details", "magiclink", "tabbed", "tilde")}
"""Extensions of Python-Markdown for what the dialect has anyway."""


def markdown_faults(corpus: Corpus) -> Iterator[Fault]:
    """Near misses of each page."""
    for page in corpus.pages:
        if not page.has_conflict:
            for miss in page.reading.near_misses:
                yield replace(miss, path=page.path)


def extension_faults(site: SiteFindings) -> Iterator[Fault]:
    """Extensions in mkdocs.yml that would change nothing."""
    for name in site.project.markdown_extensions:
        if name not in KNOWN:
            message = f"markdown_extensions: '{name}' changes nothing: pages are written as WRITING.md says. Take it out."
            yield Fault(CONFIG, config_lines(site.project).get(name, 0), message, Level.WARNING, "markdown")
