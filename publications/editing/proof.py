"""Proof: what a Markdown is read as where it will stand, to be held against what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markdown_it.token import Token

from publications.editing.reading_segments import parts_of
from publications.editing.segment import CodeName, Part, PartKind
from publications.editing.table_row import with_escaped_bars
from publications.editing.whitespace import BLANKS
from publications.reading.block import BlockKind
from publications.reading.dialect import read_tokens

# Commands of other generators: what begins so is no text to `blocks`.
_COMMANDS = ("[TOC]", "--8<--", "-8<-")
# Words that become a code when they are read again, and are the same to a reader.
_MADE_OF_WORDS = frozenset({CodeName.FACT, CodeName.ADDRESS})
_BLANKS = re.compile(rf"[{BLANKS}]+")
# Such a line says what is meant by whatever stands above it.
_DEFINITION = re.compile(r"(?m)^[:~][ \t]")
_PARAGRAPH = ["paragraph_open", "inline", "paragraph_close"]
_HEADING = ["heading_open", "inline", "heading_close"]


def read_as(markdown: str, kind: BlockKind, *, is_underlined: bool = False) -> Sequence[str]:
    """The meaning of a Markdown as the text of a block, or as one cell of a row; nothing where it is no such text.

    is_underlined: nothing stands before a heading, which has a line below it instead.
    """
    if markdown.startswith(_COMMANDS) or not _stands(markdown, kind, is_underlined):
        return ()
    return meaning(parts_of(markdown, kind))


def meaning(parts: Iterable[Part]) -> Sequence[str]:
    """Words and codes in order, spaces drawn together."""
    told: list[str] = [""]
    for part in parts:
        if part.kind is PartKind.TEXT or part.name in _MADE_OF_WORDS:
            told[-1] += part.words if part.kind is PartKind.TEXT else part.typed
        else:
            told += [f"{part.kind} {part.typed.strip()}", ""]
    return [_BLANKS.sub(" ", one).strip(BLANKS) for one in told]


def _stands(markdown: str, kind: BlockKind, is_underlined: bool) -> bool:
    """Whether it is one text of its kind, whole."""
    if kind is BlockKind.TITLE:
        return True
    if kind is BlockKind.TABLE_ROW:
        cells = [one for one in read_tokens(f"| {markdown} |\n| --- |") if one.type == "inline"]
        return [with_escaped_bars(cell.content) for cell in cells] == [markdown.strip(BLANKS)]
    if kind is BlockKind.HEADING:
        tokens = read_tokens(f"{markdown}\n===" if is_underlined else f"# {markdown}")
        return _types(tokens) == _HEADING and tokens[1].content == markdown.strip(BLANKS)
    if kind is BlockKind.ALT:
        tokens = read_tokens(f"![{markdown}](x)")
        pictures = [(one.type, one.content) for token in tokens for one in token.children or ()]
        return pictures == [("image", markdown)]
    if _DEFINITION.search(markdown):
        return False
    tokens = read_tokens(markdown)
    return _types(tokens) == _PARAGRAPH and tokens[1].content.split() == markdown.split()


def _types(tokens: Iterable[Token]) -> Sequence[str]:
    return [token.type for token in tokens]
