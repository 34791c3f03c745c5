"""Readers see which sections of a translation its source has outrun, where the project asks for that."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from publications.site import built
from publications.site.changed_sections import changed_ids, is_asked_for, with_marks


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    publications, shared_path = built.publications_of(config), built.page_of(page.file.src_uri)
    shown = publications.shown(shared_path, built.locale_of(config))
    if not shown or not is_asked_for(publications.project):
        return html
    own = built.statuses_of(config).of(shared_path, shown.locale)
    if not own or not own.changes:
        return html
    ids = changed_ids(own.changes, shown.path.read_text(encoding="utf-8-sig"))
    return with_marks(html, ids, built.catalog_of(config).gettext("changed in the original"))
