"""Losses: the words of a file that are not in the page made of it, and all else that could not be kept."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from publications.importing.container import Format

_LETTERS = re.compile(r"[\W_]+")
_SHOWN = 400
_PARAGRAPHS = {Format.DOCX: ("}p",), Format.ODT: ("}p", "}h")}
_PLACES = (
    ("word/document", "the text"),
    ("content", "the text"),
    ("word/header", "the page header"),
    ("word/footer", "the page footer"),
    ("styles", "the page header or footer"),
    ("word/comments", "the comments"),
    ("word/footnotes", "the footnotes"),
    ("word/endnotes", "the endnotes"),
)
_OBJECTS = (
    ("word/charts/chart", "a chart"),
    ("word/diagrams/data", "a diagram"),
    ("word/embeddings/", "an embedded file"),
    ("Object ", "an embedded object"),
)


@dataclass(frozen=True, slots=True)
class Loss:
    """place: as an editor finds it in the file; what: is missing there."""

    place: str
    what: str


def lost_from(file: Path, kind: Format, words: str) -> Iterator[Loss]:
    """What of a packed document is not among the words that were read of it."""
    kept = _plain(words)
    with zipfile.ZipFile(file) as package:
        for name in sorted(package.namelist()):
            stem = name.removesuffix(".xml")
            place = next((words for start, words in _PLACES if stem.startswith(start)), None)
            if place and name.endswith(".xml"):
                yield from _lost_words(package.read(name), kind, place, kept)
            what = next((words for start, words in _OBJECTS if name.startswith(start)), None)
            if what and not name.endswith(("/", ".rels")) and "/_rels/" not in name:
                yield Loss(name, f"{what} that is no picture. Save it as one, and put it in")


def _lost_words(xml: bytes, kind: Format, place: str, kept: str) -> Iterator[Loss]:
    try:
        root = ET.fromstring(xml)  # noqa: S314 (expat refuses entities that grow)
    except ET.ParseError:
        yield Loss(place, "it cannot be read")
        return
    if any(element.tag.endswith(("}del", "}tracked-changes")) for element in root.iter()):
        yield Loss(place, "tracked changes, which were taken as accepted")
    seen: set[str] = set()
    paragraphs = (element for element in root.iter() if element.tag.endswith(_PARAGRAPHS[kind]))
    for number, paragraph in enumerate(paragraphs, start=1):
        words = " ".join("".join(_own_words(paragraph, kind)).split())
        plain = _plain(words)
        if plain and plain not in kept and plain not in seen:
            seen.add(plain)
            shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
            yield Loss(f"paragraph {number} of {place}", f"“{shown}”")


def _own_words(element: ET.Element, kind: Format) -> Iterator[str]:
    """The words of a paragraph, without those of paragraphs within it, of notes, and of what was deleted."""
    if kind is Format.ODT and element.text:
        yield element.text
    for child in element:
        tag = child.tag.rpartition("}")[2]
        if kind is Format.DOCX and tag == "t":
            yield child.text or ""
        elif kind is Format.DOCX and tag in ("tab", "br"):
            yield " "
        elif tag not in ("p", "h", "note", "annotation", "frame", "del", "txbxContent", "Fallback"):
            yield from _own_words(child, kind)
        if kind is Format.ODT and child.tail:
            yield child.tail


def _plain(text: str) -> str:
    return _LETTERS.sub("", text).casefold()
