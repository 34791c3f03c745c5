"""Word: a parcel as a table of two languages in a .docx, for those who have nothing else.

Codes are `<1>…</1>` and `<2/>` in a coloured style of their own. What the file needs to find home is text at its end,
which every word processor keeps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from publications.agencies.codes import flat, parts_in, placeholder, with_placeholders, without_placeholders
from publications.agencies.enclosed import PREFIX, disclose, enclose
from publications.agencies.markup import Element, parsed
from publications.agencies.parcel import Parcel, Sheet
from publications.agencies.returned import ReturnedSheet, ReturnedUnit
from publications.agencies.unit import Progress, Unit
from publications.editing.segment import PartKind

_BODY = "word/document.xml"
_WORDS = re.compile(r"<[^>]*>")
_CODE, _QUIET, _KEPT = "Pubs code", "Pubs quiet", "Pubs kept"
_WIDTHS = (Cm(2.2), Cm(7.2), Cm(7.2), Cm(2.8))
_COLUMNS = 4
_ABOUT = (
    "Write the translation into the third column. Coloured signs such as <1> and </1> stand for a link or bold words, "
    "<2/> for a number, a date or a name that is put in later: keep each where it belongs. Leave the other columns "
    "and the last page as they are."
)
_END = "For the way home: leave these lines as they are."
_HEADS = {Progress.NEW: "new", Progress.CHANGED: "changed: read it again", Progress.DONE: "done"}


def write(parcel: Parcel) -> bytes:
    """The document."""
    document = Document()
    _add_styles(document)
    names = parcel.languages
    document.add_heading(f"{parcel.project}: {names[parcel.source_locale]} → {names[parcel.locale]}", level=1)
    document.add_paragraph(_ABOUT)
    for sheet in parcel.sheets:
        document.add_heading(sheet.title, level=2)
        document.add_paragraph(sheet.file, style=_QUIET)
        _add_table(document, parcel, sheet)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph(_END, style=_QUIET)
    for sheet in parcel.sheets:
        document.add_paragraph(style=_KEPT).add_run(enclose(sheet.enclosed))
    data = BytesIO()
    document.save(data)
    return data.getvalue()


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


def _add_styles(document: DocumentType) -> None:
    code = document.styles.add_style(_CODE, WD_STYLE_TYPE.CHARACTER)
    code.font.color.rgb = RGBColor(0xB0, 0x2A, 0x8C)
    quiet = document.styles.add_style(_QUIET, WD_STYLE_TYPE.PARAGRAPH)
    quiet.font.size, quiet.font.color.rgb = Pt(8), RGBColor(0x60, 0x60, 0x60)
    kept = document.styles.add_style(_KEPT, WD_STYLE_TYPE.PARAGRAPH)
    kept.font.size, kept.font.color.rgb = Pt(1), RGBColor(0xC0, 0xC0, 0xC0)
    for section in document.sections:
        section.left_margin = section.right_margin = Cm(1.5)


def _add_table(document: DocumentType, parcel: Parcel, sheet: Sheet) -> None:
    table = document.add_table(rows=1 + len(sheet.units), cols=_COLUMNS, style="Table Grid")
    table.autofit = False
    cells = table._cells  # noqa: SLF001 (asking row by row takes time that grows with the square)
    names = parcel.languages[parcel.source_locale], parcel.languages[parcel.locale]
    for cell, width, words in zip(cells, _WIDTHS, ("", *names, "Notes"), strict=False):
        cell.width = width
        cell.paragraphs[0].add_run(words).bold = True
    for number, unit in enumerate(sheet.units, start=1):
        _fill(cells[number * _COLUMNS : (number + 1) * _COLUMNS], unit)


def _fill(cells: list[_Cell], unit: Unit) -> None:
    for cell, width in zip(cells, _WIDTHS, strict=True):
        cell.width = width
    name, source, target, notes = (cell.paragraphs[0] for cell in cells)
    for one in (name, notes):
        one._p.style = _id(_QUIET)  # noqa: SLF001 (by its name, each takes a look at all styles)
    name.add_run(unit.id)
    _add_line(source, unit.source.line)
    if unit.target:
        _add_line(target, unit.target.line)
    notes.add_run("; ".join((_HEADS[unit.progress], *unit.notes)))


def _add_line(paragraph: Paragraph, line: str) -> None:
    for part in parts_in(line):
        if part.kind is PartKind.TEXT:
            paragraph.add_run(with_placeholders(flat([part])))
        else:
            paragraph.add_run(placeholder(part))._r.style = _id(_CODE)  # noqa: SLF001 (as above)


def _id(style: str) -> str:
    """As python-docx makes it of a style's name."""
    return style.replace(" ", "")


def _sheets(root: Element, kept: list[str]) -> Iterator[ReturnedSheet]:
    """Tables and what is kept of their pages, in one order."""
    tables = [one for one in root.iter(qn("w:tbl")) if _is_ours(one)]
    for number in range(max(len(tables), len(kept))):
        enclosed = disclose(kept[number]) if number < len(kept) else None
        rows = list(tables[number].iter(qn("w:tr")))[1:] if number < len(tables) else []
        units = tuple(unit for unit in map(_unit, rows) if unit)
        yield ReturnedSheet(f"table {number + 1}", enclosed, ("", ""), units)


def _is_ours(table: Element) -> bool:
    rows = list(table.iter(qn("w:tr")))
    return bool(rows) and len(list(rows[0].iter(qn("w:tc")))) == _COLUMNS


def _unit(row: Element) -> ReturnedUnit | None:
    cells = ["".join(_texts(cell)) for cell in row.iter(qn("w:tc"))]
    if len(cells) != _COLUMNS:
        return None
    name, source, target, _ = cells
    return ReturnedUnit("".join(name.split()), without_placeholders(source), without_placeholders(target))


def _texts(element: Element) -> Iterator[str]:
    """The words, with what was inserted and without what was deleted while changes were tracked."""
    for one in element.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen"), qn("w:p")):
        if one.tag == qn("w:t"):
            yield one.text or ""
        elif one.tag == qn("w:noBreakHyphen"):
            yield "\u2011"
        else:
            yield " "
