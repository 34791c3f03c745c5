"""A reader finds the site whole: a chooser of languages at its root, a 404 page, a sitemap, and search."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from publications.site import built
from publications.site.whole_site import finish_site


@event_priority(-200)  # after static-i18n, which builds the other locales at -100
def on_post_build(config: MkDocsConfig) -> None:
    if built.is_first_locale(config) and not built.is_one_locale(config):
        finish_site(built.publications_of(config), built.statuses_of(config), Path(config.site_dir))
