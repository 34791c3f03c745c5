"""Memory files: what others have translated before, in `i18n/memory/*.tmx`, for suggestions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]

from publications.translation.memory import Remembered

FOLDER = "i18n/memory"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_memory_files(root: Path, source: str, locale: str) -> Iterator[Remembered]:
    """What these files say of a pair of languages, file by file. One that cannot be read to its end is read as far as it goes."""
    for file in sorted((root / FOLDER).glob("*.tmx")):
        name = file.relative_to(root).as_posix()
        try:
            yield from _remembered(file, name, source, locale)
        except (etree.XMLSyntaxError, OSError):
            continue


def _remembered(file: Path, name: str, source: str, locale: str) -> Iterator[Remembered]:
    for _, element in etree.iterparse(
        str(file), tag="tu", resolve_entities=False, no_network=True, load_dtd=False
    ):
        texts = {one.get(_LANG): (one.findtext("seg") or "").strip() for one in element.iter("tuv")}
        if texts.get(source) and texts.get(locale):
            yield Remembered(texts[source], texts[locale], name, element.sourceline)
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
