"""Catalogs: the site's own short texts in each locale, as gettext PO files."""

from __future__ import annotations

import gettext
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from types import MappingProxyType
from typing import NoReturn

import polib
from babel.core import get_global

from publications.faults import Fault, PublicationError
from publications.layers import DEFAULTS
from publications.project import Project

SITE, DESK = "site", "desk"
"""The domains of catalogs: what readers of the site see, and what translators and editors see at the desk."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """The messages of one locale.

    path: the site's own PO file, below the project's root, be it there or not.
    messages: the singular texts by their English text (the msgid).
    translations: the same as the standard library's gettext object, with plural forms.
    """

    locale: str
    path: str
    messages: Mapping[str, str]
    translations: gettext.NullTranslations = field(repr=False, compare=False)

    def gettext(self, msgid: str) -> str:
        """The text in this locale; one that is missing is a PublicationError, never an English word."""
        return self.translations.gettext(msgid)


def read_catalog(project: Project, locale: str) -> Catalog:
    """A locale's words: the engine's, and before them those of the site's own catalog.

    Entries that are empty or marked fuzzy do not count as texts. A locale that has no catalog is a PublicationError.
    """
    contents = tuple(content for _, content in _layers(project, locale))
    if not contents:
        path = catalog_path(locale)
        message = (
            f"the catalog of '{locale}' is missing, and the engine ships none. "
            "Copy another language's there, and translate its msgstr."
        )
        raise PublicationError(Fault(path, 0, message, rule="missing-catalog"))
    return _catalog(catalog_path(locale), contents, locale)


def read_shipped(locale: str, domain: str = SITE) -> Catalog:
    """The engine's own words in a locale, English where it has none. domain: what for, the site or the desk."""
    code = next(code for code in (*line_of(locale), "en") if _ships(code, domain))
    path = catalog_path(code, domain)
    return _catalog(path, ((DEFAULTS / path).read_bytes(),), locale)


def read_entries(project: Project, locale: str) -> tuple[polib.POFile, Collection[str]]:
    """The site's own catalog as it was typed, entry by entry, with their lines; and the msgids that the engine has."""
    read_catalog(project, locale)  # says when there is neither
    own, shipped = polib.POFile(), frozenset[str]()
    for path, content in _layers(project, locale):
        if path == catalog_path(locale):
            own = _entries(path, content)
        else:
            shipped = frozenset(_messages(_entries(path, content)))
    return own, shipped


def ships_words(locale: str) -> bool:
    """Whether the engine has a catalog for a locale, or for one that CLDR takes for its parent."""
    return any(map(_ships, line_of(locale)))


# Every page speaks in one of the same few.
@lru_cache(maxsize=64)
def _catalog(path: str, contents: tuple[bytes, ...], locale: str) -> Catalog:
    entries = _entries(path, contents[0])
    for content in contents[1:]:
        own = _entries(path, content)
        entries = _over(entries, own)
    translations = gettext.GNUTranslations(BytesIO(entries.to_binary()))
    translations.add_fallback(_Missing(path))
    return Catalog(locale, path, MappingProxyType(_messages(entries)), translations)


def _messages(entries: polib.POFile) -> dict[str, str]:
    return {entry.msgid: entry.msgstr for entry in entries if entry.msgstr and not entry.fuzzy}


def _over(shipped: polib.POFile, own: polib.POFile) -> polib.POFile:
    """The engine's entries with the site's in their places."""
    said = {entry.msgid for entry in own if entry.translated()}
    whole = polib.POFile()
    whole.metadata = {**shipped.metadata, **own.metadata}
    whole += [entry for entry in own if entry.translated()]
    whole += [entry for entry in shipped if entry.msgid not in said]
    return whole


def _layers(project: Project, locale: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of each catalog that a locale's words are from, the site's last."""
    shipped = next((DEFAULTS / catalog_path(code) for code in line_of(locale) if _ships(code)), None)
    own = project.root / catalog_path(locale)
    if shipped:
        yield f"{DEFAULTS.name}/{catalog_path(locale)}", shipped.read_bytes()
    if own.is_file():
        yield catalog_path(locale), own.read_bytes()


def _ships(code: str, domain: str = SITE) -> bool:
    return (DEFAULTS / catalog_path(code, domain)).is_file()


def line_of(locale: str) -> Iterator[str]:
    """A locale and what CLDR takes for its parents: "pt-BR", "pt"; Serbian in Latin letters has none."""
    code = locale
    while code and code != "root":
        yield code
        parents = get_global("parent_exceptions")
        code = str(parents.get(code.replace("-", "_"), code.rpartition("-")[0])).replace("_", "-")


def _entries(path: str, content: bytes) -> polib.POFile:
    try:
        text = content.decode("utf-8-sig")
        # polib would take a text of one line for the name of a file.
        return polib.pofile(text.replace("\r\n", "\n") + "\n", encoding="utf-8")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8: byte {error.start + 1}. Save it as UTF-8."
        raise PublicationError(Fault(path, 0, message, rule="not-utf-8")) from None
    except OSError as error:
        raise PublicationError(_syntax_fault(path, str(error))) from None


def _syntax_fault(path: str, error: str) -> Fault:
    """The fault of a message by polib: "Syntax error in po file (line 12): unescaped double quote found"."""
    line = re.search(r"line (\d+)", error)
    reason = error.rpartition(": ")[2] if ": " in error else "it is no line of a catalog"
    message = (
        f"the catalog cannot be read here: {reason}. Write msgid and msgstr, each with its text in quotes."
    )
    return Fault(path, int(line[1]) if line else 0, message, rule="catalog")


def catalog_path(locale: str, domain: str = SITE) -> str:
    """Where a locale's catalog lies, below the root of a project or of what the engine ships."""
    return f"i18n/locale/{locale}/LC_MESSAGES/{domain}.po"


def missing_message(path: str, msgid: str) -> Fault:
    """The fault of a text that a catalog lacks."""
    return Fault(path, 0, f"'{msgid}' has no text. Fill in its msgstr (or add it).", rule="missing-message")


class _Missing(gettext.NullTranslations):
    """What gettext asks when a catalog has no text: where others give the msgid, this stops."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path

    def gettext(self, message: str) -> NoReturn:
        raise PublicationError(missing_message(self._path, message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> NoReturn:  # noqa: ARG002 (gettext's signature)
        raise PublicationError(missing_message(self._path, msgid1))
