"""Messages: each of the site's own short texts stands in every locale's catalog, and is whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import polib

from publications.catalogs import catalog_path, read_entries
from publications.checks.letters import told, wrong_letters
from publications.checks.msgids import Use, msgid_uses
from publications.faults import Fault, Level, PublicationError
from publications.findings import SiteFindings
from publications.reading.allow_list import removed

_COPIED = 0.5
_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def message_faults(site: SiteFindings) -> Iterator[Fault]:
    """Faults in the catalogs of all locales."""
    uses, faults = msgid_uses(site.project)
    yield from faults
    for locale in site.project.codes:
        try:
            entries, shipped = read_entries(site.project, locale)
        except PublicationError as error:
            yield from error.faults
        else:
            yield from _Catalog(locale, entries, shipped, uses).faults()


@dataclass(frozen=True, slots=True)
class _Catalog:
    """A site's own catalog. shipped: the msgids that the engine has a text for."""

    locale: str
    entries: polib.POFile
    shipped: Collection[str]
    uses: Mapping[str, Use]

    def faults(self) -> Iterator[Fault]:
        found = {entry.msgid: entry for entry in self.entries if not entry.obsolete}
        last = max((_line(entry) + 3 for entry in self.entries), default=0)
        for msgid, use in self.uses.items():
            if msgid not in found and msgid not in self.shipped:
                message = (
                    f"'{msgid}' is missing (it stands in {use.place}). Add two lines: "
                    f'msgid "{polib.escape(msgid)}" and msgstr "…"'
                )
                yield self._fault(last, Level.ERROR, "missing-message", message)
        yield from self._copied()
        seen: set[tuple[str, str]] = set()
        for entry in self.entries:
            if not entry.obsolete:
                yield from self._entry(entry)
                if (entry.msgctxt or "", entry.msgid) in seen:
                    message = f"'{entry.msgid}' stands here twice. Delete one of the two."
                    yield self._fault(_line(entry), Level.WARNING, "message-twice", message)
                seen.add((entry.msgctxt or "", entry.msgid))

    def _copied(self) -> Iterator[Fault]:
        """A catalog that is that of English, whose texts are their own msgids."""
        texts = [entry for entry in self.entries if entry.msgstr and entry.msgid.count(" ") > 1]
        same = [entry for entry in texts if entry.msgstr == entry.msgid]
        if self.locale.partition("-")[0] != "en" and len(same) > len(texts) * _COPIED:
            message = (
                f"{len(same)} of {len(texts)} texts are the English ones, and readers of '{self.locale}' would get "
                f"them so. Translate each msgstr, '{same[0].msgid}' first."
            )
            yield self._fault(_line(same[0]), Level.WARNING, "copied-catalog", message)

    def _entry(self, entry: polib.POEntry) -> Iterator[Fault]:
        texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        line, shown = _line(entry), entry.msgid
        level = (
            Level.INFO if entry.msgid in self.shipped else Level.ERROR
        )  # the engine's text is shown instead
        if entry.msgid not in self.uses:
            message = f"'{shown}' is used nowhere. Delete the entry, unless it is kept for later."
            yield self._fault(line, Level.INFO, "unused-message", message)
        elif not texts or not all(texts):
            yield self._fault(line, level, "missing-message", f"'{shown}' has no text. Fill in its msgstr.")
        elif entry.fuzzy:
            message = (
                f"'{shown}' is marked fuzzy, so it is not used. Mend its msgstr, and delete the word fuzzy."
            )
            yield self._fault(line, level, "missing-message", message)
        else:
            for text in texts:
                yield from self._text(entry, text)

    def _text(self, entry: polib.POEntry, text: str) -> Iterator[Fault]:
        wanted, found = (
            frozenset(_PLACEHOLDER.findall(one)) for one in (entry.msgid + entry.msgid_plural, text)
        )
        # A plural may leave out the number that only one of its forms needs ("a page", "%(num)s pages").
        lost = () if entry.msgid_plural else sorted(wanted - found)
        for name in lost:
            message = (
                f"the text of '{entry.msgid}' lacks %({name})s. Put it where the value belongs: '{text}'"
            )
            yield self._fault(_line(entry), Level.ERROR, "placeholder", message)
        for name in sorted(found - wanted - ({"num"} if entry.msgid_plural else set())):
            message = f"%({name})s is no placeholder of '{entry.msgid}'. Take it out, or write it as there."
            yield self._fault(_line(entry), Level.ERROR, "placeholder", message)
        if self.uses[entry.msgid].is_formatted and "%" in _PLACEHOLDER.sub("", text).replace("%%", ""):
            message = (
                f"the per cent sign in '{text}' must be doubled. Write %%, or the placeholder as %(name)s."
            )
            yield self._fault(_line(entry), Level.ERROR, "placeholder", message)
        for harm in removed(text) if "<" in text else ():
            message = (
                f"'{harm.shown}' would be shown as it is typed: a catalog is text, and no HTML. Take it out."
            )
            yield self._fault(_line(entry), Level.WARNING, "unsafe-html", message)
        if words := wrong_letters(text, self.locale):
            yield self._fault(_line(entry), Level.WARNING, "wrong-letter", told(words))

    def _fault(self, line: int, level: Level, rule: str, message: str) -> Fault:
        return Fault(catalog_path(self.locale), line, message, level, rule)


def _line(entry: polib.POEntry) -> int:
    return max(entry.linenum or 1, 1)  # polib counts the first entry as 0
