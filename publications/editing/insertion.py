"""Insertion: blocks that a translation lacks, brought over from its source to the place where they belong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from publications.editing.edit import Edit
from publications.editing.elements import Element, around, elements_of, is_blank
from publications.editing.keys import key_of, lines_of_key
from publications.editing.removal import removed
from publications.reading.block import Block, BlockKind
from publications.reading.passage import Lines
from publications.reading.reading import Reading

__all__ = ["Element", "Inserted", "elements_of", "inserted", "put_below", "removed"]

_RULE = re.compile(r"[\s>]*\|?[\s|:-]*-[\s|:-]*")
_OPTION = re.compile(r"\s+([\w-]+):\s")


@dataclass(frozen=True, slots=True)
class Inserted:
    """edit: of the translation; line: on which the block stands then."""

    edit: Edit
    line: int


def inserted(
    source: Reading,
    block: Block,
    before: Block | None,
    own: Reading,
    after: Block | None,
    *,
    below: tuple[Block, Block] | None = None,
) -> Inserted:
    """The source's block in the translation, untranslated, to be written over.

    before: the block of the source above it that has a translation, and `after`, that translation; None for none.
    below: the next block of the source that has a translation, with that; it tells that a list, table or box is there
    whose first part is brought over. A block within a list, a table or a box that the translation has goes into that
    one; else all of its list, table or box is brought over, since a row without its table is none.
    """
    if block.kind is BlockKind.FRONT_MATTER:
        return _as_key(source, block, before, own)
    theirs = elements_of(source)
    element = around(theirs, block)
    if before and after and around(theirs, before) == element:
        return _within(source, block, before.end_line, own, after.end_line)
    if below and around(theirs, below[0]) == element and below[0].line > block.end_line:
        if block.line > element.start:
            return _within(source, block, element.start, own, around(elements_of(own), below[1]).start)
        return _at(own, below[1].line - 1, _lines(source, block.line, below[0].line - 1), 0)
    at = _place(source, element, before, own, after)
    if below and after and before and _joins(own, after, below[1]) and not _joins(source, before, below[0]):
        at = after.end_line  # two lists became one, as nothing stood between them
    head = [""] if at else []
    return _below(
        own, at, [*head, *_lines(source, element.start, element.end)], len(head) + block.line - element.start
    )


def put_below(own: Reading, block: Block, markdown: str) -> Inserted:
    """Markdown as an element of its own, below the one that a block stands in; below front matter, it opens the body."""
    is_front = block.kind is BlockKind.FRONT_MATTER
    line = own.source.body_line - 1 if is_front else around(elements_of(own), block).end
    return _below(own, line, ["", *markdown.split("\n")], 1)


def _place(source: Reading, element: Element, before: Block | None, own: Reading, after: Block | None) -> int:
    """The line below which an element goes: behind that of `after`, and lines of no block that follow it on both sides."""
    theirs, ours = elements_of(source), elements_of(own)
    bodies = [one if one and one.kind is not BlockKind.FRONT_MATTER else None for one in (before, after)]
    done = around(theirs, bodies[0]).end if bodies[0] else 0
    last = around(ours, bodies[1]).end if bodies[1] else own.source.body_line - 1
    between = (one for one in theirs if done < one.start < element.start)
    for mine, other in zip((one for one in ours if one.start > last), between, strict=False):
        if _lines(own, mine.start, mine.end) != _lines(source, other.start, other.end):
            break
        last = mine.end
    return last


def _joins(reading: Reading, first: Block, second: Block) -> bool:
    elements = elements_of(reading)
    return around(elements, first) == around(elements, second)


def _within(source: Reading, block: Block, above: int, own: Reading, at: int) -> Inserted:
    """Inside an element. Lines between, which belong to no block, are brought over unless they are there already."""
    lines = _lines(source, above + 1, block.end_line)
    shift = block.line - above - 1
    following = own.text.split("\n")[at:]
    pairs = zip(lines[:shift], following, strict=False)
    there = list(takewhile(lambda pair: _is_same(*pair), pairs))
    while there and is_blank(there[-1][0]):
        there.pop()
    lines, shift, at = lines[len(there) :], shift - len(there), at + len(there)
    return _at(own, at, lines, max(shift, 0))


def _is_same(line: str, own: str) -> bool:
    if line.strip() == own.strip() or (_RULE.fullmatch(line) and _RULE.fullmatch(own)):
        return True
    keys = _OPTION.match(line), _OPTION.match(own)
    return bool(keys[0] and keys[1] and keys[0][1] == keys[1][1])


def _as_key(source: Reading, block: Block, before: Block | None, own: Reading) -> Inserted:
    """A key of the front matter with its value, below the one that it follows in the source."""
    key = key_of(block)
    top, _, child = key.partition(".")
    theirs = lines_of_key(source, top)
    first, last = (
        (block.line, block.end_line)
        if child and lines_of_key(own, top)
        else theirs or (block.line, block.end_line)
    )
    lines = _lines(source, first, last)
    if own.source.body_line == 1:
        return _at(own, 0, ["---", *lines, "---", ""], 1 + block.line - first)
    above = (
        lines_of_key(own, key_of(before).partition(".")[0]) if before and before.kind is block.kind else None
    )
    if child and (parent := lines_of_key(own, top)):
        above = above if above and above[0] == parent[0] else (parent[0], parent[0])
    return _at(own, above[1] if above else 1, lines, block.line - first)


def _lines(reading: Reading, first: int, last: int) -> list[str]:
    return reading.text.split("\n")[first - 1 : last]


def _below(own: Reading, line: int, lines: Sequence[str], offset: int) -> Inserted:
    """Lines put below a line of the page. An empty line parts them from what follows."""
    following = own.text.split("\n")[line : line + 1]
    is_apart = bool(following) and not is_blank(following[0])
    return _at(own, line, [*lines, *([""] if is_apart else [])], offset)


def _at(own: Reading, line: int, lines: Sequence[str], offset: int) -> Inserted:
    """Lines put below a line of the page as they are; offset: of the block's own among them."""
    text = "".join(f"{one}\n" for one in lines)
    at = min(Lines(own.text).start(line + 1), len(own.text))
    if at and own.text[at - 1 : at] != "\n":
        text = "\n" + text.removesuffix("\n")
    return Inserted(Edit(at, at, text), line + 1 + offset)
