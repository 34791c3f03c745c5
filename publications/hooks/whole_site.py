"""A reader finds the site whole: a chooser of languages at its root, a 404 page, a sitemap, pictures, and search."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from publications.site import built


@event_priority(-200)  # after static-i18n, which builds the other locales at -100
def on_post_build(config: MkDocsConfig) -> None:
    if built.is_first_locale(config):
        built.finish(config)
