"""A fact reads as the language of the text has it: `{{ training-week }}` is "10–12 maj 2021" in Swedish."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from publications.facts.expansion import expand_facts
from publications.site import built


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    shown = built.publications_of(config).shown(built.page_of(page.file.src_uri), built.locale_of(config))
    return expand_facts(markdown, built.facts_of(config), shown.locale) if shown else markdown
