"""Kinds of change: what an edit of the source asks of its translations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import StrEnum

from rapidfuzz.distance import OSA

from publications.reading.block import Block, BlockKind
from publications.translation.normal_form import normal_code, normal_words, without_marks
from publications.translation.numbers import mask_numbers

_WORD = re.compile(r"[\w#]+")
_LEAST_LETTERS, _MOST_EDITS, _MOST_WORDS = 5, 2, 3


class ChangeKind(StrEnum):
    """From what nobody need look at to what a translator must write."""

    COSMETIC = "cosmetic"
    LINK = "link"
    NUMBER = "number"
    TYPO = "typo"
    TEXT = "text"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"

    @property
    def is_touch_up(self) -> bool:
        """Can be followed by someone who does not know the language."""
        return self in (ChangeKind.LINK, ChangeKind.NUMBER, ChangeKind.TYPO)


def kind_of_change(
    old: Block, new: Block, locale: str, *, in_use: frozenset[str] = frozenset()
) -> ChangeKind:
    """What became of a block, by the weightiest of its edits.

    locale: the language of both; in_use: the words of both pages, as `words_in_use` gives them.
    """
    if BlockKind.CODE in (old.kind, new.kind):
        same = normal_code(old.words) == normal_code(new.words)
        return ChangeKind.COSMETIC if same else ChangeKind.TEXT
    before, after = normal_words(old.words), normal_words(new.words)
    if before == after:
        return ChangeKind.COSMETIC if old.links == new.links else ChangeKind.LINK
    masked_before, masked_after = mask_numbers(before, locale), mask_numbers(after, locale)
    if masked_before == masked_after:
        return ChangeKind.NUMBER
    return ChangeKind.TYPO if _is_typo(masked_before, masked_after, in_use) else ChangeKind.TEXT


def words_in_use(old: Iterable[Block], new: Iterable[Block]) -> frozenset[str]:
    """The words that a page had and has. A change from one such word to another mends no misspelling."""
    before, after = (
        {word for block in blocks for word in _WORD.findall(normal_words(block.words).casefold())}
        for blocks in (old, new)
    )
    return frozenset(before & after)


def _is_typo(before: str, after: str, in_use: frozenset[str]) -> bool:
    """A hint: a few words that differ in a letter or two, or only in punctuation, capitals or joining."""
    old_words, new_words = _WORD.findall(before), _WORD.findall(after)
    if "".join(old_words).casefold() == "".join(new_words).casefold():
        return True
    edits = [
        edit
        for edit in SequenceMatcher(None, old_words, new_words, autojunk=False).get_opcodes()
        if edit[0] != "equal"
    ]
    pairs: list[tuple[str, str]] = []
    for _, old_start, old_end, new_start, new_end in edits:
        if old_end - old_start != new_end - new_start:
            return False
        pairs += zip(old_words[old_start:old_end], new_words[new_start:new_end], strict=True)
    if len(pairs) > _MOST_WORDS or any({old.casefold(), new.casefold()} <= in_use for old, new in pairs):
        return False
    return all(_is_misspelling(old, new) for old, new in pairs)


def _is_misspelling(old: str, new: str) -> bool:
    """`raporten` and `rapporten`; but not `möjlig` and `omöjlig`, nor `rapport` and `rapporter`."""
    old, new = old.casefold(), new.casefold()
    if min(len(old), len(new)) < _LEAST_LETTERS or any(letter.isdigit() for letter in old + new):
        return False
    if without_marks(old) == without_marks(new):
        return True
    # A negation or an ending is no slip of the pen.
    if old.startswith(new) or new.startswith(old) or old.endswith(new) or new.endswith(old):
        return False
    return OSA.distance(old, new) <= _MOST_EDITS and old[0] == new[0]
