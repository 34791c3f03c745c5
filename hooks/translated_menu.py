"""The menu speaks the reader's language: its labels stand in the catalogs."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation

from publications.site import built


@event_priority(-200)
def on_nav(nav: Navigation, config: MkDocsConfig, **_: object) -> Navigation:
    catalog = built.catalog_of(config)
    for item in nav.items:
        if item.title:
            item.title = catalog.gettext(item.title)
    return nav
