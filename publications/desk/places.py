"""Places: where in a file as it is now the text stands that somebody has begun to edit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from publications.desk.opened import Opened
from publications.desk.rows import Row
from publications.editing.edit import Edit, continuation, edit_of, edited
from publications.editing.insertion import inserted
from publications.editing.slot import Slot, SlotKind, Stretch
from publications.editing.slots import slots_of
from publications.editing.whitespace import PARAGRAPHS
from publications.reading.block import Block, BlockKind
from publications.reading.encoding import as_lines
from publications.reading.passage import Lines
from publications.reading.reading import Reading
from publications.telling import RefusalError

_MARKERS = r"(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*"
_BETWEEN = re.compile(rf"[\s>]*{_MARKERS}")


@dataclass(frozen=True, slots=True)
class Place:
    """What a text is to be written over.

    text: the whole file, into which a block that it lacked has been brought over; slot: of the first block;
    start, end: of all that is written over, in the text with line ends as on Unix; now: what stands there.
    """

    text: str
    slot: Slot
    start: int
    end: int
    now: str
    is_new: bool = False

    def edit(self, new: str, *, is_typed: bool) -> Edit:
        """The edit that puts a text there. is_typed: it is Markdown as somebody typed it.

        A list item that was made into two becomes two items; of other blocks an empty line makes two.
        """
        text = as_lines(self.text)
        if self.slot.block.kind is BlockKind.LIST_ITEM and PARAGRAPHS in new and not is_typed:
            return Edit(self.start, self.end, _items(text, self.slot, new))
        edit = edit_of(text, self.slot, new)
        return Edit(edit.start, max(edit.end, self.end), edit.text)


def find_place(opened: Opened, key: str, base: str) -> Place | None:
    """The place of a row's block. base: what stood there when it was begun, "" when there was none yet.

    One that the page lacks is brought over from the source. A block whose row has another name by now, since its
    source or its words were changed elsewhere, is found by what stood there, unless that stands there twice; else
    the place has another text than `base`.
    """
    row = opened.row(key)
    if row and row.own is None and row.source and opened.is_there and not base:
        return _brought_over(opened, row)
    slot = opened.slot(row.own) if row else None
    if slot and slot.markdown == base:
        return _of(opened.original, [slot])
    known = [_of(opened.original, found) for found in _found(opened, base)] if base else []
    at_key = [place for place in known if slot and place.start == slot.start]
    if at_key or len(known) == 1:
        return (at_key or known)[0]
    return _literal(opened, base) or (_of(opened.original, [slot]) if slot else None)


def text_in(reading: Reading, edit: Edit, new: str) -> str:
    """What stands where an edit was made: the block's text, or that of all blocks there if `find_place` finds these again.

    new: what was typed, which is told where it is neither.
    """
    end = edit.start + len(edit.text)
    slots = [one for one in _whole(slots_of(reading)) if one.start <= end and edit.start <= one.end]
    is_all = bool(slots) and slots[0].start <= edit.start
    is_all = is_all and (end <= slots[-1].end or slots[-1].block.kind is BlockKind.HEADING)
    if is_all and _is_one(reading.text, slots):
        return PARAGRAPHS.join(slot.markdown for slot in slots)
    return new


def keys_at(opened: Opened, edit: Edit) -> tuple[str, ...]:
    """The keys of the rows whose text an edit has made, in the order of the file."""
    end = edit.start + len(edit.text)
    made = {id(one.block) for one in _whole(opened.slots) if one.start < end and edit.start < one.end}
    keys = {id(row.own): row.key for row in opened.rows}
    return tuple(
        keys[id(block)] for block in opened.reading.blocks if id(block) in made and id(block) in keys
    )


def _of(text: str, slots: Sequence[Slot], *, is_new: bool = False) -> Place:
    now = PARAGRAPHS.join(slot.markdown for slot in slots)
    return Place(text, slots[0], slots[0].start, slots[-1].end, now, is_new)


def _brought_over(opened: Opened, row: Row) -> Place | None:
    assert row.source  # noqa: S101 (told apart above)
    before, after = row.before or (None, None)
    place = inserted(opened.source, row.source, before, opened.reading, after, below=row.below)
    text = edited(opened.original, [place.edit])
    reading = Reading.of(text)
    slots = zip(reading.blocks, slots_of(reading), strict=True)
    found = (slot for block, slot in slots if block.line == place.line and block.kind is row.source.kind)
    slot = next(found, None)
    if slot and slot.end > place.edit.start + len(place.edit.text):
        raise RefusalError(
            opened.name,
            "This part of the source has no end, such as ``` without a second one. Mend the source first.",
        )
    return _of(text, [slot], is_new=True) if slot else None


def _found(opened: Opened, base: str) -> Iterator[Sequence[Slot]]:
    """The block that says this, or the neighbours that were made of one and say it together."""
    slots = list(opened.slots)
    yield from ([slot] for slot in slots if slot and slot.markdown == base)
    whole = list(_whole(slots)) if PARAGRAPHS in base else []
    for at, first in enumerate(whole):
        if base.startswith(f"{first.markdown}{PARAGRAPHS}"):
            for end in range(at + 2, at + base.count(PARAGRAPHS) + 2):
                run = whole[at:end]
                if PARAGRAPHS.join(one.markdown for one in run) == base and _is_one(opened.reading.text, run):
                    yield run


def _whole(slots: Iterable[Slot | None]) -> Iterator[Slot]:
    """The slots without those that are part of another one, such as the words of a picture."""
    done = -1
    for slot in slots:
        if slot and slot.start >= done:
            done = slot.end
            yield slot


def _is_one(text: str, slots: Sequence[Slot]) -> bool:
    """Whether blocks can be written over together: paragraphs or items, with nothing between but the signs of a list."""
    first = slots[0]
    if len(slots) == 1:
        return True
    alike = (SlotKind.LINES, first.block.kind, first.block.path)
    return (
        first.block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        and all((one.kind, one.block.kind, one.block.path) == alike for one in slots)
        and all(_BETWEEN.fullmatch(text, one.end, other.start) for one, other in pairwise(slots))
    )


def _literal(opened: Opened, base: str) -> Place | None:
    """Lines of the body as somebody typed them, if they stand there once: a list, say, that a paragraph was made into."""
    text = opened.reading.text
    first, *others = map(re.escape, base.split("\n"))
    lines = [rf"^[ \t>]*{_MARKERS}({first})[ \t]*", *(rf"[ \t>]*({line})[ \t]*" for line in others)]
    body = Lines(text).start(opened.reading.source.body_line)
    found = list(re.compile("(?m)" + r"\n".join(lines) + "$").finditer(text, body)) if base.strip() else []
    if len(found) != 1:
        return None
    stretches = tuple(Stretch(*found[0].span(number)) for number in range(1, len(lines) + 1))
    line = text.count("\n", 0, stretches[0].start) + 1
    block = Block(BlockKind.PARAGRAPH, base, base, line, line + len(others), typed=(base,))
    return _of(opened.original, [Slot(block, SlotKind.LINES, stretches)])


def _items(text: str, slot: Slot, new: str) -> str:
    first = text[text.rfind("\n", 0, slot.start) + 1 : slot.start]
    between = continuation(text, slot)
    return f"\n{first}".join(item.replace("\n", f"\n{between}") for item in new.split(PARAGRAPHS))
