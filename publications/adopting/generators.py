"""Generators: which one a folder is for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from publications.adopting.files import assets_below, in_folders, named_languages
from publications.adopting.found import MARKDOWN, FoundSite
from publications.adopting.hugo import is_hugo, read_hugo
from publications.adopting.mkdocs_site import read_mkdocs
from publications.adopting.scripted import read_docusaurus, read_starlight
from publications.faults import Fault, PublicationError
from publications.language.cldr import cldr


def read_site(root: Path) -> FoundSite:
    """What a folder holds; one that is for no generator known here is a PublicationError."""
    for is_there, read in _READERS:
        if is_there(root):
            return read(root)
    folders = _language_folders(root)
    if len(folders) > 1:
        pages = tuple(in_folders(root, folders))
        languages = named_languages(dict.fromkeys(folders, ""))
        assets = assets_below(root, root)
        return FoundSite(root, "Markdown", root.name, "", min(folders), languages, pages, assets=assets)
    message = (
        "is no site that can be adopted: there is no mkdocs.yml with static-i18n, no hugo.toml, no docusaurus.config.js, no "
        "astro.config.mjs, and no folder of Markdown for each language. Say the folder that holds one of them."
    )
    raise PublicationError(Fault(str(root), 0, message))


_READERS: tuple[tuple[Callable[[Path], bool], Callable[[Path], FoundSite]], ...] = (
    (lambda root: (root / "mkdocs.yml").is_file(), read_mkdocs),
    (is_hugo, read_hugo),
    (lambda root: any(root.glob("docusaurus.config.*")), read_docusaurus),
    (lambda root: any(root.glob("astro.config.*")), read_starlight),
)


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
