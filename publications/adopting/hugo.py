"""Sites of Hugo with several languages, in folders or by suffixes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from publications.adopting.files import assets_below, by_suffix, in_folders, named_languages, told_of
from publications.adopting.found import FoundSite, page_name
from publications.faults import Fault, PublicationError
from publications.project import read_config


def is_hugo(root: Path) -> bool:
    """Whether a folder has a configuration of Hugo."""
    return any(_hugo_files(root)) or ((root / "config" / "_default").is_dir() and (root / "content").is_dir())


def read_hugo(root: Path) -> FoundSite:
    """What the configuration, content/ and static/ hold."""
    config: dict[str, Any] = {}
    for file in sorted((*_hugo_files(root), *(root / "config" / "_default").glob("*.*"))):
        read = _toml_or_yaml(file)
        config |= (
            {file.stem: read}
            if file.parent.name == "_default" and file.stem in ("languages", "menus")
            else read
        )
    known = {str(code): value for code, value in (config.get("languages") or {}).items()}
    default = str(config.get("defaultContentLanguage") or next(iter(known), "en"))
    languages = {code: str(value.get("languageName") or "") for code, value in known.items()} or {default: ""}
    content = root / "content"
    folders = {
        code: str(value.get("contentDir") or "").removeprefix("content").strip("/")
        for code, value in known.items()
    }
    has_folders = any(folders.values()) or any((content / code).is_dir() for code in languages)
    pages = (
        in_folders(content, {code: folders.get(code) or code for code in languages})
        if has_folders
        else by_suffix(content, languages, default)
    )
    assets = {**assets_below(content, content), **assets_below(root / "static", root / "static")}
    name = str(
        config.get("title")
        or next((value.get("title") for value in known.values() if value.get("title")), root.name)
    )
    told = (
        [told_of("layouts", "templates of Hugo are not carried over: theme/ here is Jinja.")]
        if (root / "layouts").is_dir()
        else []
    )
    menu = tuple(_hugo_menu(config))
    return FoundSite(
        root,
        "Hugo",
        name,
        str(config.get("baseURL") or config.get("baseurl") or ""),
        default,
        named_languages(languages),
        tuple(pages),
        menu,
        assets,
        tuple(told),
    )


def _hugo_files(root: Path) -> Iterator[Path]:
    yield from (
        root / f"{stem}.{ending}"
        for stem in ("hugo", "config")
        for ending in ("toml", "yaml", "yml")
        if (root / f"{stem}.{ending}").is_file()
    )


def _hugo_menu(config: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    menus = config.get("menu") or config.get("menus") or {}
    entries = (
        [entry for entry in menus.get("main") or [] if isinstance(entry, dict)]
        if isinstance(menus, dict)
        else []
    )
    for entry in sorted(entries, key=lambda entry: entry.get("weight") or 0):
        ref = str(entry.get("pageRef") or entry.get("url") or "").strip("/")
        yield str(entry.get("name") or ref), page_name(f"{ref}/index.md" if ref else "index.md")


def _toml_or_yaml(file: Path) -> dict[str, Any]:
    try:
        return (
            tomllib.loads(file.read_text(encoding="utf-8"))
            if file.suffix == ".toml"
            else dict(read_config(file))
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PublicationError(
            Fault(file.name, 0, f"cannot be read: {error}. Mend it, and adopt again.")
        ) from None
