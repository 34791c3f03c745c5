"""Plain prose: words, numbers and ordinary marks with one space between them, as most passages are."""

from __future__ import annotations

import re
from functools import cache

from publications.language.typography.conventions import CONVENTIONS
from publications.language.typography.figures import MILLIONS, UNITS
from publications.language.typography.scan import SYMBOLS, WORDS_OF_ONE_LETTER
from publications.reading.passage import THING

# Latin letters but ş and ţ, which Romanian has no use for.
_LETTERS = "A-Za-zÀ-ÖØ-öø-\u015d\u0160\u0161\u0164-\u024f"
_FIGURE = r"\d{1,3}(?:[.,\u00a0]\d{3}|[.,]\d\d?)?|\d{4}(?:[.,]\d\d?)?"
_NO_FIGURE = rf"(?![ \u00a0]?(?:[\d%‰]|(?:{UNITS})(?![\w-])|{MILLIONS}))"


def is_prose(text: str, language: str) -> bool:
    """Whether no rule about marks, letters or figures can find anything in a passage, told in one go."""
    return _prose(language).match(text) is not None


@cache
def _prose(language: str) -> re.Pattern[str]:
    alone = WORDS_OF_ONE_LETTER.get(language)
    single = _LETTERS if alone is None else f"A-ZÀ-ÖØ-Þ{alone}{SYMBOLS}"
    joined = rf"(?:[-’][{_LETTERS}]++)"
    # The neighbours’ house; in Italian, an elision that has lost what it belongs to.
    end = "" if language == "it" else "’?+"
    word = rf"[{_LETTERS}]{{2,}}+{joined}*+{end}|[{_LETTERS}]{joined}++|[{single}]|{THING}"
    conventions = CONVENTIONS.get(language)
    marks = "".join(mark for mark in ",.;:!?…" if not conventions or mark not in conventions.gap_before)
    token = rf"\(?+(?:{word}|(?:{_FIGURE}){_NO_FIGURE})\)?+[{marks}]?+"
    return re.compile(rf"(?:{token}(?:\Z|[ \n](?:–[ \n])?+))*+\Z")
