"""Sorting by a language's own alphabet, for the words that readers look up in lists."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from publications.language.cldr import language_of

# Letters that are no variant of another, each list behind the letter it follows (CLDR collation, `standard`).
_OWN_LETTERS = {
    "bg": {"и": "й"},
    "cs": {"c": "č", "r": "ř", "s": "š", "z": "ž"},
    "da": {"z": "æøå"},
    "es": {"n": "ñ"},
    "et": {"s": "šzž", "w": "õäöü"},
    "fa": {"ب": "پ", "ج": "چ", "ز": "ژ", "ق": "کگ", "ن": "و", "ه": "ی"},
    "fi": {"z": "åäö"},
    "hr": {"c": "čć", "d": "đ", "s": "š", "z": "ž"},
    "hu": {"o": "ö", "u": "ü"},
    "lt": {"c": "č", "s": "š", "z": "ž"},
    "lv": {"c": "č", "g": "ģ", "k": "ķ", "l": "ļ", "n": "ņ", "s": "š", "z": "ž"},
    "mt": {"b": "ċ", "f": "ġ", "h": "ħ", "y": "ż"},
    "nb": {"z": "æøå"},
    "pl": {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "źż"},
    "ro": {"a": "ăâ", "i": "î", "s": "ș", "t": "ț"},
    "ru": {"и": "й"},
    "sk": {"a": "ä", "c": "č", "o": "ô", "s": "š", "z": "ž"},
    "sl": {"c": "čć", "d": "đ", "s": "š", "z": "ž"},
    "sv": {"z": "åäö"},
    "tr": {"c": "ç", "g": "ğ", "h": "ı", "o": "ö", "s": "ş", "u": "ü"},
    "uk": {"г": "ґ", "е": "є", "и": "іїй"},
}
# Letters that Unicode does not take apart, and Romanian's older ones with a cedilla.
_LIKE = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ş": "ș", "ţ": "ț"}

SortKey = tuple[tuple[tuple[str, int], ...], str, str]


def sort_key(text: str, locale: str) -> SortKey:
    """A key for `sorted`: å ä ö behind z in Swedish, ă â î ș ț behind their letters in Romanian.

    Letters decide first, then accents that make no letter of their own, then capitals behind small letters.
    Different texts never have equal keys.
    """
    composed = unicodedata.normalize("NFC", text)
    own = _places(language_of(locale))
    letters = tuple(place for letter in composed.casefold() for place in _letter(letter, own))
    return letters, composed.casefold(), composed.swapcase() + text


def _letter(letter: str, own: dict[str, tuple[str, int]]) -> list[tuple[str, int]]:
    if letter in own:
        return [own[letter]]
    like = _LIKE.get(letter, letter)
    if like in own:
        return [own[like]]
    plain = unicodedata.normalize("NFD", like)
    return [(base, 0) for base in plain if not unicodedata.combining(base)]


@lru_cache(maxsize=64)
def _places(language: str) -> dict[str, tuple[str, int]]:
    return {
        letter: (after, place)
        for after, letters in _OWN_LETTERS.get(language, {}).items()
        for place, letter in enumerate(letters, start=1)
    }
