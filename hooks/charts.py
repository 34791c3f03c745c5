"""Readers see charts: every table in a `/// chart` block is drawn, in the language it is written in."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from publications.charts.figure import has_charts, reader_of, with_charts
from publications.site import built


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    if not has_charts(html):
        return html
    publications, shared_path = built.publications_of(config), built.page_of(page.file.src_uri)
    sources = built.facts_of(config).sources
    return with_charts(html, reader_of(publications, shared_path, built.locale_of(config), sources))
