"""The normal form of a block: what is left when all that changes no meaning is taken away.

Gone are wrapping and spaces, emphasis, attribute lists, comments, and the style of quotes, dashes, dots and
no-break spaces, spaces within a figure. What stays: kind, words in their order, figures, link targets.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from publications.translation.block import Block, BlockKind

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("\"'“”„‟‘’‚‛«»‹›′″`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        # Romanian letters as old fonts had them.
        **dict(zip("şţŞŢ", "șțȘȚ", strict=True)),
        # Invisible: soft hyphen, zero-width characters, byte order mark.
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
    }
)
# Emphasis that the parser left standing, as in `**Note:**text`.
_STRAY_EMPHASIS = re.compile(r"\*\*+|__+|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_MARKS = re.compile(r"[\u0300-\u036f]+")
# `10 000` and `10000`, `12 %` and `12%`, `log …` and `log…`.
_SPACES = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|[%‰°])| (?=\.\.\.)")
# What else `pubs fix` mends: `word ,`, `( word )`, `--`, `26,809,473`.
_STRAY_SPACES = re.compile(r"\s+(?=[,;:!?.](?:\s|$)|[)\]])|(?<=[(\[])\s+")
_DASHES = re.compile(r"(?<!-)-{2,3}(?!-)")
_MARKS = re.compile(r"(?<![\d.,])\d{1,3}([.,])\d{3}(?:\1\d{3})+(?![.,]?\d)")


def normal_form(block: Block) -> str:
    """One line; two blocks with the same normal form need no work from a translator."""
    if block.kind is BlockKind.CODE:
        return f"{block.kind}:{normal_code(block.words)}"
    return f"{block.kind}:{normal_words(block.words)}{''.join(f' <{link}>' for link in block.links)}"


@lru_cache(maxsize=8192)
def normal_words(words: str) -> str:
    """Words alone, with one kind of quote, dash and space."""
    plain = unicodedata.normalize("NFC", words).translate(_TYPOGRAPHY)
    plain = _STRAY_SPACES.sub("", _DASHES.sub("-", _STRAY_EMPHASIS.sub("", plain)))
    plain = _MARKS.sub(lambda figure: figure[0].replace(figure[1], ""), plain)
    return _SPACES.sub("", " ".join(plain.split()))


def without_marks(words: str) -> str:
    """Words without accents: `Iași` and `Iasi` are the same."""
    return _MARKS.sub("", unicodedata.normalize("NFD", words))


def normal_code(code: str) -> str:
    """Code as typed, without the spaces at the ends of its lines."""
    return "\n".join(line.rstrip() for line in code.splitlines())
