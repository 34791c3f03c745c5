"""Sites of MkDocs with static-i18n, in folders or by suffixes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from publications.adopting.files import assets_below, by_suffix, in_folders, named_languages, told_of
from publications.adopting.found import FoundSite, page_name
from publications.project import read_config


def read_mkdocs(root: Path) -> FoundSite:
    """What mkdocs.yml and the folder of its pages hold."""
    config: Mapping[str, Any] = read_config(root / "mkdocs.yml")
    docs, settings = root / str(config.get("docs_dir") or "docs"), _i18n(config)
    known = [
        entry for entry in settings.get("languages") or [] if isinstance(entry, dict) and entry.get("locale")
    ]
    languages = {str(entry["locale"]): str(entry.get("name") or "") for entry in known} or {"en": ""}
    default = next((str(entry["locale"]) for entry in known if entry.get("default")), next(iter(languages)))
    is_folder = settings.get("docs_structure", "suffix") == "folder"
    message = (
        "'nav_translations' of the i18n plugin is not carried over. Menu labels are looked up in i18n/locale."
    )
    return FoundSite(
        root=root,
        generator="MkDocs",
        name=str(config.get("site_name") or root.name),
        url=str(config.get("site_url") or ""),
        default=default,
        languages=named_languages(languages),
        pages=tuple(in_folders(docs, languages) if is_folder else by_suffix(docs, languages, default)),
        menu=tuple(_nav(config.get("nav") or [])),
        assets=assets_below(docs, docs),
        told=(told_of("mkdocs.yml", message),)
        if any(entry.get("nav_translations") for entry in known)
        else (),
    )


def _i18n(config: Mapping[str, Any]) -> Mapping[str, Any]:
    """The settings of static-i18n, none where it is not used."""
    plugins = [plugin for plugin in config.get("plugins") or [] if isinstance(plugin, dict)]
    return next((plugin["i18n"] or {} for plugin in plugins if "i18n" in plugin), {})


def _nav(entries: list[Any]) -> Iterator[tuple[str, str]]:
    """The entries of the first level; of one that opens a submenu, its first page."""
    for entry in entries:
        label, target = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
        while isinstance(target, list) and target:
            target = next(iter(target[0].values())) if isinstance(target[0], dict) else target[0]
        if isinstance(target, str) and target.endswith(".md"):
            yield str(label), page_name(target)
