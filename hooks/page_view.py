"""A page knows its own languages: the switcher, the notices, its neighbours and its address."""

from __future__ import annotations

from collections.abc import MutableMapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from publications.site import built
from publications.site.page_context import page_context


def on_page_context(
    context: MutableMapping[str, object], page: Page, config: MkDocsConfig, **_: object
) -> MutableMapping[str, object]:
    publications, statuses = built.publications_of(config), built.statuses_of(config)
    shared_path = built.page_of(page.file.src_uri)
    context.update(page_context(publications, statuses, shared_path, built.locale_of(config)))
    return context
