"""A MkDocs build, reduced to what the hooks need: the live site, and the locale being built."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from publications.pages import url_of
from publications.project import load_project
from publications.site.live import LiveSite
from publications.site.search_index import write_search_index
from publications.site.whole_site import copied_files, searchable, site_files
from publications.writing import write_bytes


def site_of(config: MkDocsConfig) -> LiveSite:
    """The site of this build: read once for each configuration that MkDocs loads."""
    values: Any = config
    if "live_site" not in values:
        values["live_site"] = LiveSite.read(load_project(Path(config.config_file_path).parent.resolve()))
    found: LiveSite = values["live_site"]
    return found


def locale_of(config: MkDocsConfig) -> str:
    """The reader's locale that is being built. Known from `on_config` at priority -200 on."""
    return str(_i18n(config).current_language)


def is_first_locale(config: MkDocsConfig) -> bool:
    """Whether this is the outer of static-i18n's builds, one for each locale, the rest nested in it."""
    return not _i18n(config).building


def page_of(src_uri: str) -> str:
    """The path that all locales share: "ro/newsletters/2021-05.md" gives "newsletters/2021-05.md"."""
    return src_uri.partition("/")[2]


def file_of(config: MkDocsConfig, page: str) -> File:
    """A page in the locale being built, for MkDocs' list of files."""
    locale = locale_of(config)
    file = File.generated(config, f"{locale}/{page}", content="")
    file.dest_uri = f"{url_of(page, locale)}index.html"
    return file


def finish(config: MkDocsConfig) -> None:
    """Write what belongs to no single locale, once every locale stands."""
    site, folder = site_of(config), Path(config.site_dir)
    for name, make in site_files(site.renderer, site.findings, site.content).items():
        write_bytes(folder / name, make())
    for name, source in copied_files(site.renderer, site.findings):
        write_bytes(folder / name, source.read_bytes())
    write_search_index(folder, searchable(site.findings))


def _i18n(config: MkDocsConfig) -> Any:  # noqa: ANN401 (static-i18n has no types)
    return config.plugins["i18n"]
