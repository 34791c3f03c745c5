"""Catalogs: the site's own short texts in each locale, as gettext PO files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import polib

from publications.faults import Fault, PublicationError
from publications.project import Project


@dataclass(frozen=True, slots=True)
class Catalog:
    """The messages of one locale, by their English text (the msgid)."""

    locale: str
    path: str
    messages: Mapping[str, str]

    def gettext(self, msgid: str) -> str:
        """The text in this locale; one that is missing is an error, never an English word."""
        try:
            return self.messages[msgid]
        except KeyError:
            raise PublicationError(missing_message(self, msgid)) from None

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """The text for a number of things; catalogs hold sentences that need no plural, so one form serves."""
        return self.gettext(singular if number == 1 else plural)


def missing_message(catalog: Catalog, msgid: str) -> Fault:
    """The fault of a text that a catalog lacks."""
    return Fault(
        catalog.path, 0, f"'{msgid}' has no text. Fill in its msgstr (or add it).", rule="missing-message"
    )


def catalog_path(locale: str) -> str:
    """Where a locale's catalog lies, below the project's root."""
    return f"i18n/locale/{locale}/LC_MESSAGES/site.po"


def read_catalog(project: Project, locale: str) -> Catalog:
    """Read a locale's catalog; entries that are empty or marked fuzzy do not count as texts."""
    path = catalog_path(locale)
    file = project.root / path
    if not file.is_file():
        raise PublicationError(
            Fault(path, 0, f"the catalog of '{locale}' is missing. Copy another locale's and translate it.")
        )
    return Catalog(locale, path, MappingProxyType(_read_messages(file, path)))


def _read_messages(file: Path, path: str) -> dict[str, str]:
    try:
        entries = polib.pofile(file.read_text(encoding="utf-8-sig"), encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PublicationError(Fault(path, 0, f"cannot be read: {error}.")) from None
    return {entry.msgid: entry.msgstr for entry in entries if entry.msgstr and not entry.fuzzy}
