"""Spaces and dots: two spaces, a space before a comma, three full stops, characters that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from publications.language.cldr import direction
from publications.language.typography.conventions import CONVENTIONS, NO_BREAK
from publications.language.typography.finding import Finding

_DOUBLE = re.compile(r"(?<=\S)[ \t\u00a0]*(?:  |\t)[ \t\u00a0]*(?=\S)")
_BEFORE_MARK = re.compile(r"(?<=[\w)\]”’»%])[ \t\u00a0\u202f]+(?=[,;:!?.](?:[\s”’»)]|$))")
_INSIDE = re.compile(r"(?<=[(\[])[ \u00a0\u202f]+(?=\w)|(?<=\w)[ \u00a0\u202f]+(?=[)\]])")
# French sets spaces inside its quotation marks; in Swedish the same marks open as well as close.
_INSIDE_QUOTES = re.compile(r"(?<=[«„])[ \u00a0\u202f]+(?=\w)|(?<=\w)[ \u00a0\u202f]+(?=»)")
_NEAR_MARK = re.compile(r"[ \t\u00a0\u202f][,;:!?.)\]»]|[(\[«„][ \u00a0\u202f]")
_AFTER_COMMA = re.compile(r",(?<=[^\W\d_]{2},)(?=[^\W\d_]{2})")
_DOTS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd\ue000-\uf8ff]")
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028\u2029\u202a-\u202e\u2061-\u206f\ufeff\ufff9-\ufffb"
    r"\ufffd\ue000-\uf8ff](?<![\u2190-\u2bff\U0001f000-\U0001faff\ufe0f]\u200d)"
)


def spaces(text: str, language: str) -> Iterator[Finding]:
    """Spaces where none, or only one, belongs. Rule: space."""
    conventions = CONVENTIONS.get(language)
    gap_before = conventions.gap_before if conventions else ""
    if gap_before:
        yield from _gaps(text, gap_before)
    has_tight = not gap_before and bool(conventions and ("«", "»") in conventions.quotes)
    patterns = (_BEFORE_MARK, _INSIDE, *((_INSIDE_QUOTES,) if has_tight else ()))
    if "  " in text or "\t" in text:
        for match in _DOUBLE.finditer(text):
            yield Finding("space", match.start(), match.end(), " ")
    for pattern in patterns if _NEAR_MARK.search(text) else ():
        for match in pattern.finditer(text):
            if text[match.end() : match.end() + 1] not in (gap_before or ("",)):
                yield Finding("space", match.start(), match.end(), "")
    for match in _AFTER_COMMA.finditer(text):
        yield Finding("space", match.start(), match.end(), ", ")


def _gaps(text: str, marks: str) -> Iterator[Finding]:
    """Where a no-break space belongs before a mark, and after an opening quotation mark, and none, or another, stands."""
    for match in _gap_pattern(marks).finditer(text):
        yield Finding("no-break-space", match.start(), match.end(), NO_BREAK)


@cache
def _gap_pattern(marks: str) -> re.Pattern[str]:
    before = f"[{re.escape(marks)}]"
    # A mark that a word goes on behind is none of a sentence: 10:30, https://, a::b.
    return re.compile(rf"(?<=[\w)\]”’»%…\ue000]) ?(?={before}(?:[\s”’»).,]|$))|(?<=«) ?(?=[\w“‘(])")


def ellipses(text: str, language: str) -> Iterator[Finding]:
    """Three full stops for an ellipsis, where the language sets one. Rule: ellipsis."""
    conventions = CONVENTIONS.get(language)
    has_one = conventions is not None and conventions.has_ellipsis
    for match in _DOTS.finditer(text) if has_one and "..." in text else ():
        yield Finding("ellipsis", match.start(), match.end(), "…")


def hidden_characters(text: str, language: str) -> Iterator[Finding]:
    """Characters of no width, of control, or of nobody's alphabet. Rule: hidden-character.

    Languages that are written from right to left need those that part letters or say a direction (UAX 9, UAX 31).
    """
    yield from _characters(_CONTROL if direction(language) == "rtl" else _HIDDEN, text)


def control_characters(text: str, _: str) -> Iterator[Finding]:
    """Those of them that no language needs: some join or part their letters with others. Rule: hidden-character."""
    yield from _characters(_CONTROL, text)


def _characters(pattern: re.Pattern[str], text: str) -> Iterator[Finding]:
    for match in pattern.finditer(text):
        char = match.group()
        name = unicodedata.name(char, "a control character").lower()
        is_lost = char == "\ufffd" or unicodedata.category(char) == "Co"
        repair = None if is_lost else ""
        yield Finding("hidden-character", match.start(), match.end(), repair, f"U+{ord(char):04X}, {name}")
