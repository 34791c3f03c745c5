"""A PDF as a screen reader has it: its words without decoration, and the order of its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DecodedStreamObject, NameObject

# A string, or the beginning or end of a marked part.
_TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|/Artifact(?:<<.*?>>)?\s*B[DM]C|B[DM]C|EMC", re.DOTALL)


def open_pdf(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def words_of(reader: PdfReader) -> str:
    """All words that are no decoration, in the order of the page."""
    page: Any = reader.pages[0]
    stream = DecodedStreamObject()
    stream.set_data(_spoken(page.get_contents().get_data()))
    page[NameObject("/Contents")] = stream
    return str(page.extract_text())


def _spoken(content: bytes) -> bytes:
    """A page's content without the letters of what is marked as decoration."""
    depth = inside = 0

    def spoken(match: re.Match[bytes]) -> bytes:
        nonlocal depth, inside
        token = match[0]
        if token.endswith((b"BDC", b"BMC")):
            depth += 1
            inside = inside or (depth if token.startswith(b"/Artifact") else 0)
        elif token == b"EMC":
            inside = 0 if depth == inside else inside
            depth -= 1
        elif inside:
            return b"()"
        return token

    return _TOKEN.sub(spoken, content)


def language_of(reader: PdfReader) -> str:
    root: Any = reader.trailer["/Root"]
    return str(root["/Lang"])


def tagged_order(reader: PdfReader) -> list[int]:
    """The numbers of the marked parts of the page in the order of the tags, which is that of reading aloud."""
    root: Any = reader.trailer["/Root"]
    return list(_marked(root["/StructTreeRoot"]))


def _marked(node: Any) -> Iterator[int]:  # noqa: ANN401 (pypdf's objects)
    node = node.get_object()
    if isinstance(node, int):
        yield int(node)
    elif isinstance(node, list):
        for kid in node:
            yield from _marked(kid)
    elif "/MCID" in node:
        yield int(node["/MCID"])
    elif "/K" in node:
        yield from _marked(node["/K"])


def fonts(reader: PdfReader) -> dict[str, bool]:
    """Each font's name, and whether it is embedded."""
    resources: Any = reader.pages[0]["/Resources"]
    found = {}
    for font in resources["/Font"].values():
        for descendant in font.get_object().get("/DescendantFonts", [font]):
            descriptor = descendant.get_object()["/FontDescriptor"].get_object()
            found[str(descriptor["/FontName"])] = any(
                f"/FontFile{kind}" in descriptor for kind in ("", "2", "3")
            )
    return found
