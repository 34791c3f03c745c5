"""Catalogs: the site's own short texts in each locale, as gettext PO files."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
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
    path = catalog_path(locale)
    file = project.root / path
    if not file.is_file():
        raise PublicationError(
            Fault(path, 0, f"the catalog of '{locale}' is missing. Copy another locale's and translate it.")
        )
    entries = _read(file, path)
    translations = gettext.GNUTranslations(BytesIO(entries.to_binary()))
    translations.add_fallback(_Missing(path))
    messages = {entry.msgid: entry.msgstr for entry in entries if entry.msgstr and not entry.fuzzy}
    return Catalog(locale, path, MappingProxyType(messages), translations)


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


def _read(file: Path, path: str) -> polib.POFile:
    try:
        return polib.pofile(file.read_text(encoding="utf-8-sig"), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PublicationError(Fault(path, 0, f"cannot be read: {error}.")) from None
