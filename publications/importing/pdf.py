"""PDF: the text of a file that was made on a computer, its headlines told by the size of their type."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from publications.faults import Fault, PublicationError
from publications.importing.losses import Loss
from publications.importing.plain import as_markdown

_BOLD = 600  # of CSS's weights
_LARGER = 1.12  # a headline's type against the text's
_LONGEST_HEADLINE = 160
_GAP = 1.7  # of a line's height: what is further apart is another paragraph
_COLUMNS = 3  # of a line's height: what is further apart within a line are cells
_EDGE = 0.08  # of a page: where page headers and footers stand
_MOST_PAGES = 500
_NUMBER = re.compile(r"\d+")
_FEWEST_PAGES = 2
_LEAST_PICTURE = 40  # pixels: smaller ones are ornaments
_MARK = re.compile(r"^\s*(?:[-–•*·▪●■\uf0b7\uf0a7]|\d{1,3}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of type. size: of its type, in points; top, bottom: from the page's foot; page: from 1."""

    text: str
    size: float
    is_bold: bool
    left: float
    top: float
    bottom: float
    page: int

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, self.size, 1.0)


def read_pdf(file: Path) -> tuple[str, str, Mapping[str, bytes], tuple[Loss, ...]]:
    """Title, Markdown, pictures by their addresses in it, and what was lost."""
    document = _opened(file)
    try:
        if len(document) > _MOST_PAGES:
            raise _fault(
                file, f"has {len(document)} pages, and {_MOST_PAGES} are the most. Save a part of it."
            )
        heights = [page.get_height() for page in document]
        lines = [line for number, page in enumerate(document, start=1) for line in _lines(page, number)]
        if not lines:
            message = (
                "has no text: it is a scan, or its letters are drawn. Have its text recognised first (OCR)."
            )
            raise _fault(file, message)
        pictures = dict(_pictures(document))
        links = sum(_links(page) for page in document)
    finally:
        document.close()
    kept, edges = _without_edges(lines, heights)
    body = Counter(round(line.size, 1) for line in kept for _ in line.text).most_common(1)[0][0]
    paragraphs = tuple(_paragraphs(kept))
    title, rest = _title(paragraphs, body)
    losses = [*edges, *_columns(kept)]
    losses += [
        Loss(f"page {name.partition('-')[2].partition('.')[0]}", f"a picture, put at the end: {name}")
        for name in pictures
    ]
    if links:
        losses.append(
            Loss(
                "the text",
                f"{links} link{'s' if links > 1 else ''}: their words are there, their addresses are not",
            )
        )
    markdown = _markdown(rest, body) + "".join(f"\n![]({name})\n" for name in pictures)
    return title, markdown, pictures, tuple(losses)


