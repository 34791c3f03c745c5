"""The elements of a page: lines that stand or go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publications.reading.block import Block
from publications.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Element:
    """Lines of a page that stand or go together: a paragraph, a list, a table, a `///` block; counted from 1."""

    start: int
    end: int


def elements_of(reading: Reading) -> tuple[Element, ...]:
    """The elements of a page's body, in order, without the empty lines below them."""
    lines = reading.text.split("\n")
    return tuple(_trimmed(one, lines) for one in _elements(reading))


def around(elements: Sequence[Element], block: Block) -> Element:
    """The element in which a block stands."""
    found = (one for one in elements if one.start <= block.line <= one.end)
    return next(found, Element(block.line, block.end_line))


def is_blank(line: str) -> bool:
    """Whether nothing stands on a line but the sign of a quote."""
    return not line.strip(" \t>")


def _elements(reading: Reading) -> Iterator[Element]:
    first, fence, begun = reading.source.body_line, "", 0
    for token in reading.tokens:
        if not token.map or (token.level and not fence) or token.nesting < 0:
            continue
        start, end = first + token.map[0], first + max(token.map[1] - 1, token.map[0])
        if fence:
            if token.type == "slash_block_close" and token.markup == fence:
                fence = ""
                yield Element(begun, end)
        elif token.type == "slash_block_open":
            fence, begun = token.markup, start
        elif token.type != "slash_block_close":
            yield Element(start, end)
    if fence:
        yield Element(begun, reading.text.count("\n") + 1)


def _trimmed(element: Element, lines: Sequence[str]) -> Element:
    end = element.end
    while end > element.start and is_blank(lines[end - 1]):
        end -= 1
    return Element(element.start, end)
