"""The normal form of a block: what is left when all that changes no meaning is taken away.

Gone are wrapping and spaces, emphasis, attribute lists, comments, and the style of quotes, dashes, dots and
no-break spaces, marks and spaces within a figure. What stays: kind, words in their order, figures, link targets.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from publications.reading.block import Block, BlockKind

_PLAIN = {
    **dict.fromkeys("\"'“”„‟‘’‚‛«»‹›′″`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    # Romanian letters as old fonts had them.
    **dict(zip("şţŞŢ", "șțȘȚ", strict=True)),
    # Invisible: soft hyphen, zero-width characters, byte order mark.
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}
# French has spaces within its guillemets; in Danish the same marks stand the other way round, with spaces outside.
_GUILLEMETS = re.compile(r"(?<!\S)«\s+|\s+»(?!\w)")
_TYPOGRAPHIC = re.compile(f"[{''.join(_PLAIN)}]")
# Emphasis that the parser left standing, as in `**Note:**text`.
_STRAY_EMPHASIS = re.compile(r"\*\*+|__+|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_ACCENTS = re.compile(r"[\u0300-\u036f]+")
# `word ,`, `( word )` and `--`, which are mended by machine.
_STRAY_SPACES = re.compile(r" (?=[,;:!?.](?: |$)|[)\]])|(?<=[(\[]) ")
_MAY_BE_STRAY = re.compile(r"[,;:!?.()\[\]](?:(?<= [^(\[])|(?<=[(\[]) )")
_DASHES = re.compile(r"(?<!-)-{2,3}(?!-)")
_DIGIT = re.compile(r"\d")
# `10 000` and `10000`, `12 %` and `12%`, `log …` and `log…`.
_SPACES = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|[%‰°])| (?=\.\.\.)")
# `26.809.473`, `26,809,473` and `26 809 473`; `4.9` and `4,9`.
_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}([.,])\d{3}(?:\1\d{3})+(?![.,]?\d)")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")


def normal_form(block: Block) -> str:
    """One line; two blocks with the same normal form need no work from a translator."""
    if block.kind is BlockKind.CODE:
        return f"{block.kind}:{normal_code(block.words)}"
    return f"{block.kind}:{normal_words(block.words)}{''.join(f' <{link}>' for link in block.links)}"


@lru_cache(maxsize=8192)
def normal_words(words: str) -> str:
    """Words alone, with one kind of quote, dash and space."""
    # Most words have nothing to take away: each step is taken only where a cheap look finds a reason for it.
    plain = words if words.isascii() else unicodedata.normalize("NFC", words)
    if "«" in plain or "»" in plain:
        plain = _GUILLEMETS.sub(lambda mark: mark[0].strip(), plain)
    plain = _TYPOGRAPHIC.sub(lambda mark: _PLAIN[mark[0]], plain)
    if "*" in plain or "_" in plain:
        plain = _STRAY_EMPHASIS.sub("", plain)
    if "--" in plain:
        plain = _DASHES.sub("-", plain)
    plain = " ".join(plain.split())
    if _MAY_BE_STRAY.search(plain):
        plain = _SPACES.sub("", _STRAY_SPACES.sub("", plain))
    if not _DIGIT.search(plain):
        return plain
    plain = _GROUPS.sub(lambda number: number[0].replace(number[1], ""), _SPACES.sub("", plain))
    return _DECIMAL_COMMA.sub(".", plain)


def with_whole_letters(words: str) -> str:
    """Words whose accents part no word, as those typed as a letter of their own would."""
    return without_marks(words) if _ACCENTS.search(words) else words


def without_marks(words: str) -> str:
    """Words without accents: `Iași` and `Iasi` are the same."""
    return words if words.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFD", words))


def normal_code(code: str) -> str:
    """Code as typed, without the spaces at the ends of its lines."""
    return "\n".join(line.rstrip() for line in code.splitlines())
