"""How wide words are in the site's font, and where they break into lines.

Kerning is left out: it mostly draws letters together, so that words measured here are never too short.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

REGULAR, SEMIBOLD, EXTRABOLD = 400, 600, 800

# A letter that the font lacks comes from the reader's own font, and may be as wide as it is high.
_UNKNOWN = 1000
_SOFT_HYPHEN, _HYPHEN = "\u00ad", "-"
# Behind a hyphen too, but not in EU-27 and EU-medborgare.
_BREAKS = re.compile(r"(?<=[ /\u00ad])|(?<=\w{4}-)(?!\d)|(?<=–)(?!\u2009)|(?<=–\u2009)")


def text_width(text: str, size: float, weight: int = REGULAR) -> float:
    """The width of one line of text in pixels, at a type size in pixels."""
    widths = _widths()[str(weight)]
    letters = text.replace(_SOFT_HYPHEN, "")
    return sum(widths.get(letter, _UNKNOWN) for letter in letters) * size / 1000


def wrap(text: str, width: float, size: float, weight: int = REGULAR) -> tuple[str, ...]:
    """The text in lines no wider than that. A word that is too long itself is broken with a hyphen."""
    lines: list[str] = []
    for part in _parts(" ".join(text.split(" ")), width, size, weight):
        joined = lines[-1] + part if lines else part
        if lines and text_width(_end(joined), size, weight) <= width:
            lines[-1] = joined
        else:
            lines.append(part)
    return tuple(_end(line).replace(_SOFT_HYPHEN, "") + _HYPHEN * _is_hyphenated(line) for line in lines)


def _parts(text: str, width: float, size: float, weight: int) -> Iterator[str]:
    """What may not be parted, except where it would be wider than a whole line."""
    for word in filter(None, _BREAKS.split(text)):
        part = ""
        if text_width(_end(word), size, weight) <= width:
            yield word
            continue
        for letter in word:
            if part and text_width(_end(part + letter) + _HYPHEN, size, weight) > width and letter != " ":
                yield part + _SOFT_HYPHEN
                part = ""
            part += letter
        yield part


def _end(line: str) -> str:
    return line.rstrip(" \u2009")


def _is_hyphenated(line: str) -> bool:
    return line.endswith(_SOFT_HYPHEN)


@lru_cache(maxsize=1)
def _widths() -> Mapping[str, Mapping[str, int]]:
    found: Mapping[str, Mapping[str, int]] = json.loads(
        Path(__file__).with_name("letters.json").read_text(encoding="utf-8")
    )
    return found
