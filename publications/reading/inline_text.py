"""The pieces of a line's tokens: what is read of them, each with its place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it.token import Token

from publications.reading.attributes import LIST
from publications.reading.inline import ADDRESS
from publications.reading.passage import THING, Piece
from publications.reading.tags import VOID, read_html

_NO_LANGUAGE = "zxx"
_SHOWN_AS_TYPED = frozenset({"code", "kbd", "samp", "var"})
_MARKS = re.compile(rf"{ADDRESS.pattern}|<!--|{LIST.pattern}")
_MAYBE_MARKS = re.compile(r"[@{<]|://|www\.")
Segments = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A text that was parsed. segments: offset in it → place in the file, for each stretch that was typed as it stands."""

    tokens: Sequence[Token]
    length: int
    segments: Segments

    def place(self, offset: int) -> int:
        """Where in the file a character of the text stands."""
        at, place = self.segments[bisect_right(self.segments, offset, key=lambda segment: segment[0]) - 1]
        return place + offset - at


@dataclass
class InlineText:
    """What is read of a text. pictures: the alternative texts, each on its own."""

    pieces: list[Piece] = field(default_factory=list)
    pictures: list[list[Piece]] = field(default_factory=list)


def read_inline_text(placed: Placed, locale: str) -> InlineText:
    """Read a text in the language `locale`."""
    found = InlineText()
    _Reader(placed, locale, found).read()
    return found


class _Reader:
    def __init__(self, placed: Placed, locale: str, found: InlineText) -> None:
        self.placed, self.found = placed, found
        self.open = [("", locale)]

    def read(self) -> None:
        tokens = iter(enumerate(self.placed.tokens))
        for number, token in tokens:
            if token.markup == "autolink":
                next(tokens)
                last, _ = next(tokens)
                self._one(THING, int(token.meta["at"]), self._end(last))
            elif token.nesting > 0:
                self.open.append((token.tag, str(token.attrs.get("lang") or self._locale)))
            elif token.nesting < 0:
                self._close(token.tag)
            else:
                self._leaf(token, int(token.meta["at"]), self._end(number))

    def _leaf(self, token: Token, at: int, end: int) -> None:
        if token.type == "text":
            self._text(token.content, at)
        elif token.type == "text_special":
            self._one(token.content if len(token.content) == 1 else THING, at, at + len(token.markup))
        elif token.type in ("softbreak", "hardbreak"):
            self._one("\n", at, at + 1)
        elif token.type in ("code_inline", "fact"):
            self._one(THING, at, end)
        elif token.type == "image":
            self._picture(token, at, end)
        elif token.type == "html_inline":
            self._html(token.content, at, end)

    @property
    def _locale(self) -> str:
        return self.open[-1][1]

    def _end(self, number: int) -> int:
        """Where what is one thing ends: where the next begins."""
        following = self.placed.tokens[number + 1 : number + 2]
        return int(following[0].meta["at"]) if following else self.placed.length

    def _one(self, char: str, at: int, end: int) -> None:
        start = self.placed.place(at)
        self.found.pieces.append(Piece(char, start, max(start + 1, self.placed.place(end)), self._locale))

    def _text(self, text: str, at: int) -> None:
        """A text. What is no language stands for itself in it: addresses, and marks that just miss being Markdown."""
        done = 0
        for found in _MARKS.finditer(text) if _MAYBE_MARKS.search(text) else ():
            self._plain(text[done : found.start()], at + done)
            done = found.end()
            self._one(THING, at + found.start(), at + done)
        self._plain(text[done:], at + done)

    def _plain(self, text: str, at: int) -> None:
        end = at + len(text)
        edges = [at, *(offset for offset, _ in self.placed.segments if at < offset < end), end]
        for left, right in pairwise(edges):
            start = self.placed.place(left)
            self.found.pieces.append(
                Piece(text[left - at : right - at], start, start + right - left, self._locale)
            )

    def _picture(self, token: Token, at: int, end: int) -> None:
        label = at + len("![")
        inner = [
            (0, self.placed.place(label)),
            *((offset - label, place) for offset, place in self.placed.segments),
        ]
        placed = Placed(token.children or (), len(token.content), [one for one in inner if one[0] >= 0])
        alt = read_inline_text(placed, str(token.attrs.get("lang") or self._locale))
        self.found.pictures += [alt.pieces, *alt.pictures]
        self._one(THING, at, end)

    def _html(self, html: str, at: int, end: int) -> None:
        if html.startswith("<!--") and self.found.pieces:
            last = self.found.pieces[-1]
            self.found.pieces[-1] = _trimmed(last)
        for tag in read_html(html).tags:
            if tag.name == "br":
                self._one("\n", at, end)
            elif tag.name in VOID:
                self._one(THING, at, end)
            elif tag.nesting > 0:
                language = _NO_LANGUAGE if tag.name in _SHOWN_AS_TYPED else dict(tag.attributes).get("lang")
                self.open.append((tag.name, language or self._locale))
            elif tag.nesting < 0:
                self._close(tag.name)

    def _close(self, name: str) -> None:
        """End the innermost element of that name, and what was left open in it."""
        names = [opened for opened, _ in self.open]
        if name in names[1:]:
            del self.open[len(names) - 1 - names[::-1].index(name) :]


def _trimmed(piece: Piece) -> Piece:
    """A piece without the spaces at its end."""
    text = piece.text.rstrip(" \t") if piece.is_plain else piece.text
    return piece._replace(text=text, end=piece.end - len(piece.text) + len(text))


_FACT_OR_BAR = re.compile(r"\{\{[^{}\n]*\}\}|\|")


def segments_of(content: str, line: str, first: int, *, is_cell: bool) -> Iterator[tuple[int, int]]:
    r"""Where the characters of a content stand on its line of the file, as (offset, offset on the line).

    Of several places it is the last, behind all markers; of a cell the first from `first` on, whose bars were typed
    as `\|`. Nothing when it is not there.
    """
    at = line.find(content, first) if is_cell else line.rfind(content, first)
    if at >= 0:
        yield 0, at
    elif is_cell and "|" in content:
        bars = [found.start() for found in _FACT_OR_BAR.finditer(content) if found[0] == "|"]
        typed = "".join("\\|" if place in bars else char for place, char in enumerate(content))
        at = line.find(typed, first)
        if at >= 0:
            yield 0, at
            yield from ((bar, at + bar + number) for number, bar in enumerate(bars, start=1))
