"""The words of a text."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]{2,}+")


# What a text is about, and whether a word is there twice, is asked one after the other.
@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    """All of two letters and more, in small letters."""
    return tuple(map(str.lower, WORD.findall(text)))
