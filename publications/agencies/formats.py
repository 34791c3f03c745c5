"""Formats: the kinds of file in which a parcel is sent, and which of them a file is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from publications.agencies import po, word, word_returned, xliff12, xliff21
from publications.agencies.markup import root_of
from publications.agencies.parcel import Parcel
from publications.agencies.returned import ReturnedSheet

Write = Callable[[Parcel], bytes]
Read = Callable[[bytes], tuple[ReturnedSheet, ...]]
TMX, TBX = "tmx", "tbx"


@dataclass(frozen=True, slots=True)
class Format:
    """How pages are sent. ending: of the file's name."""

    name: str
    ending: str
    write: Write
    read: Read


XLIFF_12 = Format("XLIFF 1.2", "xlf", xliff12.write, xliff12.read)
XLIFF_21 = Format("XLIFF 2.1", "xlf", xliff21.write, xliff21.read)
PO = Format("PO", "po", po.write, po.read)
WORD = Format("Word", "docx", word.write, word_returned.read)


def format_of(data: bytes) -> Format | str | None:
    """The format of a file by its content: one of pages, "tmx", "tbx", or None for any other file."""
    if data.startswith(b"PK"):
        return WORD if word_returned.is_ours(data) else None
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        return _of_xml(*root_of(data))
    return PO if b"msgid" in data and b"msgstr" in data and po.HEADER.encode() in data else None


def _of_xml(root: str, version: str) -> Format | str | None:
    if root == "xliff":
        return XLIFF_21 if version.startswith("2") else XLIFF_12
    if root == "tmx":
        return TMX
    return TBX if root in ("martif", "tbx") else None
