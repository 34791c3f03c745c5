"""Insertion: blocks that a translation lacks, brought over from its source to the place where they belong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publications.editing.edit import Edit
from publications.reading.block import Block, BlockKind
from publications.reading.passage import Lines
from publications.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Inserted:
    """edit: of the translation; line: on which the block stands then."""

    edit: Edit
    line: int


def inserted(source: Reading, block: Block, before: Block | None, own: Reading, after: Block | None) -> Inserted:
    """The source's block in the translation, untranslated, to be written over.

    before: the block of the source above it that has a translation, and `after`, that translation; None for none.
    A block within a list, a table or a box that the translation has goes into that one; else all of its list, table or
    box is brought over, since a row without its table is none.
    """
    if block.kind is BlockKind.FRONT_MATTER:
        return _as_key(source, block, own)
    theirs = elements_of(source)
    element = _around(theirs, block)
    is_inside = before is not None and after is not None and _around(theirs, before) == element
    if is_inside and before and after:
        lines = _lines(source, before.end_line + 1, block.end_line)
        gap = next((number for number, line in enumerate(lines) if not _is_blank(line)), 0)
        shift = block.line - before.end_line - 1
        return _below(own, after.end_line, lines, shift if gap == shift else gap)
    last = _around(elements_of(own), after).end if after and after.kind is not BlockKind.FRONT_MATTER else 0
    below = max(last, own.source.body_line - 1)
    return _below(own, below, ["", *_lines(source, element.start, element.end)], 1 + block.line - element.start)


@dataclass(frozen=True, slots=True)
class Element:
    """Lines of a page that stand or go together: a paragraph, a list, a table, a `///` block; counted from 1."""

    start: int
    end: int


def elements_of(reading: Reading) -> tuple[Element, ...]:
    """The elements of a page's body, in order."""
    return tuple(_elements(reading))


def removed(reading: Reading, block: Block) -> Edit:
    """The edit that takes a block out, with the empty lines below it; all of its element if there is no more in it."""
    element = _around(elements_of(reading), block)
    others = [
        one for one in reading.blocks if element.start <= one.line <= element.end and one.line != block.line
    ]
    first, last = (block.line, block.end_line) if others else (element.start, element.end)
    lines = Lines(reading.text)
    texts = reading.text.split("\n")
    while not others and last < len(texts) and _is_blank(texts[last]):
        last += 1
    end = min(lines.start(last + 1), len(reading.text))
    return Edit(lines.start(first), end, "")


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


def _around(elements: Sequence[Element], block: Block) -> Element:
    found = (one for one in elements if one.start <= block.line <= one.end)
    return next(found, Element(block.line, block.end_line))


def _lines(reading: Reading, first: int, last: int) -> list[str]:
    return reading.text.split("\n")[first - 1 : last]


def _below(own: Reading, line: int, lines: Sequence[str], offset: int) -> Inserted:
    """Lines put below a line of the page; offset: of the block's own among them. An empty line parts them from what follows."""
    texts = own.text.split("\n")
    starts = Lines(own.text)
    follows = texts[line] if line < len(texts) else ""
    is_apart = lines[0] == "" and not _is_blank(follows)
    text = "".join(f"{one}\n" for one in (*lines, *([""] if is_apart else [])))
    at = min(starts.start(line + 1), len(own.text))
    if at and own.text[at - 1 : at] != "\n":
        text = "\n" + text.removesuffix("\n")
    return Inserted(Edit(at, at, text), line + 1 + offset)


def _as_key(source: Reading, block: Block, own: Reading) -> Inserted:
    """A key of the front matter, with its value, at the end of the translation's first keys."""
    last = max((one.end_line for one in own.blocks if one.kind is BlockKind.FRONT_MATTER), default=1)
    lines = _lines(source, block.line, block.end_line)
    return _below(own, last, lines, 0)


def _is_blank(line: str) -> bool:
    return not line.strip(" \t>")
