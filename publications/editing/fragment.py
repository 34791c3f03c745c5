"""A fragment: lines of one page on their way into another, whole in themselves, with the place where they go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown_it.token import Token

from publications.editing.edit import Edit, margin_below
from publications.editing.front_matter import lines_of_key
from publications.reading.block import Block
from publications.reading.passage import Lines
from publications.reading.reading import Reading

_QUOTE = re.compile(r"(?:[ \t]*>)*")
_RAW = re.compile(r"\s*<(script|pre|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE)
_FENCES = 2  # the lines of a code that are not its content, when it is closed


@dataclass(frozen=True, slots=True)
class Fragment:
    """below: the line of the page below which they go, 0 for its start; offset: of the block's own among the lines."""

    below: int
    lines: tuple[str, ...]
    offset: int = 0

    @property
    def line(self) -> int:
        """On which the block stands then."""
        return self.below + 1 + self.offset

    def edit_of(self, own: Reading) -> Edit:
        """The edit that puts them there."""
        text = "".join(f"{one}\n" for one in self.lines)
        at = min(Lines(own.text).start(self.below + 1), len(own.text))
        if at and own.text[at - 1 : at] != "\n":
            text = "\n" + text.removesuffix("\n")
        return Edit(at, at, text)

    def ways(self, own: Reading) -> Iterator[Fragment]:
        """As they are; parted with an empty line from what follows, then also from what stands above."""
        lines = own.text.split("\n")
        quotes = (_QUOTE.match(one) for one in ("".join(lines[self.below : self.below + 1]), self.lines[0]))
        following, first = (quote[0] if quote else "" for quote in quotes)
        yield self
        yield replace(self, lines=(*self.lines, following))
        yield replace(self, lines=(first, *self.lines, following), offset=self.offset + 1)


def lines_of(page: Reading, first: int, last: int) -> tuple[str, ...]:
    """Those from `first` to `last`, counted from 1."""
    return tuple(page.text.split("\n")[first - 1 : last])


def closed_lines_of(page: Reading, first: int, last: int) -> tuple[str, ...]:
    """The same, with what ends whatever is left open in them."""
    return (*lines_of(page, first, last), *_closing_of(page, first, last))


def fragment_of_key(source: Reading, block: Block, before: Block | None, own: Reading) -> Fragment:
    """The key of a block with its value, below the one that it follows in the source."""
    top, _, child = block.attribute("key").partition(".")
    parent = lines_of_key(own, top) if child else None
    first, last = (not parent and lines_of_key(source, top)) or (block.line, block.end_line)
    lines, offset = lines_of(source, first, last), block.line - first
    if own.source.body_line == 1:
        return Fragment(0, ("---", *lines, "---", ""), 1 + offset)
    is_key = before is not None and before.kind is block.kind
    above = lines_of_key(own, before.attribute("key").partition(".")[0]) if before and is_key else None
    if parent and (not above or above[0] != parent[0]):
        above = parent[0], parent[0]
    return Fragment(above[1] if above else 1, lines, offset)


def _closing_of(reading: Reading, first: int, last: int) -> list[str]:
    """What ends whatever is still open below the lines `first` to `last` of a page, the innermost first."""
    lines = reading.text.split("\n")
    found: list[str] = []
    for token in reading.tokens:
        if not token.map:
            continue
        start, end = (reading.source.body_line + line for line in token.map)
        if token.type == "slash_block_open" and first <= start <= last:
            found.append(token.markup)
        elif token.type == "slash_block_close" and start <= last and token.markup in found:
            del found[len(found) - 1 - found[::-1].index(token.markup) :]
        elif first <= start <= last < end:
            before, _, _ = lines[start - 1].partition(token.markup or "<")
            found += [margin_below(before) + mark for mark in _missing(token)]
    return found[::-1]


def _missing(token: Token) -> Iterator[str]:
    """The marks for which a code or HTML goes on up to the end of what it stands in."""
    if token.type == "fence" and token.map:
        start, end = token.map
        code = token.content.removesuffix("\n").split("\n") if token.content else []
        if end - start < len(code) + _FENCES:
            yield token.markup
    elif token.type == "html_block":
        html = token.content
        opening = _RAW.match(html)
        if opening and f"</{opening[1]}>".lower() not in html.lower():
            yield f"</{opening[1]}>"
        if html.rfind("<!--") > html.rfind("-->"):
            yield "-->"
