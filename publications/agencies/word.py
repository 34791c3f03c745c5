"""Word: a parcel as a table of two languages in a .docx, for those who have nothing else.

Codes are `<1>…</1>` and `<2/>` in a coloured style of their own. What the file needs to find home is text at its end,
which every word processor keeps.
"""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from publications.agencies.codes import flat, parts_in, placeholder, with_placeholders
from publications.agencies.enclosed import enclose
from publications.agencies.parcel import Parcel, Sheet
from publications.agencies.unit import Progress, Unit
from publications.editing.segment import PartKind

_CODE, _QUIET, _KEPT = "Pubs code", "Pubs quiet", "Pubs kept"
_WIDTHS = (Cm(2.2), Cm(7.2), Cm(7.2), Cm(2.8))
COLUMNS = 4
"""The number of a segment, both texts, and notes."""
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


def _add_styles(document: DocumentType) -> None:
    code = document.styles.add_style(_CODE, WD_STYLE_TYPE.CHARACTER)
    code.font.color.rgb = RGBColor(0xB0, 0x2A, 0x8C)
    for name, size, grey in ((_QUIET, 8, 0x60), (_KEPT, 1, 0xC0)):
        font = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).font
        font.size, font.color.rgb = Pt(size), RGBColor(grey, grey, grey)
    for section in document.sections:
        section.left_margin = section.right_margin = Cm(1.5)


def _add_table(document: DocumentType, parcel: Parcel, sheet: Sheet) -> None:
    table = document.add_table(rows=1 + len(sheet.units), cols=COLUMNS, style="Table Grid")
    table.autofit = False
    cells = table._cells  # noqa: SLF001 (asking row by row takes time that grows with the square)
    names = parcel.languages[parcel.source_locale], parcel.languages[parcel.locale]
    for cell, width, words in zip(cells, _WIDTHS, ("", *names, "Notes"), strict=False):
        cell.width = width
        cell.paragraphs[0].add_run(words).bold = True
    for number, unit in enumerate(sheet.units, start=1):
        _fill(cells[number * COLUMNS : (number + 1) * COLUMNS], unit)


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
