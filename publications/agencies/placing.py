"""Placing: new texts of blocks in their page, where they stand, or where a block that was lacking belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from publications.agencies.page_texts import PageTexts
from publications.agencies.unit import Unit
from publications.editing.edit import edit_of, edited
from publications.editing.insertion import inserted
from publications.reading.block import Block
from publications.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Written:
    """A unit's new text."""

    unit: Unit
    markdown: str


def placed(
    texts: PageTexts, units: Sequence[Unit], written: Sequence[Written]
) -> tuple[str, tuple[Unit, ...]]:
    """The translation with the new texts in it, and the units for which no place was found."""
    own = texts.own.reading.text
    edits = [edit_of(own, one.unit.own_slot, one.markdown) for one in written if one.unit.own_slot]
    text = edited(texts.enclosed.own, edits)
    lacking = [one for one in written if not one.unit.own_slot]
    return _with_lacking(texts, units, lacking, text) if lacking else (text, ())


def _with_lacking(
    texts: PageTexts, units: Sequence[Unit], lacking: Sequence[Written], text: str
) -> tuple[str, tuple[Unit, ...]]:
    """Each block that was lacking, brought over with its translation already in it, below the one before it."""
    source = texts.source.reading
    edits = [edit_of(source.text, one.unit.slot, one.markdown) for one in lacking]
    translated = Reading.of(edited(source.text, edits))
    if len(translated.blocks) != len(source.blocks):
        return text, tuple(one.unit for one in lacking)
    numbers = {id(block): number for number, block in enumerate(texts.own.reading.blocks)}
    # Number of a block in the source → its block in the translation as it is by now.
    here = {unit.number: numbers[id(unit.own_slot.block)] for unit in units if unit.own_slot}
    own = Reading.of(text)
    for one in sorted(lacking, key=lambda one: one.unit.number):
        block = translated.blocks[one.unit.number]
        before = max((number for number in here if number < one.unit.number), default=None)
        if one.unit.number in here:
            continue
        put = inserted(
            translated,
            block,
            None if before is None else translated.blocks[before],
            own,
            None if before is None else own.blocks[here[before]],
        )
        text = edited(text, [put.edit])
        longer = Reading.of(text)
        here = _numbers_after(here, own, longer)
        own = longer
        _find_brought(here, translated.blocks, one.unit.number, own, put.line - block.line)
    return text, ()


def _numbers_after(here: dict[int, int], before: Reading, after: Reading) -> dict[int, int]:
    """Where the blocks are, when others were put between them."""
    grown = len(after.blocks) - len(before.blocks)
    same = 0
    while same < len(before.blocks) and _says(before.blocks[same], after.blocks[same]):
        same += 1
    return {number: at if at < same else at + grown for number, at in here.items()}


def _find_brought(
    here: dict[int, int], blocks: Sequence[Block], number: int, own: Reading, shift: int
) -> None:
    """The block that was brought over, and those that came with it, since they stand in one table or list."""
    places = {(block.line, block.kind): at for at, block in enumerate(own.blocks)}
    for near in range(number, len(blocks)):
        at = places.get((blocks[near].line + shift, blocks[near].kind))
        if at is None or not _says(blocks[near], own.blocks[at]):
            break
        here.setdefault(near, at)


def _says(one: Block, other: Block) -> bool:
    return (one.kind, one.typed) == (other.kind, other.typed)
