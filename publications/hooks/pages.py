"""Every page exists in every language, and looks as the engine renders it: MkDocs only walks from page to page.

static-i18n knows neither fallback chains nor a prefix for its first language, so it is handed no files of docs/.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from publications.site import built
from publications.writing import write_bytes


def _take_away(_files: Files, **_: object) -> Files:
    return Files([])


@event_priority(-200)  # static-i18n chooses the locale at -100
def _put_back(files: Files, config: MkDocsConfig) -> Files:
    return Files([*files, *(built.file_of(config, page) for page in built.site_of(config).pages())])


on_files = CombinedEvent(_take_away, _put_back)


def on_page_markdown(_markdown: str, **_: object) -> str:
    return ""


def on_env(_env: Environment, **_: object) -> Environment:
    return Environment(loader=DictLoader({"main.html": ""}), autoescape=True)


def on_post_page(_output: str, page: Page, config: MkDocsConfig) -> str:
    files = built.site_of(config).files(built.page_of(page.file.src_uri), built.locale_of(config))
    html = files.pop(page.file.dest_uri)
    for name, data in files.items():
        write_bytes(Path(config.site_dir, name), data)
    return html.decode()
