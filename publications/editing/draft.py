"""A draft: the text of a block, or of a cell, in which nothing is escaped yet, and whether it stands as one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import category

from markdown_it.token import Token

from publications.editing.segment import Part, PartKind
from publications.editing.table_row import with_escaped_bars
from publications.reading.block import BlockKind
from publications.reading.dialect import read_tokens

# Commands of other generators: what begins so is no text to `blocks`.
_COMMANDS = ("[TOC]", "--8<--", "-8<-")
# Such a line says what is meant by whatever stands above it.
_DEFINITION = re.compile(r"(?m)^[:~][ \t]")
# What a text of its kind stands in, as its reader would type it.
_FRAMES = {
    BlockKind.HEADING: "# {}",
    BlockKind.TABLE_ROW: "| {} |\n| --- |",
    BlockKind.ALT: "![{}](x)",
}
_UNDERLINED = "{}\n==="
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")


@dataclass(frozen=True, slots=True)
class Draft:
    """text: words as they are read, codes as they are typed. All else are places in it.

    words: of their letters; old: of those that stood there before; signs: of those that take a backslash.
    codes: where each begins; a word that was typed otherwise than it is read is one here.
    is_underlined: nothing stands before a heading, which has a line below it instead.
    """

    text: str
    kind: BlockKind
    is_underlined: bool
    words: frozenset[int]
    old: frozenset[int]
    signs: frozenset[int]
    codes: Mapping[int, Part]

    @classmethod
    def of(cls, parts: Iterable[Part], kind: BlockKind, *, is_underlined: bool = False) -> Draft:
        text, words, old, codes = "", set[int](), set[int](), dict[int, Part]()
        for part in parts:
            start = len(text)
            if part.kind is PartKind.TEXT and part.typed in ("", part.words):
                text += part.words
                words.update(range(start, len(text)))
                old.update(range(start, len(text)) if part.typed else ())
            else:
                codes[start] = part
                text += part.typed
        signs = words.intersection(sign.start() for sign in _SIGN.finditer(text))
        return cls(text, kind, is_underlined, frozenset(words), frozenset(old), frozenset(signs), codes)

    def escaped(self, places: Collection[int], start: int = 0, end: int | None = None) -> str:
        """The Markdown from `start` up to `end`, with what stands at these places escaped."""
        return "".join(self.pieces(places, start, end))

    def pieces(self, places: Collection[int], start: int = 0, end: int | None = None) -> Iterator[str]:
        """The same character by character."""
        for at, sign in enumerate(self.text[start:end], start):
            yield _escaped(sign) if at in places else sign

    def stands(self, places: Collection[int], start: int = 0, end: int | None = None) -> bool:
        """Whether that Markdown is one text of its kind, whole."""
        markdown = self.escaped(places, start, end)
        if self.kind is BlockKind.TITLE or markdown.startswith(_COMMANDS):
            return not markdown.startswith(_COMMANDS)
        frame = _UNDERLINED if self.is_underlined else _FRAMES.get(self.kind, "{}")
        typed = frame.format(markdown)
        tokens = read_tokens(typed)
        if _DEFINITION.search(typed) or _shape(tokens) != _shape_of(frame):
            return False
        inline = next(token for token in tokens if token.type == "inline")
        if self.kind is BlockKind.ALT:
            return [(child.type, child.content) for child in inline.children or ()] == [("image", markdown)]
        is_cell = self.kind is BlockKind.TABLE_ROW
        return (with_escaped_bars(inline.content) if is_cell else inline.content).split() == markdown.split()


@cache
def _shape_of(frame: str) -> Sequence[str]:
    return _shape(read_tokens(frame.format("x")))


def _shape(tokens: Iterable[Token]) -> Sequence[str]:
    return [token.type for token in tokens]


def _escaped(sign: str) -> str:
    """With a backslash, or as a number; a control character has none, and is a space to a reader."""
    if _SIGN.match(sign):
        return f"\\{sign}"
    return " " if category(sign) == "Cc" else f"&#{ord(sign)};"
