"""Insertion: blocks that a translation lacks, brought over from its source to the place where they belong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from publications.editing.edit import Edit, edited
from publications.editing.elements import Element, around, elements_of, is_blank
from publications.editing.fragment import Fragment, closed_lines_of, fragment_of_key, lines_of
from publications.reading.block import Block, BlockKind
from publications.reading.reading import Reading

_RULE = re.compile(r"[\s>]*\|?[\s|:-]*-[\s|:-]*")
_OPTION = re.compile(r"\s+([\w-]+):\s")
_Pair = tuple[Block, Block]


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
    below: _Pair | None = None,
) -> Inserted:
    """The source's block in the translation, untranslated, to be written over.

    before: the block of the source above it that has a translation, and `after`, that translation; None for none.
    below: the next block of the source that has a translation, with that; it tells that a list, table or box is there
    whose first part is brought over. A block within a list, a table or a box that the translation has goes into that
    one; else all of its list, table or box is brought over, since a row without its table is none. What the source
    leaves open is closed, so that nothing of the translation becomes part of it.
    """
    if block.kind is BlockKind.FRONT_MATTER:
        fragment = fragment_of_key(source, block, before, own)
        return Inserted(fragment.edit_of(own), fragment.line)
    above = (before, after) if before and after else None
    inside = _inside(source, block, own, above, below)
    # A picture's words, within a text that was translated without the picture.
    if inside and not inside.lines:
        return Inserted(inside.edit_of(own), inside.line)
    alone = _alone(source, block, own, above, below)
    ways = [way for one in (inside, alone) if one for way in one.ways(own)]
    found = [Inserted(way.edit_of(own), way.line) for way in ways]
    return next((one for one in found if _keeps(own, one, block)), found[-1])


def put_below(own: Reading, block: Block, markdown: str) -> Inserted:
    """Markdown as an element of its own, below the one that a block stands in; below front matter, it opens the body."""
    is_front = block.kind is BlockKind.FRONT_MATTER
    line = own.source.body_line - 1 if is_front else around(elements_of(own), block).end
    typed = Reading.of(markdown)
    fragment = _below(own, line, ("", *closed_lines_of(typed, 1, typed.text.count("\n") + 1)), 1)
    return Inserted(fragment.edit_of(own), fragment.line)


def _keeps(own: Reading, way: Inserted, block: Block) -> bool:
    """Whether every block of the page is still the same, and the new one is there."""
    blocks = Reading.of(edited(own.text, [way.edit])).blocks
    is_there = any((one.line, one.kind, one.typed) == (way.line, block.kind, block.typed) for one in blocks)
    left = iter([(one.kind, one.path, one.typed) for one in blocks])
    return is_there and all((one.kind, one.path, one.typed) in left for one in own.blocks)


def _inside(
    source: Reading, block: Block, own: Reading, above: _Pair | None, below: _Pair | None
) -> Fragment | None:
    """The block within the list, table or box that the translation has; None where it has none."""
    theirs = elements_of(source)
    element = around(theirs, block)
    if above and around(theirs, above[0]) == element:
        return _within(source, block, above[0].end_line, own, above[1].end_line)
    if not below or around(theirs, below[0]) != element or below[0].line <= block.end_line:
        return None
    if block.line > element.start:
        return _within(source, block, element.start, own, around(elements_of(own), below[1]).start)
    return Fragment(below[1].line - 1, closed_lines_of(source, block.line, below[0].line - 1))


def _alone(source: Reading, block: Block, own: Reading, above: _Pair | None, below: _Pair | None) -> Fragment:
    """All of the block's list, table or box."""
    element = around(elements_of(source), block)
    at = _place(source, element, own, above)
    if below and above and _joins(own, above[1], below[1]) and not _joins(source, above[0], below[0]):
        at = above[1].end_line  # two lists became one, as nothing stood between them
    head = ("",) if at else ()
    lines = (*head, *closed_lines_of(source, element.start, element.end))
    return _below(own, at, lines, len(head) + block.line - element.start)


def _place(source: Reading, element: Element, own: Reading, above: _Pair | None) -> int:
    """The line below which an element goes: behind that of the pair, and lines of no block that follow it on both sides."""
    theirs, ours = elements_of(source), elements_of(own)
    bodies = [
        one if one and one.kind is not BlockKind.FRONT_MATTER else None for one in above or (None, None)
    ]
    done = around(theirs, bodies[0]).end if bodies[0] else 0
    last = around(ours, bodies[1]).end if bodies[1] else own.source.body_line - 1
    between = (one for one in theirs if done < one.start < element.start)
    typed, own_typed = source.text.split("\n"), own.text.split("\n")
    for mine, other in zip((one for one in ours if one.start > last), between, strict=False):
        if own_typed[mine.start - 1 : mine.end] != typed[other.start - 1 : other.end]:
            break
        last = mine.end
    return last


def _joins(reading: Reading, first: Block, second: Block) -> bool:
    elements = elements_of(reading)
    return around(elements, first) == around(elements, second)


def _within(source: Reading, block: Block, above: int, own: Reading, at: int) -> Fragment:
    """Inside an element. Lines between, which belong to no block, are brought over unless they are there already."""
    following = own.text.split("\n")[at:]
    rule = "".join(lines_of(source, block.end_line + 1, block.end_line + 1))
    needs_rule = block.kind is BlockKind.TABLE_ROW and _RULE.fullmatch(rule)
    lines = closed_lines_of(source, above + 1, block.end_line + bool(needs_rule))
    shift = block.line - above - 1
    pairs = zip(lines[:shift], following, strict=False)
    there = list(takewhile(lambda pair: _is_same(*pair), pairs))
    while there and is_blank(there[-1][0]):
        there.pop()
    lines, shift, at = lines[len(there) :], shift - len(there), at + len(there)
    return Fragment(at, lines, max(shift, 0))


def _is_same(line: str, own: str) -> bool:
    if line.strip() == own.strip() or (_RULE.fullmatch(line) and _RULE.fullmatch(own)):
        return True
    keys = _OPTION.match(line), _OPTION.match(own)
    return bool(keys[0] and keys[1] and keys[0][1] == keys[1][1])


def _below(own: Reading, line: int, lines: Sequence[str], offset: int) -> Fragment:
    """Lines put below a line of the page. An empty line parts them from what follows."""
    following = own.text.split("\n")[line : line + 1]
    is_apart = bool(following) and not is_blank(following[0])
    return Fragment(line, (*lines, *([""] if is_apart else [])), offset)
