"""Catalogs: the site's own short texts in each locale, as gettext PO files."""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from types import MappingProxyType
from typing import NoReturn

import polib

from publications.faults import Fault, PublicationError
from publications.project import Project


@dataclass(frozen=True, slots=True)
class Catalog:
    """The messages of one locale.

    path: the PO file, below the project's root.
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
    """Read a locale's catalog; entries that are empty or marked fuzzy do not count as texts."""
    return _catalog(catalog_path(locale), _content(project, locale), locale)


# Every page speaks in one of the same few.
@lru_cache(maxsize=64)
def _catalog(path: str, content: bytes, locale: str) -> Catalog:
    entries = _entries(path, content)
    translations = gettext.GNUTranslations(BytesIO(entries.to_binary()))
    translations.add_fallback(_Missing(path))
    messages = {entry.msgid: entry.msgstr for entry in entries if entry.msgstr and not entry.fuzzy}
    return Catalog(locale, path, MappingProxyType(messages), translations)


def read_entries(project: Project, locale: str) -> polib.POFile:
    """A catalog as it was typed, entry by entry, with their lines."""
    return _entries(catalog_path(locale), _content(project, locale))


def _content(project: Project, locale: str) -> bytes:
    path = catalog_path(locale)
    try:
        return (project.root / path).read_bytes()
    except FileNotFoundError:
        message = (
            f"the catalog of '{locale}' is missing. Copy another language's there, and translate its msgstr."
        )
        raise PublicationError(Fault(path, 0, message, rule="missing-catalog")) from None


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


def catalog_path(locale: str) -> str:
    """Where a locale's catalog lies, below the project's root."""
    return f"i18n/locale/{locale}/LC_MESSAGES/site.po"


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
