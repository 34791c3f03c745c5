"""Readers see an infographic drawn by its layout, with a poster to print; links to a page have a picture."""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from publications.infographics.drawing import drawn_html
from publications.posters.poster import PosterMaker
from publications.posters.publishing import poster_link, social_picture, write_files
from publications.site import built


def on_page_context(
    context: MutableMapping[str, object], page: Page, config: MkDocsConfig, **_: object
) -> MutableMapping[str, object]:
    maker = PosterMaker(built.publications_of(config), built.facts_of(config))
    shared_path, locale = built.page_of(page.file.src_uri), built.locale_of(config)
    layout, shown = maker.layout(shared_path), maker.publications.shown(shared_path, locale)
    draw = partial(drawn_html, layout, maker.facts, shown.locale) if layout and shown else None
    context["infographic"] = draw
    context["poster"] = poster_link(maker, shared_path, locale)
    context["social_picture"] = social_picture(maker, shared_path, locale)
    write_files(maker, shared_path, locale, Path(config.site_dir))
    return context
