"""Rendered: a page's body as HTML, block by block, so that what is wrong in it can be told with its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from markdown_it.token import Token

from publications.reading.allow_list import sanitised
from publications.reading.footnotes import as_list, footnotes_of
from publications.reading.html import Page, Setting, TocEntry, end_of_chart, html_of
from publications.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Part:
    """The HTML of one block of the body. first, last: the lines of the file that it was written on."""

    html: str
    first: int
    last: int


@dataclass(frozen=True)
class Rendered:
    """A body as HTML. parts: in the order of the text, its footnotes last, before they are sanitised."""

    parts: tuple[Part, ...]
    toc: tuple[TocEntry, ...]

    @cached_property
    def html(self) -> str:
        """Before it is sanitised."""
        return "".join(part.html for part in self.parts)

    @cached_property
    def published(self) -> str:
        """As readers get it."""
        return sanitised(self.html)


def rendered(reading: Reading, setting: Setting) -> Rendered:
    """The HTML of a body, and its headings."""
    tokens, notes = footnotes_of(reading.tokens)
    page = Page(reading, setting, notes)
    parts = [_part(block, page) for block in _blocks(tokens)]
    below = {label: _part(notes.texts[label], page) for label in notes.numbers}
    if below:
        html = as_list(notes, {label: part.html for label, part in below.items()}, page.references)
        first, last = min(part.first for part in below.values()), max(part.last for part in below.values())
        parts.append(Part(html, first, last))
    return Rendered(tuple(parts), tuple(page.toc))


def _blocks(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The tokens of each block that stands in no other; a chart goes on to the line that closes it."""
    start = depth = 0
    closing = None
    for at, token in enumerate(tokens):
        depth += token.nesting
        if closing is None and depth == 0 and token.type == "slash_block_open":
            closing = end_of_chart(tokens[at:])
        elif closing is token:
            closing = None
        if depth == 0 and closing is None:
            yield tokens[start : at + 1]
            start = at + 1
    yield from [tokens[start:]] if start < len(tokens) else ()


def _part(tokens: Sequence[Token], page: Page) -> Part:
    lines = [token.map for token in tokens if token.map]
    first = page.reading.source.body_line
    html = html_of(tokens, page)
    if not lines:
        return Part(html, first, first)
    return Part(html, first + min(line[0] for line in lines), first + max(line[1] for line in lines) - 1)
