"""A page knows its own languages: the switcher, the fallback notice, its neighbours and its address."""

from __future__ import annotations

from collections.abc import MutableMapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from publications.site import built
from publications.site.page_view import page_view


def on_page_context(
    context: MutableMapping[str, object], page: Page, config: MkDocsConfig, **_: object
) -> MutableMapping[str, object]:
    shared_path = built.page_of(page.file.src_uri)
    context["view"] = page_view(built.publications_of(config), shared_path, built.locale_of(config))
    return context
