"""Encoding: is a file UTF-8 text, and if not, what is it, where does it show, how is it put right."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from publications.faults import Fault, Level

# The letters beyond a–z that tell one old encoding from another, by language; others go by being letters.
_LETTERS = {
    "sv": "åäöéÅÄÖ",
    "ro": "ăâîşţșțĂÂÎŞŢȘȚ",
    "it": "àèéìòùÀÈÉÌÒÙ",
    "de": "äöüßÄÖÜ",
    "pl": "ąćęłńóśźżŁŚŻ",
}
_MARKS = "“”„‘’«»–—…€ "
# Windows, Central European Windows, Latin 2, old Macintosh, DOS; the likelier first.
_CANDIDATES = ("windows-1252", "windows-1250", "iso-8859-2", "iso-8859-16", "mac-roman", "cp850")


@dataclass(frozen=True, slots=True)
class _Guess:
    """encoding: "" when nothing fits; all have one byte for a letter, so places in text and file agree."""

    encoding: str
    text: str = ""


def read_text(data: bytes, path: str, locale: str) -> tuple[str, tuple[Fault, ...]]:
    """A file's text as `as_lines` gives it, "" of one that is none, and what is wrong with it as a file."""
    own = data.removeprefix(codecs.BOM_UTF8)
    marked = (_marked(path),) if own is not data else ()
    try:
        text = own.decode()
    except UnicodeDecodeError as error:
        return "", (*marked, _not_utf_8(data, len(data) - len(own) + error.start, path, locale))
    if "\0" in text:
        return "", (*marked, _zero_bytes(data, text, path))
    return as_lines(text), marked


def as_lines(text: str) -> str:
    """The text with line ends as on Unix and no byte order mark; its lines keep their numbers."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def as_typed(text: str, model: str) -> str:
    """A text with the line ends that most lines of another have, and with its byte order mark."""
    is_windows = 2 * model.count("\r\n") > model.count("\n")
    lines = as_lines(text).replace("\n", "\r\n") if is_windows else as_lines(text)
    return f"\ufeff{lines}" if model.startswith("\ufeff") else lines


def _marked(path: str) -> Fault:
    message = "begins with a byte order mark. Nothing is lost; to be rid of it, save as UTF-8 without BOM."
    return Fault(path, 1, message, Level.INFO, "byte-order-mark")


def _utf_16(data: bytes) -> str:
    """The kind of UTF-16, as its byte order mark says it, or the zeros that every second Latin letter brings."""
    if data.startswith(codecs.BOM_UTF16_LE) or data[1::2].count(0) > len(data) // 4:
        return "utf-16le" if not data.startswith(codecs.BOM_UTF16_LE) else "utf-16"
    if data.startswith(codecs.BOM_UTF16_BE) or data[::2].count(0) > len(data) // 4:
        return "utf-16be" if not data.startswith(codecs.BOM_UTF16_BE) else "utf-16"
    return ""


def _zero_bytes(data: bytes, text: str, path: str) -> Fault:
    if utf_16 := _utf_16(data):
        return _is_utf_16(data, utf_16, path)
    at = text.index("\0")
    message = f"character {at + 1} is a zero, which no text has. Delete it, or restore the file from a copy."
    return Fault(path, text.count("\n", 0, at) + 1, message, Level.ERROR, "not-utf-8")


def _is_utf_16(data: bytes, kind: str, path: str) -> Fault:
    reason = f"is not UTF-8: byte 1 of the file is 0x{data[0]:02X}; it looks like {kind}."
    return Fault(path, 1, f"{reason} {_repair(path, kind)}", Level.ERROR, "not-utf-8")


def _not_utf_8(data: bytes, at: int, path: str, locale: str) -> Fault:
    """at: the first byte that cannot be read."""
    if utf_16 := _utf_16(data):
        return _is_utf_16(data, utf_16, path)
    line = data.count(b"\n", 0, at) + 1
    guess = _guess(data, locale)
    likely = "its encoding cannot be told"
    if guess.encoding:
        word = _word_at(guess.text, at)
        likely = f"it looks like {guess.encoding}, where that byte is '{guess.text[at]}' in '{word}'"
    message = f"is not UTF-8: byte {at + 1} of the file is 0x{data[at]:02X}; {likely}."
    repair = _repair(path, guess.encoding or "windows-1252")
    return Fault(path, line, f"{message} {repair}", Level.ERROR, "not-utf-8")


def _word_at(text: str, at: int) -> str:
    """The word around a letter, cut where it is no longer one."""
    before = re.search(r"\S{0,20}$", text[:at])
    after = re.match(r"\S{0,20}", text[at:])
    return (before[0] if before else "") + (after[0] if after else "")


def _repair(path: str, encoding: str) -> str:
    return (
        "Save it as UTF-8: in VS Code click the encoding at the bottom right, 'Reopen with Encoding' "
        f"{encoding}, then 'Save with Encoding' UTF-8; or run: "
        f"iconv -f {encoding} -t utf-8 {path} > new.md"
    )


def _guess(data: bytes, locale: str) -> _Guess:
    """The old encoding in which the file reads most like text of its language."""
    best, best_score = _Guess(""), 0
    for encoding in _CANDIDATES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = sum(_score(letter, locale) for letter in text if letter > "\x7f")
        if score > best_score:
            best, best_score = _Guess(encoding, text), score
    return best


def _score(letter: str, locale: str) -> int:
    if letter in _LETTERS.get(locale.partition("-")[0], ""):
        return 4
    if letter in _MARKS:
        return 2
    return 1 if letter.isalpha() else -2
