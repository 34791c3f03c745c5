"""Folders: everything below docs/ lies where it is published from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale, UnknownLocaleError, localedata

from publications.faults import Fault, Level, did_you_mean
from publications.findings import SiteFindings
from publications.project import CONFIG, Project

_SHORT = 2  # letters; static-i18n takes such a folder for a language
_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z]{2,4})?")


def folder_faults(site: SiteFindings) -> Iterator[Fault]:
    """Faults in the folders below docs/."""
    by_folder: dict[str, list[str]] = {}
    for name in site.files:
        folder, slash, _ = name.partition("/")
        by_folder.setdefault(folder if slash else "", []).append(name)
    for folder, names in by_folder.items():
        if folder not in site.project.codes:
            yield from _foreign(site, folder, names)
    if not site.pages_meant:
        message = f"there is nothing to publish. Write a first page: docs/{site.project.codes[0]}/index.md"
        yield Fault("docs", 0, message, Level.ERROR, "no-pages")
    yield from _fallbacks(site.project)
    yield from _twins(site)


def _fallbacks(project: Project) -> Iterator[Fault]:
    """Languages that a fallback chain names and that the site has not, or has no more."""
    for locale in project.locales:
        for other in locale.unknown:
            message = (
                f"fallback of '{locale.code}' names '{other}', which is no language here. "
                f"{did_you_mean(other, project.codes)} Else take it out."
            )
            yield Fault(CONFIG, 0, message, Level.WARNING, "unknown-language")


def language_name(folder: str) -> str:
    """The English name of the language that a folder is called after, "" when it is none."""
    tag = folder.replace("-", "_")
    if not _TAG.fullmatch(folder) or not localedata.exists(tag):
        return ""
    try:
        return str(Locale.parse(tag).english_name or tag)
    except (UnknownLocaleError, ValueError):
        return ""


def _foreign(site: SiteFindings, folder: str, names: list[str]) -> Iterator[Fault]:
    """A folder that is none of the languages'."""
    codes = site.project.codes
    pages = [name for name in names if name.endswith(".md")]
    same = next((code for code in codes if code.lower() == folder.lower().replace("_", "-")), "")
    language = language_name(folder)
    if same:
        yield _unread(
            folder, f"'{folder}' is not read as the language '{same}'. Rename the folder to docs/{same}."
        )
    elif language and (pages or len(folder) == _SHORT):
        yield _unread(folder, _unknown_language(folder, language, codes))
    elif len(folder) == _SHORT:
        message = (
            f"a folder of two letters is a language's, and {CONFIG} has {', '.join(codes)} only. "
            f"Move it to docs/assets/{folder}, and change the links to it."
        )
        yield _unread(folder, message)
    else:
        yield from (_outside(name, codes) for name in pages)


def _unread(folder: str, message: str) -> Fault:
    return Fault(f"docs/{folder}", 0, message, Level.WARNING, "unknown-language")


def _unknown_language(folder: str, language: str, codes: tuple[str, ...]) -> str:
    return (
        f"{CONFIG} has no language '{folder}' ({language}), so nothing in here is published. To add it, write "
        f"`- locale: {folder}` and its name below `languages:` in {CONFIG} (now: {', '.join(codes)}), and make "
        f"i18n/locale/{folder}/LC_MESSAGES/site.po. If it is no language, move it to docs/assets/{folder}."
    )


def _outside(name: str, codes: tuple[str, ...]) -> Fault:
    below = name.rpartition("/")[2] if name.startswith("assets/") else name
    message = (
        f"the page is in no language's folder, so nobody is shown it. Move it to docs/{codes[0]}/{below}, "
        f"or to the folder of its own language ({', '.join(codes)})."
    )
    return Fault(f"docs/{name}", 0, message, Level.WARNING, "page-outside")


def _twins(site: SiteFindings) -> Iterator[Fault]:
    """A picture that all languages share, and one of the same path that is one language's own."""
    for name in site.files:
        locale, _, below = name.partition("/")
        if locale in site.project.codes and below in site.file_set and not below.endswith(".md"):
            message = (
                f"docs/{below} has the same path: a page in docs/{locale} shows this one for '{below}', and that "
                f"one for '../{below}'. Keep one of them, or give this one another name."
            )
            yield Fault(f"docs/{name}", 0, message, Level.WARNING, "same-file-twice")
