"""The container: which kind of file this is, by its first bytes, and whether it is safe to open."""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from pathlib import Path

from publications.faults import Fault, PublicationError

MOST_BYTES = 100_000_000
"""Of a file, and of all that is packed in one."""

_MOST_FILES = 5000
_MOST_PACKED = 200  # times smaller than what comes out; texts are packed 20 times
_OLE, _ZIP, _PDF = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04", b"%PDF-"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(
    rb"\A\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE | re.DOTALL
)
_HEAD = 4096


class Format(StrEnum):
    """What can be imported."""

    DOCX = "docx"
    ODT = "odt"
    HTML = "html"
    PDF = "pdf"
    PLAIN = "plain"


def format_of(file: Path) -> Format:
    """The format of a file. What cannot be imported is a PublicationError that says what to do."""
    try:
        size = file.stat().st_size
        with file.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError as error:
        raise _fault(file, f"cannot be read: {error.strerror}.") from None
    if size > MOST_BYTES:
        raise _fault(
            file,
            f"has {size // 1_000_000} MB, and {MOST_BYTES // 1_000_000} are the most. Make its pictures smaller.",
        )
    if not head.strip():
        raise _fault(file, "is empty.")
    if head.startswith(_OLE):
        raise _old_or_protected(file)
    if head.startswith(_ZIP):
        return _packed(file)
    if _PDF in head[:1024]:
        return Format.PDF
    return _text(file, head)


def _old_or_protected(file: Path) -> PublicationError:
    if _ENCRYPTED in file.read_bytes():
        return _fault(
            file,
            "is protected by a password. Open it in Word, take the password away (File, Info, Protect), save it.",
        )
    return _fault(file, "is in Word's format from before 2007. Open it, and save it as .docx.")


def _packed(file: Path) -> Format:
    try:
        with zipfile.ZipFile(file) as package:
            entries = package.infolist()
            _refuse_bomb(file, entries)
            names = {entry.filename for entry in entries}
            if "word/document.xml" in names:
                return Format.DOCX
            if "content.xml" in names and b"opendocument.text" in package.read("mimetype"):
                if b"encryption-data" in package.read("META-INF/manifest.xml"):
                    raise _fault(
                        file, "is protected by a password. Open it, take the password away, and save it."
                    )
                return Format.ODT
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError):
        raise _fault(
            file, "is damaged, or no document. Open it in the program that made it, and save it again."
        ) from None
    raise _fault(file, "is no text document. Save it as .docx, .odt, .html, .pdf or plain text.")


def _refuse_bomb(file: Path, entries: list[zipfile.ZipInfo]) -> None:
    whole, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if whole > MOST_BYTES or len(entries) > _MOST_FILES or whole > max(packed, 50_000) * _MOST_PACKED:
        message = f"would grow to {whole // 1_000_000} MB when it is opened, so it was not. Ask its sender for another."
        raise _fault(file, message)


def _text(file: Path, head: bytes) -> Format:
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _fault(file, "is no text document. Save it as .docx, .odt, .html, .pdf or plain text.")
    return Format.HTML if _HTML.match(head) or file.suffix.lower() in (".html", ".htm") else Format.PLAIN


def _fault(file: Path, message: str) -> PublicationError:
    return PublicationError(Fault(str(file), 0, message))
