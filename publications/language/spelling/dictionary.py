"""A dictionary: one of Hunspell's, read by spylls, which does Hunspell's affixes and compounds in plain Python."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

# What a broken file makes spylls raise; it has no error of its own.
_UNREADABLE = (ImportError, OSError, ValueError, LookupError, TypeError, AttributeError, re.error)


class DictionaryError(Exception):
    """The files are no dictionary that could be read."""


class Dictionary:
    """The words of one language. aff: its file of affixes; the file of words (.dic) lies beside it."""

    def __init__(self, aff: Path) -> None:
        try:
            # By name: it has no types, and the other commands need not wait for it.
            reader = importlib.import_module("spylls.hunspell").Dictionary
            self._read: Any = reader.from_files(str(aff.with_suffix("")))
        except _UNREADABLE as error:
            raise DictionaryError(f"{aff}: {error}") from None
        self._known: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Whether it is a word, an inflected form, or a compound; a capital first letter is no fault."""
        if word not in self._known:
            self._known[word] = bool(self._read.lookup(word))
        return self._known[word]

    def knows_as_one(self, word: str) -> bool:
        """Whether it is a word or an inflected form, and may be suggested; a tenth of the time of `knows`."""
        return any(self._read.lookuper.good_forms(word, allow_nosuggest=False, compound_forms=False))

    @cached_property
    def entries(self) -> Mapping[str, str]:
        """The words as the file has them, without inflected forms, each with itself in small letters."""
        return {entry: entry.lower() for entry in self._read.dic.index if entry.isalpha()}

    @cached_property
    def letters(self) -> str:
        """The small letters that words are made of, the most frequent first where the dictionary says so."""
        tried = str(self._read.aff.TRY or "") or "".join(
            sorted({char for word in self.entries for char in word})
        )
        return "".join(dict.fromkeys(char for char in tried if char.isalpha() and char.islower()))
