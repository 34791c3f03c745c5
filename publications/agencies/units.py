"""Units of a page: its source's blocks, each with its translation, found again from the enclosed texts alone.

What is sent and what comes back are taken apart by the same function, so both sides mean the same block.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping

from publications.agencies.codes import Shown, has_words, shown
from publications.agencies.page_texts import PageTexts
from publications.agencies.unit import Progress, Unit
from publications.editing.matching import matched
from publications.editing.segment import CodeName, Segment, segment_of
from publications.editing.slot import Slot
from publications.editing.slots import slots_of
from publications.reading.block import Block, BlockKind
from publications.reading.reading import Reading
from publications.translation.alignment import align
from publications.translation.change_kind import ChangeKind
from publications.translation.counterparts import pairs_of
from publications.translation.gaps import count_words, gaps_in
from publications.translation.record import Status

_Place = tuple[int, str]


def units_of(texts: PageTexts) -> tuple[Unit, ...]:
    """The units in the order of the source.

    A block that a neighbour's translation holds is none, nor is code, nor HTML that can be edited in the file only.
    """
    return tuple(_Units(texts).read())


class _Units:
    def __init__(self, texts: PageTexts) -> None:
        self.texts = texts
        self.own_slots = {
            id(block): slot
            for block, slot in zip(texts.own.blocks, slots_of(texts.own.reading), strict=True)
            if slot
        }
        self.seen: Counter[str] = Counter()
        self.changed = {
            (change.source_line, str(change.block)): change
            for change in texts.changes(texts.own)
            if change.kind not in (ChangeKind.REMOVED, ChangeKind.MOVED)
        }
        record = texts.record
        self.is_machines = record is not None and record.status is Status.MACHINE

    def read(self) -> Iterator[Unit]:
        source, heading = self.texts.source, ""
        comments = _comments(source.reading)
        owns, lacking, foreign = self._owns(), self._lacking(), self._foreign()
        for number, (block, slot) in enumerate(zip(source.blocks, slots_of(source.reading), strict=True)):
            segment = segment_of(slot) if slot and block.kind is not BlockKind.CODE else ()
            own = owns.get(id(block))
            if segment and slot and has_words(shown(segment).line):
                is_new = own is None or self.texts.enclosed.is_new or id(own) in foreign
                if id(own) in self.own_slots or (own is None and _place(block) in lacking):
                    notes = (*comments.get(block.line, ()), *_notes(segment))
                    yield self._unit(number, block, slot, segment, own, heading, notes, is_new=is_new)
            heading = block.words if block.kind is BlockKind.HEADING else heading

    def _unit(
        self,
        number: int,
        block: Block,
        slot: Slot,
        segment: Segment,
        own: Block | None,
        heading: str,
        notes: tuple[str, ...],
        *,
        is_new: bool,
    ) -> Unit:
        change = None if is_new else self.changed.get(_place(block))
        is_changed = change is not None or (self.is_machines and not is_new)
        own_slot = self.own_slots.get(id(own)) if own else None
        return Unit(
            id=self._id(block, slot),
            block=block,
            slot=slot,
            source=shown(segment),
            own_slot=own_slot,
            own=_shown_beside(segment, own_slot) if own_slot else None,
            progress=Progress.NEW if is_new else Progress.CHANGED if is_changed else Progress.DONE,
            words=count_words(block),
            number=number,
            heading=heading,
            notes=notes,
            before=change.old if change and change.kind is not ChangeKind.ADDED else "",
        )

    def _owns(self) -> Mapping[int, Block]:
        """Block of the source as it is now → its translation, by way of the text that was translated."""
        texts = self.texts
        told = {id(pair.source): pair.translation for pair in texts.pairs if pair.source and pair.translation}
        if texts.followed is texts.source:
            return told
        found = {
            id(pair.new): told[id(pair.old)]
            for pair in align(texts.followed.blocks, texts.source.blocks)
            if pair.old and pair.new and id(pair.old) in told
        }
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


def _shown_beside(source: Segment, slot: Slot) -> Shown:
    return shown(matched(source, segment_of(slot)))


def _place(block: Block) -> _Place:
    return block.line, str(block.kind)


def _notes(segment: Segment) -> tuple[str, ...]:
    return tuple(part.words for part in segment if part.name is CodeName.NOTE)


def _comments(reading: Reading) -> Mapping[int, tuple[str, ...]]:
    """Line of a block → the comments that stand in lines of their own above it."""
    found: dict[int, tuple[str, ...]] = {}
    lines = sorted(block.line for block in reading.blocks)
    for token in reading.tokens:
        words = token.content.strip()
        if token.type == "html_block" and token.map and words.startswith("<!--"):
            at = reading.source.body_line + token.map[0]
            place = bisect_right(lines, at)
            if place < len(lines):
                below = lines[place]
                comments = [one.partition("-->")[0].strip() for one in words.split("<!--")[1:]]
                found[below] = (*found.get(below, ()), *comments)
    return found
