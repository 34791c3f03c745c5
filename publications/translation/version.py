"""Versions: a short code for what a page says, the same for every text that says the same ("df1b-a044")."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from publications.reading.block import Block
from publications.reading.reading import read_blocks
from publications.translation.normal_form import normal_form

SEGMENTER = 1
"""Raised by one whenever blocks or their normal form are read differently.

All codes are then new. A recorded code is still good: the stored source of that name gives its text, and
the text gives today's code, so nobody is told that a page is outdated.
"""

_CODE = re.compile(r"([0-9a-f]{4})[-\s–]?([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Version:
    """code: eight hexadecimal digits, "df1b-a044"; segmenter: by whose rules it was counted."""

    code: str
    segmenter: int = SEGMENTER

    def __str__(self) -> str:
        return self.code


def version_of(markdown: str) -> Version:
    """The version of a page's text."""
    return version_of_blocks(read_blocks(markdown))


def version_of_blocks(blocks: Iterable[Block]) -> Version:
    """The version of a page that is already taken apart."""
    lines = (f"segmenter {SEGMENTER}", *(normal_form(block) for block in blocks))
    digits = hashlib.sha256("\0".join(lines).encode()).hexdigest()[:8]
    return Version(f"{digits[:4]}-{digits[4:]}")


def read_version(typed: str) -> str | None:
    """A code as people copy it (capitals, spaces, no hyphen) in its one form; None when it is no code."""
    match = _CODE.fullmatch(typed.strip().lower())
    return f"{match[1]}-{match[2]}" if match else None
