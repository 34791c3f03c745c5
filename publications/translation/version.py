"""Versions: a short code for what a page says, the same for every text that says the same ("df1b-a044").

And slips in copying one by hand, told apart from a source that was edited.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from publications.reading.block import Block
from publications.reading.reading import read_blocks
from publications.translation.normal_form import normal_form

SEGMENTER = 1
"""Raised by one whenever blocks or their normal form are read differently.

All codes are then new. A recorded code is still good: the stored source of that name gives its text, and
the text gives today's code, so nobody is told that a page is outdated.
"""

# On shorter pages that nothing survived means little.
_SENTENCES = 4
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


def wrong_version(
    version: str, followed: Sequence[Block] | None, source: Sequence[Block], *, own: Sequence[Block]
) -> str:
    """What is wrong with a record's version, "" when nothing is.

    followed: the text of that version, None when no such text is known; source: the source as it is now;
    own: the translation itself.
    """
    if not version:
        return "does not say which version of its source it follows"
    if followed is not None:
        is_another = _is_another_text(followed, source)
        return (
            f"follows {version}, a text with no sentence of its source: another page's?" if is_another else ""
        )
    if version == version_of_blocks(own).code:
        return f"gives its own version {version} instead of its source's"
    return f"follows version {version}, of which no text is known: a slip in copying?"


def _is_another_text(followed: Sequence[Block], source: Sequence[Block]) -> bool:
    """Nothing survived, on pages long enough for that to mean something."""
    if followed is source:
        return False
    shared = {normal_form(block) for block in followed} & {normal_form(block) for block in source}
    return not shared and min(len(followed), len(source)) >= _SENTENCES
