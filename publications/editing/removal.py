"""Removal: a block taken out of a page, whose other blocks all stay what they are."""

from __future__ import annotations

from collections.abc import Iterator

from publications.editing.edit import Edit, edited
from publications.editing.elements import around, elements_of, is_blank
from publications.editing.front_matter import lines_of_key
from publications.editing.slot import SlotKind
from publications.editing.slots import slots_of
from publications.reading.block import Block, BlockKind
from publications.reading.passage import Lines
from publications.reading.reading import Reading

_NOTHING = Edit(0, 0, "")


def removed(reading: Reading, block: Block) -> Edit:
    """The edit that takes a block out, with the empty lines below it; all of its element if there is no more in it.

    Where its lines hold more than its text, such as a box that has a title, the text alone is taken out. Where that
    cannot be either, or the block is not on the page, nothing is: the edit is empty.
    """
    at = next((place for place, one in enumerate(reading.blocks) if one == block), None)
    if at is None:
        return _NOTHING
    kept = [
        _told(one) for place, one in enumerate(reading.blocks) if place != at and not _is_part(one, block)
    ]
    for edit in _ways(reading, block, at):
        if [_told(one) for one in Reading.of(edited(reading.text, [edit])).blocks] == kept:
            return edit
    return _NOTHING


def _ways(reading: Reading, block: Block, at: int) -> Iterator[Edit]:
    if block.kind is BlockKind.FRONT_MATTER:
        lines = lines_of_key(reading, block.attribute("key"))
        yield _without(reading, *(lines or (block.line, block.end_line)))
        return
    element = around(elements_of(reading), block)
    others = [
        one
        for one in reading.blocks
        if element.start <= one.line <= element.end
        and one is not reading.blocks[at]
        and not _is_part(one, block)
    ]
    first, last = (block.line, block.end_line) if others else (element.start, element.end)
    texts = reading.text.split("\n")
    is_above_empty = all(map(is_blank, texts[: first - 1][-1:]))
    while (not others or is_above_empty) and last < len(texts) and is_blank(texts[last]):
        last += 1
    while (
        not others and last == len(texts) and first > reading.source.body_line and is_blank(texts[first - 2])
    ):
        first -= 1
    yield _without(reading, first, last)
    yield _without(reading, block.line, block.end_line)
    slot = slots_of(reading)[at]
    if slot and slot.kind is SlotKind.ROW:
        bars = "|".join(" " * (stretch.end - stretch.start) for stretch in slot.stretches)
        yield Edit(slot.start, slot.end, bars)
    elif slot:
        yield Edit(slot.start, slot.end, '""' if slot.kind is SlotKind.YAML else "")
        yield Edit(slot.start - len(' "'), slot.end + 1, "")


def _without(reading: Reading, first: int, last: int) -> Edit:
    lines = Lines(reading.text)
    return Edit(lines.start(first), min(lines.start(last + 1), len(reading.text)), "")


def _is_part(one: Block, block: Block) -> bool:
    """Whether one block is a picture's text within another."""
    return (
        one.kind is BlockKind.ALT
        and block.kind is not BlockKind.ALT
        and block.line <= one.line <= block.end_line
    )


def _told(block: Block) -> tuple[object, ...]:
    return block.kind, block.text, block.words, block.path, block.level, block.links, block.typed
