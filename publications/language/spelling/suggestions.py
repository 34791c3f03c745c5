"""Suggestions: the right words that are nearest to a wrong one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from publications.language.spelling.dictionary import Dictionary

_MOST = 3
_LOOKED_AT = 12
# One slip in so many letters.
_LETTERS_FOR_A_SLIP = 4


def suggestions(word: str, dictionary: Dictionary) -> tuple[str, ...]:
    """Up to three words, the nearest first: inflected forms one slip away, entries a few slips away.

    Hunspell's own way tries every compound and takes seconds for a Swedish word in plain Python.
    """
    small = word.lower()
    found = {_like(word, near) for near in (*_one_slip_away(word, dictionary), *_entries(small, dictionary))}
    ranked = sorted(found, key=lambda near: _distance(small, near.lower()))
    # An entry may be there only to be forbidden.
    return tuple(near for near in ranked if near != word and dictionary.knows(near))[:_MOST]


def _distance(word: str, near: str) -> tuple[int, bool, float, str]:
    """How far apart two words are: by slips, then letters swapped or without their marks, then by the beginning."""
    is_likely = sorted(word) == sorted(near) or _bare(word) == _bare(near)
    return OSA.distance(word, near), not is_likely, JaroWinkler.distance(word, near), near


def _bare(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def _entries(small: str, dictionary: Dictionary) -> Iterator[str]:
    far = max(1, len(small) // _LETTERS_FOR_A_SLIP)
    found = process.extract(
        small, dictionary.entries, scorer=OSA.distance, score_cutoff=far, limit=_LOOKED_AT
    )
    yield from (entry for _, _, entry in found if dictionary.knows_as_one(entry))


def _one_slip_away(word: str, dictionary: Dictionary) -> Iterator[str]:
    small = word.lower()
    tried = {_like(word, edit) for edit in _edits(small, dictionary.letters)}
    yield from (edit for edit in sorted(tried) if dictionary.knows_as_one(edit))


def _edits(word: str, letters: str) -> Iterator[str]:
    """A letter too much, two swapped, one wrong, one missing."""
    for at in range(len(word) + 1):
        left, right = word[:at], word[at:]
        if right:
            yield left + right[1:]
            yield from (left + letter + right[1:] for letter in letters)
        if right[1:]:
            yield left + right[1] + right[0] + right[2:]
        yield from (left + letter + right for letter in letters)


def _like(word: str, found: str) -> str:
    """A word with the capital of another."""
    return found[:1].upper() + found[1:] if word[:1].isupper() else found
