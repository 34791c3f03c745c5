"""Word returned: what came back in a .docx, saved by whatever word processor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest
from zipfile import BadZipFile, ZipFile

from docx.oxml.ns import qn

from publications.agencies.codes import without_placeholders
from publications.agencies.enclosed import PREFIX, disclose
from publications.agencies.markup import Element, parsed
from publications.agencies.returned import ReturnedSheet, ReturnedUnit
from publications.agencies.word import COLUMNS

_BODY = "word/document.xml"
_WORDS = re.compile(r"<[^>]*>")


def is_ours(data: bytes) -> bool:
    """Whether a .docx was made here; anything else is none."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return PREFIX in _WORDS.sub("", archive.read(_BODY).decode("utf-8", errors="replace"))
    except (BadZipFile, KeyError):
        return False


def read(data: bytes) -> tuple[ReturnedSheet, ...]:
    """What came back in one; tracked changes count as accepted. A ValueError for what cannot be read."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            root = parsed(archive.read(_BODY))
    except (BadZipFile, KeyError) as error:
        raise ValueError(str(error)) from None
    kept = "".join(_texts(root)).split(PREFIX)
    return tuple(_sheets(root, [PREFIX + one for one in kept[1:]]))


def _sheets(root: Element, kept: list[str]) -> Iterator[ReturnedSheet]:
    """Tables and what is kept of their pages, in one order."""
    tables = (list(table.iter(qn("w:tr"))) for table in root.iter(qn("w:tbl")))
    ours = [rows[1:] for rows in tables if rows and len(_cells(rows[0])) == COLUMNS]
    for number, (rows, letters) in enumerate(zip_longest(ours, kept), start=1):
        enclosed = disclose(letters) if letters else None
        yield ReturnedSheet(f"table {number}", enclosed, ("", ""), tuple(_units(rows or [])))


def _units(rows: list[Element]) -> Iterator[ReturnedUnit]:
    for row in rows:
        cells = ["".join(_texts(cell)) for cell in _cells(row)]
        if len(cells) == COLUMNS:
            name, *texts, _ = cells
            source, target = map(without_placeholders, texts)
            yield ReturnedUnit("".join(name.split()), source, target)


def _cells(row: Element) -> list[Element]:
    return list(row.iter(qn("w:tc")))


def _texts(element: Element) -> Iterator[str]:
    """The words, with what was inserted and without what was deleted while changes were tracked."""
    for one in element.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen"), qn("w:p")):
        if one.tag == qn("w:t"):
            yield one.text or ""
        elif one.tag == qn("w:noBreakHyphen"):
            yield "\u2011"
        else:
            yield " "
