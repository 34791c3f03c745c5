"""Letters: accents and commas that a language's own spelling has, and a keyboard or an old font had not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from publications.language.typography.finding import Finding
from publications.reading.passage import Passage

# Academia Română, 2003; Unicode names U+0218–U+021B "LATIN … WITH COMMA BELOW".
_CEDILLAS = {"ş": "ș", "ţ": "ț", "Ş": "Ș", "Ţ": "Ț"}
_COMBINED = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_MIXED = re.compile(r"[A-Za-zÀ-ɏ](?=[\u0400-\u04ff])|[\u0400-\u04ff](?=[A-Za-zÀ-ɏ])")

_ITALIAN = {
    **dict.fromkeys(
        [
            "perchè",
            "poichè",
            "affinchè",
            "finchè",
            "benchè",
            "giacchè",
            "sicchè",
            "cosicchè",
            "nonchè",
            "purchè",
            "anzichè",
            "allorchè",
            "fuorchè",
            "dopodichè",
            "nè",
            "ventitrè",
            "trentatrè",
        ]
    ),
    **dict.fromkeys(["cioé", "caffé", "è"][:2]),
}
_GRAVE_TO_ACUTE = str.maketrans("è", "é")
_ACUTE_TO_GRAVE = str.maketrans("é", "è")
_WORD = re.compile(r"[^\W\d_]+")
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


def letters(passage: Passage) -> Iterator[Finding]:
    """Letters typed in pieces, of another alphabet, or with the wrong accent. Rule: wrong-letter."""
    for match in _COMBINED.finditer(passage.text):
        whole = unicodedata.normalize("NFC", match.group())
        if whole != match.group():
            yield Finding("wrong-letter", match.start(), match.end(), whole, "one letter, typed as two")
    for match in _MIXED.finditer(passage.text):
        yield Finding(
            "wrong-letter",
            match.start(),
            match.end() + 1,
            None,
            "has Cyrillic letters that look like Latin ones",
        )
    if passage.language == "ro":
        for match in re.finditer(f"[{''.join(_CEDILLAS)}]", passage.text):
            yield Finding(
                "wrong-letter",
                match.start(),
                match.end(),
                _CEDILLAS[match.group()],
                "comma below, no cedilla",
            )
    elif passage.language == "it":
        yield from _italian(passage.text)


def _italian(text: str) -> Iterator[Finding]:
    for match in _WORD.finditer(text):
        word = match.group()
        if word.lower() in _ITALIAN:
            right = word.translate(_GRAVE_TO_ACUTE if "è" in word else _ACUTE_TO_GRAVE)
            yield Finding("accent", match.start(), match.end(), right)
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