def _opened(file: Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(file)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise _fault(file, "is protected by a password. Save it without one, and import that.") from None
        raise _fault(file, "is damaged, or no PDF. Save it again from the program that made it.") from None


def _lines(page: pdfium.PdfPage, number: int) -> Iterator[Line]:
    """The lines of a page, in the order of the file."""
    text = page.get_textpage()
    count = raw.FPDFText_CountChars(text)
    current: list[tuple[str, float, int, float, float, float, float]] = []
    box = [ctypes.c_double() for _ in range(4)]
    for index in range(count):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        if char in "\r\n":
            yield from _line(current, number)
            current = []
            continue
        raw.FPDFText_GetCharBox(text, index, *map(ctypes.byref, box))
        left, right, bottom, top = (value.value for value in box)
        size, weight = raw.FPDFText_GetFontSize(text, index), raw.FPDFText_GetFontWeight(text, index)
        current.append((char, size, weight, left, right, bottom, top))
    yield from _line(current, number)


def _line(chars: Sequence[tuple[str, float, int, float, float, float, float]], page: int) -> Iterator[Line]:
    shown = [char for char in chars if not char[0].isspace()]
    if not shown:
        return
    size = Counter(round(char[1], 1) for char in shown).most_common(1)[0][0]
    bold = sum(char[2] >= _BOLD for char in shown)
    words = ""
    for before, char in zip([None, *chars], chars, strict=False):
        is_far = before and not char[0].isspace() and char[3] - before[4] > _COLUMNS * max(size, 1)
        words += ("\t" if is_far else "") + char[0]
    yield Line(
        text=re.sub(r" *\t+ *", "\t", words.replace("\ufffe", "-").replace("\x02", "-")).strip(),
        size=size,
        is_bold=bold * 2 > len(shown),
        left=min(char[3] for char in shown),
        top=max(char[6] for char in shown),
        bottom=min(char[5] for char in shown),
        page=page,
    )


def _without_edges(lines: Sequence[Line], heights: Sequence[float]) -> tuple[list[Line], list[Loss]]:
    """Without what stands at the head or foot of several pages, and page numbers."""

    def at_edge(line: Line) -> bool:
        height = heights[line.page - 1]
        return line.bottom < _EDGE * height or line.top > (1 - _EDGE) * height

    repeated = Counter(_NUMBER.sub("#", line.text) for line in lines if at_edge(line))

    def is_furniture(line: Line) -> bool:
        words = _NUMBER.sub("#", line.text)
        return at_edge(line) and (repeated[words] >= _FEWEST_PAGES or words.strip(" –-") == "#")

    kept = [line for line in lines if not is_furniture(line)]
    gone = dict.fromkeys(line.text for line in lines if is_furniture(line) and not line.text.isdecimal())
    return kept, [Loss("the page header or footer", f"“{text}”") for text in gone]


def _columns(lines: Sequence[Line]) -> Iterator[Loss]:
    """Lines with wide gaps: cells of a table, or columns."""
    pages = dict.fromkeys(line.page for line in lines if "\t" in line.text)
    yield from (
        Loss(f"page {page}", "a table or columns: their lines are there, one below the other")
        for page in pages
    )


def _paragraphs(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines that belong together joined to one, words that were broken at a line's end made whole."""
    current: Line | None = None
    before: Line | None = None
    for line in lines:
        if current and before and _goes_on(before, line):
            broken = current.text.endswith("-") and line.text[:1].islower()
            text = current.text[:-1] + line.text if broken else f"{current.text} {line.text}"
            current = replace(current, text=text)
        else:
            if current:
                yield current
            current = line
        before = line
    if current:
        yield current


def _goes_on(before: Line, line: Line) -> bool:
    if "\t" in line.text or "\t" in before.text or _MARK.match(line.text):
        return False
    same_type = abs(line.size - before.size) < 0.3 and line.is_bold == before.is_bold  # noqa: PLR2004 (points)
    if line.page != before.page:
        return same_type and not before.text.endswith((".", "!", "?", ":")) and line.text[:1].islower()
    return same_type and 0 < before.bottom - line.bottom < _GAP * before.height


def _is_headline(line: Line, body: float) -> bool:
    is_short = len(line.text) <= _LONGEST_HEADLINE and not line.text.endswith((".", ",", ";", ":"))
    is_large = line.size > body * _LARGER
    return is_short and (is_large or (line.is_bold and line.size >= body)) and not _MARK.match(line.text)


def _title(paragraphs: Sequence[Line], body: float) -> tuple[str, Sequence[Line]]:
    largest = max(line.size for line in paragraphs)
    for number, line in enumerate(paragraphs[:5]):
        if line.size == largest and _is_headline(line, body):
            return line.text, (*paragraphs[:number], *paragraphs[number + 1 :])
    return "", paragraphs


def _markdown(paragraphs: Sequence[Line], body: float) -> str:
    sizes = sorted({round(line.size) for line in paragraphs if _is_headline(line, body)}, reverse=True)
    parts = []
    for line in paragraphs:
        text = "\n".join(line.text.split("\t"))
        if _is_headline(line, body):
            parts.append(f"{'#' * min(2 + sizes.index(round(line.size)), 4)} {as_markdown(text).strip()}")
        else:
            parts.append(as_markdown(text).strip())
    joined = ""
    for part in parts:
        is_item = bool(_MARK.match(part))
        between = "\n" if is_item and _MARK.match(joined.rpartition("\n")[2] or "") else "\n\n"
        joined = f"{joined}{between}{part}" if joined else part
    return joined + "\n"


def _pictures(document: pdfium.PdfDocument) -> Iterator[tuple[str, bytes]]:
    """The pictures of each page as PNG, by a name; ornaments are left out."""
    for number, page in enumerate(document, start=1):
        images = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
        for index, image in enumerate(images, start=1):
            try:
                picture = image.get_bitmap().to_pil()
            except (pdfium.PdfiumError, ValueError):
                continue
            if min(picture.size) >= _LEAST_PICTURE:
                made = BytesIO()
                picture.convert("RGB").save(made, "PNG", optimize=True)
                yield f"page-{number}.{index}.png", made.getvalue()


def _links(page: pdfium.PdfPage) -> int:
    position, link, count = ctypes.c_int(0), raw.FPDF_LINK(), 0
    while raw.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
        count += 1
    return count


def _fault(file: Path, message: str) -> PublicationError:
    return PublicationError(Fault(str(file), 0, message))
