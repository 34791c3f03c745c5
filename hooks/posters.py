"""Readers see an infographic drawn by its layout, with a poster to print; links to a page have a picture."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from publications.infographics.poster import PosterMaker
from publications.infographics.publishing import poster_link, published_files, social_picture
from publications.site import built
from publications.writing import write_bytes


def on_page_context(
    context: MutableMapping[str, object], page: Page, config: MkDocsConfig, **_: object
) -> MutableMapping[str, object]:
    maker = PosterMaker(built.publications_of(config), built.facts_of(config))
    shared_path, locale = built.page_of(page.file.src_uri), built.locale_of(config)
    poster = maker.poster(shared_path, locale)
    context["infographic"] = maker.drawing(shared_path, locale)
    context["poster"] = poster and poster_link(maker.publications.project, poster, shared_path, locale)
    context["social_picture"] = social_picture(maker, shared_path, locale)
    for name, data in published_files(maker, poster, shared_path, locale).items():
        write_bytes(Path(config.site_dir, name), data)
    return context
