"""Letters: accents and commas that a language's own spelling has, and a keyboard or an old font had not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from publications.language.typography.finding import Finding
from publications.language.words import WORD, words_of

# Academia Română, 2003; Unicode names U+0218–U+021B "LATIN … WITH COMMA BELOW".
_CEDILLAS = {"ş": "ș", "ţ": "ț", "Ş": "Ș", "Ţ": "Ț"}
_CEDILLA = re.compile(f"[{''.join(_CEDILLAS)}]")
_COMBINING, _CYRILLIC = re.compile(r"[\u0300-\u036f]"), re.compile(r"[\u0400-\u04ff]")
_COMBINED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_MIXED = re.compile(r"[A-Za-zÀ-ɏ](?=[\u0400-\u04ff])|[\u0400-\u04ff](?=[A-Za-zÀ-ɏ])")

_MISSPELT = frozenset(
    re.findall(
        r"\w+",
        "perchè poichè affinchè finchè benchè giacchè sicchè cosicchè nonchè purchè anzichè allorchè fuorchè dopodichè "
        "nè ventitrè trentatrè cioé caffé",
    )
)
_GRAVE_TO_ACUTE = str.maketrans("è", "é")
_ACUTE_TO_GRAVE = str.maketrans("é", "è")
# An apostrophe at the end of a word, or before è: most stand within one.
_MAY_BE_WRONG = re.compile(r"['’](?:(?!\w)|(?=è))|[Pp]ò")
_APOSTROPHE_FOR_ACCENT = re.compile(
    r"(?<![\w’'])(?P<word>(?:[Pp]i|[Gg]i|[Pp]u|[Cc]os|[Ss]ar|[Cc]itt|[Qq]ualit|[Pp]erch|[Pp]oich|[Aa]ttivit|[Ss]ociet"
    r"|[Cc]omunit|[Rr]ealt|[Uu]niversit|[Dd]iversit|[Oo]pportunit|[Ff]inch|[Vv]erit|[Mm]et|[Cc]i)(?P<vowel>[aeiou]))['’](?!\w)"
)
_E_APOSTROPHE = re.compile(r"(?<![\w’'])E['’](?= )")
_ACCENTED = str.maketrans("aeiou", "àèìòù")
_ELISION = re.compile(
    r"(?<![\w’'])(?P<word>(?:[Dd]|[Nn]|[Ss]|[Aa]|[Dd]a)?ell|[Dd]all|[Aa]ll|[Ss]ull|[Ll]|[Uu]n|[Dd]|[Cc]|[Qq]uest|[Qq]uell)(?P<gap>[’'] )(?=[AEIOUHÈaeiouhè])"
)
_QUAL_E = re.compile(r"(?<!\w)[Qq]ual(?P<gap>['’])(?=è(?!\w))")
_PO = re.compile(r"(?<!\w)[Pp](?P<vowel>ò)(?!\w)")


def letters(text: str, language: str) -> Iterator[Finding]:
    """Letters typed in pieces, of another alphabet, or of an old font. Rule: wrong-letter."""
    if text.isascii():
        return
    for match in _COMBINED.finditer(text) if _COMBINING.search(text) else ():
        whole = unicodedata.normalize("NFC", match.group())
        if whole != match.group():
            yield Finding("wrong-letter", match.start(), match.end(), whole, "one letter, typed as two")
    note = "has Cyrillic letters that look like Latin ones"
    for match in _MIXED.finditer(text) if _CYRILLIC.search(text) else ():
        yield Finding("wrong-letter", match.start(), match.end() + 1, None, note)
    for match in _CEDILLA.finditer(text) if language == "ro" else ():
        right = _CEDILLAS[match.group()]
        yield Finding("wrong-letter", match.start(), match.end(), right, "comma below, no cedilla")


def accents(text: str, language: str) -> Iterator[Finding]:
    """Italian words with the wrong accent, or an apostrophe for it. Rules: accent, apostrophe."""
    if language == "it":
        if not _MISSPELT.isdisjoint(words_of(text)):
            yield from _misspelt(text)
        if _MAY_BE_WRONG.search(text):
            yield from _apostrophes(text)


def _misspelt(text: str) -> Iterator[Finding]:
    for match in WORD.finditer(text):
        word = match.group()
        if word.lower() in _MISSPELT:
            right = word.translate(_GRAVE_TO_ACUTE if "è" in word else _ACUTE_TO_GRAVE)
            yield Finding("accent", match.start(), match.end(), right)


def _apostrophes(text: str) -> Iterator[Finding]:
    for match in _APOSTROPHE_FOR_ACCENT.finditer(text):
        vowel = "é" if match["word"].lower().endswith("che") else match["vowel"].translate(_ACCENTED)
        yield Finding("accent", match.start(), match.end(), match["word"][:-1] + vowel)
    for match in _E_APOSTROPHE.finditer(text):
        yield Finding("accent", match.start(), match.end(), "È")
    for match in _ELISION.finditer(text):
        yield Finding("apostrophe", match.start("gap"), match.end("gap"), "’", "no space after an elision")
    for match in _QUAL_E.finditer(text):
        yield Finding("accent", match.start("gap"), match.end("gap"), " ", "“qual è” has no apostrophe")
    for match in _PO.finditer(text):
        yield Finding("accent", match.start("vowel"), match.end("vowel"), "o’")
