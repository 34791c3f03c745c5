"""What a translator keeps of a block, by which two languages can be compared without a dictionary."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from publications.reading.block import Block
from publications.translation.normal_form import without_marks
from publications.translation.numbers import digits_of, facts_of

_STEM = 4
_WORD = re.compile(rf"[^\W\d_]{{{_STEM},}}")


@dataclass(frozen=True, slots=True)
class Features:
    """A block as another language may have it.

    kept: link targets, numbers and facts; stems: beginnings of words, which names and loans share; length: in
    letters; section: the number of the section it stands in.
    """

    block: Block
    kept: frozenset[str]
    stems: frozenset[str]
    length: int
    section: int = 0


def features_of(block: Block) -> Features:
    """The features of a block, not yet told its section."""
    kept = {f"link {_plain_target(link)}" for link in block.links}
    kept.update(f"number {digits}" for digits in digits_of(block.words))
    kept.update(f"fact {fact}" for fact in facts_of(block.words))
    stems = frozenset(word[:_STEM] for word in _WORD.findall(without_marks(block.words).lower()))
    return Features(block, frozenset(kept), stems, len(block.words))


def _plain_target(link: str) -> str:
    """A target without what languages differ in: anchors, and the locale in a path or a file name."""
    path = link.partition("#")[0].removesuffix("/") or "#"
    return re.sub(r"(?<=[/._-])[a-z]{2}(?=[/.])", "", re.sub(r"^(?:\.{0,2}/)+", "", path))


def shared_share(first: frozenset[str], second: frozenset[str]) -> float:
    """From 1 for the same links, numbers and facts to -0.5 for none in common; 0 where there are none."""
    if not first and not second:
        return 0.0
    return 1.5 * len(first & second) / len(first | second) - 0.5


def shared_stems(first: frozenset[str], second: frozenset[str]) -> float:
    """From 0 to 1, by the text that has fewer."""
    return len(first & second) / (min(len(first), len(second)) or 1)


def length_score(first: int, second: int) -> float:
    """0 for texts of one length, down to -1 for very unequal ones; a few letters more or less say little."""
    return -min(1.0, 0.6 * abs(math.log((second + 8) / (first + 8))))
