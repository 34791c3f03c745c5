"""Units of a page: its source's blocks, each with its translation, found again from the enclosed texts alone.

What is sent and what comes back are taken apart by the same function, so both sides mean the same block.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping

from publications.agencies.codes import Shown, has_words, shown
from publications.agencies.page_texts import PageTexts
from publications.agencies.unit import Progress, Unit
from publications.editing.reading_segments import segment_of
from publications.editing.segment import Segment, matched
from publications.editing.slot import Slot
from publications.editing.slots import slots_of
from publications.reading.block import Block, BlockKind
from publications.translation.alignment import align
from publications.translation.change_kind import ChangeKind
from publications.translation.counterparts import pairs_of
from publications.translation.gaps import count_words, gaps_in
from publications.translation.record import Status
from publications.translation.translated_text import Side

_Place = tuple[int, str]


def units_of(texts: PageTexts) -> tuple[Unit, ...]:
    """The units in the order of the source.

    A block that a neighbour's translation holds is none, nor is code, nor HTML that can be edited in the file only.
    """
    return tuple(_Units(texts).read())


class _Units:
    def __init__(self, texts: PageTexts) -> None:
        self.texts = texts
        self.own_slots = _slots(texts.own)
        self.seen: Counter[str] = Counter()
        self.changed = {
            (change.source_line, str(change.block)): change
            for change in texts.changes(texts.own)
            if change.kind not in (ChangeKind.REMOVED, ChangeKind.MOVED)
        }
        is_followed = texts.followed is texts.source
        aligned = () if is_followed else align(texts.followed.blocks, texts.source.blocks)
        # Block of the source as it is now → the same as it was translated.
        self.followed = {id(pair.new): pair.old for pair in aligned if pair.old and pair.new}
        self.followed_slots = _slots(texts.followed) if self.changed else {}
        record = texts.record
        self.is_machines = record is not None and record.status is Status.MACHINE

    def read(self) -> Iterator[Unit]:
        source, heading = self.texts.source, ""
        owns, lacking, foreign = self._owns(), self._lacking(), self._foreign()
        for number, (block, slot) in enumerate(zip(source.blocks, slots_of(source.reading), strict=True)):
            segment = segment_of(slot) if slot and block.kind is not BlockKind.CODE else ()
            own = owns.get(id(block))
            if segment and slot and has_words(shown(segment).line):
                is_new = own is None or self.texts.enclosed.is_new or id(own) in foreign
                if id(own) in self.own_slots or (own is None and _place(block) in lacking):
                    yield self._unit(number, slot, segment, own, heading, is_new=is_new)
            heading = block.words if block.kind is BlockKind.HEADING else heading

    def _unit(
        self, number: int, slot: Slot, segment: Segment, own: Block | None, heading: str, *, is_new: bool
    ) -> Unit:
        block = slot.block
        change = None if is_new else self.changed.get(_place(block))
        is_changed = change is not None or (self.is_machines and not is_new)
        own_slot = self.own_slots.get(id(own))
        earlier = self.followed_slots.get(id(self.followed.get(id(block)))) if change else None
        return Unit(
            id=self._id(block, slot),
            block=block,
            slot=slot,
            source=shown(segment),
            own_slot=own_slot,
            own=_shown_beside(segment, own_slot),
            progress=Progress.NEW if is_new else Progress.CHANGED if is_changed else Progress.DONE,
            words=count_words(block),
            number=number,
            heading=heading,
            before=change.old if change and change.kind is not ChangeKind.ADDED else "",
            earlier=_shown_beside(segment, earlier),
        )

    def _owns(self) -> Mapping[int, Block]:
        """Block of the source as it is now → its translation, by way of the text that was translated."""
        texts = self.texts
        told = {id(pair.source): pair.translation for pair in texts.pairs if pair.source and pair.translation}
        if texts.followed is texts.source:
            return told
        found = {new: told[id(old)] for new, old in self.followed.items() if id(old) in told}
        taken = {id(block) for block in found.values()}
        for pair in pairs_of(texts.source.sections, texts.own.sections):
            if pair.source and pair.translation and id(pair.translation) not in taken:
                found.setdefault(id(pair.source), pair.translation)
        return found

    def _lacking(self) -> frozenset[_Place]:
        """Blocks of the source that the translation has nowhere."""
        locales = {"source_locale": self.texts.enclosed.source_locale, "locale": self.texts.enclosed.locale}
        pairs = self.texts.pairs
        if self.texts.followed is not self.texts.source:
            pairs = pairs_of(self.texts.source.sections, self.texts.own.sections)
        return frozenset(
            (gap.source_line, str(gap.block)) for gap in gaps_in(pairs, **locales) if gap.is_left_out
        )

    def _foreign(self) -> frozenset[int]:
        """Blocks of the translation that are still in the source language."""
        locales = {"source_locale": self.texts.enclosed.source_locale, "locale": self.texts.enclosed.locale}
        lines = {
            (gap.line, str(gap.block)) for gap in gaps_in(self.texts.pairs, **locales) if not gap.is_left_out
        }
        return frozenset(id(block) for block in self.texts.own.blocks if _place(block) in lines)

    def _id(self, block: Block, slot: Slot) -> str:
        digits = hashlib.sha256(f"{block.kind}\0{slot.markdown}".encode()).hexdigest()[:8]
        self.seen[digits] += 1
        return f"b{digits}" + (f"-{self.seen[digits]}" if self.seen[digits] > 1 else "")


def _slots(side: Side) -> Mapping[int, Slot]:
    """Block → its slot, for those that have one."""
    slots = slots_of(side.reading)
    return {id(block): slot for block, slot in zip(side.blocks, slots, strict=True) if slot}


def _shown_beside(source: Segment, slot: Slot | None) -> Shown | None:
    return shown(matched(source, segment_of(slot))) if slot else None


def _place(block: Block) -> _Place:
    return block.line, str(block.kind)
