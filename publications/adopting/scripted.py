"""Sites of Docusaurus and Starlight, whose settings are programs: what can be read of them without running any."""

from __future__ import annotations

import re
from pathlib import Path

from publications.adopting.files import assets_below, in_folders, named_languages, told_of
from publications.adopting.found import FoundSite

_QUOTED = r"""["'`]([^"'`]+)["'`]"""


def read_docusaurus(root: Path) -> FoundSite:
    """What docs/ and i18n/ hold."""
    file = next(root.glob("docusaurus.config.*"))
    text = file.read_text(encoding="utf-8", errors="replace")
    codes = re.findall(_QUOTED, (re.search(r"locales:\s*\[([^\]]*)\]", text) or [""])[0])
    default = _setting(text, "defaultLocale") or (codes[0] if codes else "en")
    pages = list(in_folders(root, {default: "docs"}))
    for code in codes:
        if code != default:
            pages += in_folders(root, {code: f"i18n/{code}/docusaurus-plugin-content-docs/current"})
    assets = {**assets_below(root / "static", root / "static"), **assets_below(root / "docs", root / "docs")}
    told = [
        told_of(
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
        named_languages(dict.fromkeys(codes or [default], "")),
        tuple(pages),
        (),
        assets,
        tuple(told),
    )


def read_starlight(root: Path) -> FoundSite:
    """What src/content/docs/ holds."""
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
    pages = list(in_folders(docs, folders))
    pages += [
        found
        for found in in_folders(docs, {default: ""})
        if default not in folders and found.file.relative_to(docs).parts[0] not in folders
    ]
    assets = {
        **assets_below(root / "public", root / "public"),
        **assets_below(root / "src" / "assets", root / "src"),
    }
    return FoundSite(
        root,
        "Starlight",
        _setting(text, "title") or root.name,
        _setting(text, "site"),
        default,
        named_languages(languages),
        tuple(pages),
        (),
        assets,
        (),
    )


def _setting(text: str, key: str) -> str:
    found = re.search(rf"\b{key}:\s*{_QUOTED}", text)
    return found[1] if found else ""
