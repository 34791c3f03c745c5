"""Translators see where every page stands and what to do next, on a page in each language that nobody writes."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from publications.site import built
from publications.site.page_context import has_translations_page
from publications.site.page_view import TRANSLATIONS


@event_priority(-200)  # after static-i18n, which knows no files without a place in docs/
def on_files(files: Files, config: MkDocsConfig, **_: object) -> Files:
    if has_translations_page(built.publications_of(config)):
        src_uri = f"{built.locale_of(config)}/{TRANSLATIONS}"
        files.append(File.generated(config, src_uri, content=""))
    return files
