"""A MkDocs build, reduced to what the hooks need: the project's publications and the locale being built."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from publications.catalogs import Catalog, read_catalog
from publications.facts.library import Facts, read_facts
from publications.pages import Publications, read_publications
from publications.project import load_project
from publications.status.reading import read_statuses
from publications.status.statuses import Statuses


def publications_of(config: MkDocsConfig) -> Publications:
    """The publications of this build: read once for each configuration that MkDocs loads."""
    values: Any = config
    if "publications" not in values:
        values["publications"] = read_publications(load_project(root_of(config)))
    found: Publications = values["publications"]
    return found


def facts_of(config: MkDocsConfig) -> Facts:
    """The facts of this build: read once, like the publications."""
    values: Any = config
    if "facts" not in values:
        values["facts"] = read_facts(root_of(config))
    found: Facts = values["facts"]
    return found


def statuses_of(config: MkDocsConfig) -> Statuses:
    """Where the translations of this build stand: read once, like the publications."""
    values: Any = config
    if "statuses" not in values:
        values["statuses"] = read_statuses(publications_of(config).project)
    found: Statuses = values["statuses"]
    return found


def root_of(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml."""
    return Path(config.config_file_path).parent


def locale_of(config: MkDocsConfig) -> str:
    """The reader's locale that is being built. Known from `on_config` at priority -200 on."""
    return str(_i18n(config).current_language)


def is_first_locale(config: MkDocsConfig) -> bool:
    """Whether this is the outer of static-i18n's builds, one for each locale, the rest nested in it."""
    return not _i18n(config).building


def is_one_locale(config: MkDocsConfig) -> bool:
    """Whether only one locale is built here, and another process makes the whole site of them."""
    return bool(_i18n(config).config.build_only_locale)


def catalog_of(config: MkDocsConfig) -> Catalog:
    """The interface texts of the reader's locale."""
    return read_catalog(publications_of(config).project, locale_of(config))


def page_of(src_uri: str) -> str:
    """The path that all locales share: "ro/newsletters/2021-05.md" gives "newsletters/2021-05.md"."""
    return src_uri.partition("/")[2]


def _i18n(config: MkDocsConfig) -> Any:  # noqa: ANN401 (static-i18n has no types)
    return config.plugins["i18n"]
