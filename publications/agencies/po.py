"""PO: a parcel as gettext's catalogs, for Poedit, Weblate and all that read them.

https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html. Codes are `<1>…</1>` and `<2/>`; what the file needs to
find home stands in its header, one line for each page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import polib

from publications.agencies.codes import flat, plain, with_placeholders, without_placeholders
from publications.agencies.enclosed import disclose, enclose
from publications.agencies.parcel import Parcel, Sheet
from publications.agencies.returned import ReturnedSheet, ReturnedUnit
from publications.agencies.unit import Progress, Unit

HEADER = "X-Pubs-Page"
_BETWEEN = "#"


def write(parcel: Parcel) -> bytes:
    """The catalog."""
    catalog = polib.POFile(wrapwidth=78)
    catalog.metadata = {
        "Project-Id-Version": parcel.project,
        "Language": parcel.locale.replace("-", "_"),
        "X-Source-Language": parcel.source_locale.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for number, sheet in enumerate(parcel.sheets, start=1):
        catalog.metadata[f"{HEADER}-{number}"] = enclose(sheet.enclosed)
        catalog.extend(_entry(sheet, unit) for unit in sheet.units)
    return f"{catalog}\n".encode()


def read(data: bytes) -> tuple[ReturnedSheet, ...]:
    """What came back in one; a ValueError for what is no catalog."""
    try:
        catalog = polib.pofile(data.decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from None
    units: dict[str, list[ReturnedUnit]] = defaultdict(list)
    for entry in catalog:
        page, _, name = (entry.msgctxt or "").rpartition(_BETWEEN)
        if not entry.obsolete:
            units[page].append(_unit(name, entry))
    return tuple(_sheets(catalog, units))


def _entry(sheet: Sheet, unit: Unit) -> polib.POEntry:
    is_changed = unit.progress is Progress.CHANGED
    told = [
        str(unit.block.kind),
        *([f"Below: {unit.heading}"] if unit.heading else []),
        f"Words: {unit.words}",
    ]
    return polib.POEntry(
        msgctxt=f"{sheet.page}{_BETWEEN}{unit.id}",
        msgid=with_placeholders(unit.source.line),
        msgstr=with_placeholders(unit.target.line) if unit.target else "",
        comment="\n".join(plain(line) for line in (*told, *_codes(unit), *unit.notes)),
        occurrences=[(sheet.file, str(unit.line))],
        flags=["fuzzy"] if is_changed else [],
    )


def _codes(unit: Unit) -> Iterator[str]:
    """What the placeholders are."""
    for part in unit.source.body:
        if part.number and part.typed.strip():
            yield f"{with_placeholders(flat([part]))} {part.typed}"


def _unit(name: str, entry: polib.POEntry) -> ReturnedUnit:
    return ReturnedUnit(
        name,
        without_placeholders(entry.msgid),
        without_placeholders(entry.msgstr),
        is_confirmed=bool(entry.msgstr) and not entry.fuzzy,
    )


def _sheets(catalog: polib.POFile, units: dict[str, list[ReturnedUnit]]) -> Iterator[ReturnedSheet]:
    languages = "X-Source-Language", "Language"
    said = catalog.metadata.get(languages[0], ""), catalog.metadata.get(languages[1], "")
    opened = (disclose(value) for name, value in catalog.metadata.items() if name.startswith(HEADER))
    sheets = {sheet.page: sheet for sheet in opened if sheet}
    for page in dict.fromkeys((*sheets, *units)):
        yield ReturnedSheet(page, sheets.get(page), said, units.get(page, []))
