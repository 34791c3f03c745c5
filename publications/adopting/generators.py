"""Generators: which one a folder is for, and where that keeps its languages, pages, menu and pictures."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from publications.adopting.found import MARKDOWN, FoundPage, FoundSite, page_name
from publications.faults import Fault, Level, PublicationError
from publications.language.cldr import cldr
from publications.project import read_config
from publications.starter.starter import own_name

_SKIPPED = ("node_modules", "public", "resources", "site", "build", "dist", ".")
_QUOTED = r"""["'`]([^"'`]+)["'`]"""


def read_site(root: Path) -> FoundSite:
    """What a folder holds; one that is for no generator known here is a PublicationError."""
    for is_there, read in _READERS:
        if is_there(root):
            return read(root)
    folders = _language_folders(root)
    if len(folders) > 1:
        return _site(
            root,
            "Markdown",
            root.name,
            "",
            min(folders),
            dict.fromkeys(folders, ""),
            _in_folders(root, folders),
            root,
        )
    message = (
        "is no site that can be adopted: there is no mkdocs.yml with static-i18n, no hugo.toml, no docusaurus.config.js, no "
        "astro.config.mjs, and no folder of Markdown for each language. Say the folder that holds one of them."
    )
    raise PublicationError(Fault(str(root), 0, message))


def _mkdocs(root: Path) -> FoundSite:
    config: Mapping[str, Any] = read_config(root / "mkdocs.yml")
    docs = root / str(config.get("docs_dir") or "docs")
    i18n = (
        next(
            (
                plugin["i18n"]
                for plugin in config.get("plugins") or []
                if isinstance(plugin, dict) and "i18n" in plugin
            ),
            None,
        )
        or {}
    )
    entries = [
        entry
        for entry in i18n.get("languages") or []
        if isinstance(entry, dict) and entry.get("locale") not in (None, "null")
    ]
    languages = {str(entry["locale"]): str(entry.get("name") or "") for entry in entries} or {"en": ""}
    default = next((str(entry["locale"]) for entry in entries if entry.get("default")), next(iter(languages)))
    is_folder = i18n.get("docs_structure", "suffix") == "folder"
    pages = _in_folders(docs, languages) if is_folder else _by_suffix(docs, languages, default)
    menu = tuple(_nav(config.get("nav") or []))
    told = [
        _told(
            "mkdocs.yml",
            f"'{key}' of the i18n plugin is not carried over. Menu labels are looked up in i18n/locale.",
        )
        for key in ("nav_translations",)
        if any(entry.get(key) for entry in entries)
    ]
    return _site(
        root,
        "MkDocs",
        str(config.get("site_name") or root.name),
        str(config.get("site_url") or ""),
        default,
        languages,
        pages,
        docs,
        menu,
        told,
    )


def _nav(entries: list[Any]) -> Iterator[tuple[str, str]]:
    """The entries of the first level; of one that opens a submenu, its first page."""
    for entry in entries:
        label, target = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
        while isinstance(target, list) and target:
            target = next(iter(target[0].values())) if isinstance(target[0], dict) else target[0]
        if isinstance(target, str) and target.endswith(".md"):
            yield str(label), page_name(target)


def _hugo(root: Path) -> FoundSite:
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
        _in_folders(content, {code: folders.get(code) or code for code in languages})
        if has_folders
        else _by_suffix(content, languages, default)
    )
    assets = {**_assets(content, content), **_assets(root / "static", root / "static")}
    name = str(
        config.get("title")
        or next((value.get("title") for value in known.values() if value.get("title")), root.name)
    )
    told = (
        [_told("layouts", "templates of Hugo are not carried over: theme/ here is Jinja.")]
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
        _named(languages),
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


def _docusaurus(root: Path) -> FoundSite:
    file = next(root.glob("docusaurus.config.*"))
    text = file.read_text(encoding="utf-8", errors="replace")
    codes = re.findall(_QUOTED, (re.search(r"locales:\s*\[([^\]]*)\]", text) or [""])[0])
    default = _setting(text, "defaultLocale") or (codes[0] if codes else "en")
    pages = list(_in_folders(root, {default: "docs"}))
    for code in codes:
        if code != default:
            pages += _in_folders(root, {code: f"i18n/{code}/docusaurus-plugin-content-docs/current"})
    assets = {**_assets(root / "static", root / "static"), **_assets(root / "docs", root / "docs")}
    told = [
        _told(
            file.name,
            "the sidebar and React pages (src/pages) are not carried over: sections list their pages by themselves.",
        )
    ]
    return FoundSite(
        root,
        "Docusaurus",
        _setting(text, "title") or root.name,
        _setting(text, "url"),
        default,
        _named(dict.fromkeys(codes or [default], "")),
        tuple(pages),
        (),
        assets,
        tuple(told),
    )


def _starlight(root: Path) -> FoundSite:
    file = next(root.glob("astro.config.*"))
    text = file.read_text(encoding="utf-8", errors="replace")
    docs = root / "src" / "content" / "docs"
    block = (re.search(r"locales:\s*\{(.*?)\n\s*\},?\n", text, re.DOTALL) or ["", ""])[1]
    labels = {
        code.strip("'\""): label
        for code, label in re.findall(rf"([\w'\"-]+):\s*\{{[^}}]*?label:\s*{_QUOTED}", block)
    }
    root_code = (re.search(rf"root:\s*\{{[^}}]*?lang:\s*{_QUOTED}", block) or ["", ""])[1]
    default = (
        root_code
        or (_setting(text, "defaultLocale") if _setting(text, "defaultLocale") != "root" else "")
        or "en"
    )
    languages = {root_code if code == "root" else code: label for code, label in labels.items()} or {
        default: ""
    }
    folders = {code: code for code in languages if (docs / code).is_dir()}
    pages = list(_in_folders(docs, folders))
    pages += [
        found
        for found in _in_folders(docs, {default: ""})
        if default not in folders and found.file.relative_to(docs).parts[0] not in folders
    ]
    assets = {**_assets(root / "public", root / "public"), **_assets(root / "src" / "assets", root / "src")}
    return FoundSite(
        root,
        "Starlight",
        _setting(text, "title") or root.name,
        _setting(text, "site"),
        default,
        _named(languages),
        tuple(pages),
        (),
        assets,
        (),
    )


_READERS: tuple[tuple[Callable[[Path], bool], Callable[[Path], FoundSite]], ...] = (
    (lambda root: (root / "mkdocs.yml").is_file(), _mkdocs),
    (
        lambda root: (
            any(_hugo_files(root))
            or ((root / "config" / "_default").is_dir() and (root / "content").is_dir())
        ),
        _hugo,
    ),
    (lambda root: any(root.glob("docusaurus.config.*")), _docusaurus),
    (lambda root: any(root.glob("astro.config.*")), _starlight),
)


def _site(
    root: Path,
    generator: str,
    name: str,
    url: str,
    default: str,
    languages: Mapping[str, str],
    pages: Iterator[FoundPage],
    docs: Path,
    menu: tuple[tuple[str, str], ...] = (),
    told: list[Fault] | None = None,
) -> FoundSite:
    return FoundSite(
        root,
        generator,
        name,
        url,
        default,
        _named(languages),
        tuple(pages),
        menu,
        _assets(docs, docs),
        tuple(told or ()),
    )


def _named(languages: Mapping[str, str]) -> Mapping[str, str]:
    return {code: name or _own(code) for code, name in languages.items()}


def _own(code: str) -> str:
    try:
        return own_name(code)
    except (ValueError, LookupError):
        return code


def _in_folders(docs: Path, folders: Mapping[str, str] | Mapping[str, object]) -> Iterator[FoundPage]:
    """Pages below a folder for each language. folders: code → its folder below docs, by default named by the code."""
    for code, named in folders.items():
        folder = docs / (named if isinstance(named, str) and (docs / named).is_dir() else code)
        yield from (_page(folder, file, code) for file in _files(folder) if file.suffix in MARKDOWN)


def _by_suffix(docs: Path, languages: Mapping[str, str], default: str) -> Iterator[FoundPage]:
    """Pages whose language stands before the ending: about.fr.md; without one they are in the default language."""
    for file in _files(docs):
        if file.suffix in MARKDOWN:
            stem, _, code = file.stem.rpartition(".")
            locale, plain = (
                (code, f"{stem}{file.suffix}") if stem and code in languages else (default, file.name)
            )
            below = file.relative_to(docs).with_name(plain).as_posix()
            yield FoundPage(page_name(_unbundled(below)), locale, file)


def _page(folder: Path, file: Path, code: str) -> FoundPage:
    return FoundPage(page_name(_unbundled(file.relative_to(folder).as_posix())), code, file)


def _unbundled(below: str) -> str:
    """Hugo's page with its pictures in one folder, posts/first/index.md, is posts/first.md; sections have _index.md."""
    folder, _, name = below.rpartition("/")
    return f"{folder}.md" if name == "index.md" and folder.count("/") >= 1 else below


def _assets(folder: Path, start: Path) -> dict[str, Path]:
    return {
        file.relative_to(start).as_posix(): file for file in _files(folder) if file.suffix not in MARKDOWN
    }


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        for file in sorted(folder.rglob("*")):
            inside = file.relative_to(folder).parts
            if file.is_file() and not any(
                part.startswith(_SKIPPED[-1]) or part in _SKIPPED[:-1] for part in inside
            ):
                yield file


def _language_folders(root: Path) -> dict[str, str]:
    found = {}
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        try:
            cldr(folder.name)
        except PublicationError:
            continue
        if any(file.suffix in MARKDOWN for file in folder.rglob("*")):
            found[folder.name] = folder.name
    return found


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


def _setting(text: str, key: str) -> str:
    found = re.search(rf"\b{key}:\s*{_QUOTED}", text)
    return found[1] if found else ""


def _told(path: str, message: str) -> Fault:
    return Fault(path, 0, message, Level.WARNING, "adopt")
