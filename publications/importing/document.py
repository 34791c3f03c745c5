"""A document: what an imported file holds, as Markdown in our way of writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from publications.importing.container import Format, format_of
from publications.importing.losses import Loss
from publications.importing.pandoc import read_with_pandoc
from publications.importing.pdf import read_pdf
from publications.importing.plain import read_plain


@dataclass(frozen=True, slots=True)
class Document:
    """title: "" where none was found; markdown: below the title; pictures: address in it → bytes; losses: what was not kept."""

    title: str
    markdown: str
    pictures: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    losses: tuple[Loss, ...] = ()


def read_document(file: Path) -> Document:
    """Read a .docx, .odt, .html, .pdf or plain text file, whatever its name says it is.

    One that cannot be opened, is protected, is no document or would fill the machine is a PublicationError.
    """
    kind = format_of(file)
    return Document(*_READERS[kind](file))


_Read = tuple[str, str, Mapping[str, bytes], tuple[Loss, ...]]
_READERS: Mapping[Format, Callable[[Path], _Read]] = MappingProxyType(
    {
        Format.DOCX: lambda file: read_with_pandoc(file, Format.DOCX),
        Format.ODT: lambda file: read_with_pandoc(file, Format.ODT),
        Format.HTML: lambda file: read_with_pandoc(file, Format.HTML),
        Format.PDF: read_pdf,
        Format.PLAIN: read_plain,
    }
)
