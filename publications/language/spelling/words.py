"""Words: what of a passage is a word that a dictionary can be asked about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from publications.reading.passage import THING

_LETTER = r"[\w\u0300-\u036f]"
# Points and marks of addresses hold a word together, so that what has them can be passed over whole.
_WORD = re.compile(rf"{_LETTER}+(?:[-\u2010\u2011'’:.@\u00ad\u200b]{_LETTER}+)*")
_NO_WORD = re.compile(r"[\d_.@]")
_JOINT = re.compile(r"(?<=[-':])|(?=[-':])")
_UNSEEN = str.maketrans({"’": "'", "\u2010": "-", "\u2011": "-", "\u00ad": None, "\u200b": None})
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Word:
    """typed: as it stands in the passage, from `start` on; plain: as a dictionary has it (NFC, straight ')."""

    typed: str
    plain: str
    start: int


def words_in(text: str) -> Iterator[Word]:
    """The words of a text, without numbers, abbreviations with points, addresses, and ends of facts or code."""
    for found in _WORD.finditer(text):
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        is_bare = before not in (THING, "@", "#", "/", "\\") and after not in (THING, "@", "\\")
        is_short = len(found.group()) <= _LONGEST
        if is_bare and is_short and not _NO_WORD.search(found.group()):
            yield Word(found.group(), plain(found.group()), found.start())


def plain(word: str) -> str:
    """A word as dictionaries and lists have it: composed, with a straight apostrophe and plain hyphens."""
    return unicodedata.normalize("NFC", word).translate(_UNSEEN)


def pieces(word: str) -> list[str]:
    """A plain word and its joints: "EU-länderna" gives "EU", "-", "länderna"."""
    return [piece for piece in _JOINT.split(word) if piece]


def has_capital_inside(piece: str) -> bool:
    """Whether it is an abbreviation or a brand: "EU", "LibreOffice"."""
    return piece[1:] != piece[1:].lower()
