"""The site's own words, and the theme's, are in the reader's language."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from publications.site import built


@event_priority(-200)  # static-i18n chooses the locale at -100
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    config.theme["language"] = built.locale_of(config)
    config.theme.static_templates.clear()  # 404.html and sitemap.xml are made once, for all locales
    return config


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> Environment:
    extended: Any = env
    extended.add_extension("jinja2.ext.i18n")
    extended.install_gettext_translations(built.catalog_of(config).translations, newstyle=True)
    return env
