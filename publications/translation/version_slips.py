"""Slips in copying a version by hand, told apart from a source that was edited."""

from __future__ import annotations

from collections.abc import Sequence

from publications.reading.block import Block
from publications.translation.normal_form import normal_form

_PAGE = 4


def wrong_version(
    version: str, followed: Sequence[Block] | None, source: Sequence[Block], *, own: str
) -> str:
    """What is wrong with a record's version, "" when nothing is.

    followed: the text of that version, None when no such text is known; source: the source as it is now;
    own: the version of the translation itself.
    """
    if not version:
        return "does not say which version of its source it follows"
    if followed is not None:
        is_another = _is_another_text(followed, source)
        return (
            f"follows {version}, a text with no sentence of its source: another page's?" if is_another else ""
        )
    if version == own:
        return f"gives its own version {version} instead of its source's"
    return f"follows version {version}, of which no text is known: a slip in copying?"


def _is_another_text(followed: Sequence[Block], source: Sequence[Block]) -> bool:
    """Nothing survived, on pages long enough for that to mean something."""
    shared = {normal_form(block) for block in followed} & {normal_form(block) for block in source}
    return not shared and min(len(followed), len(source)) >= _PAGE
