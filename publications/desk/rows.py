"""Rows: a translation block beside block with its source, each with what there is to do in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from publications.reading.block import Block, BlockKind
from publications.store import digest
from publications.translation.alignment import Pair, align
from publications.translation.change_kind import ChangeKind, kind_of_change, words_in_use
from publications.translation.counterparts import Counterpart, pairs_of
from publications.translation.gaps import count_words
from publications.translation.normal_form import normal_form
from publications.translation.record import Status
from publications.translation.translated_text import TranslatedText


class RowState(StrEnum):
    """What a translator has to do with a block."""

    DONE = "done"
    MISSING = "missing"  # the translation has no such block
    UNTRANSLATED = "untranslated"  # it has the source's words
    CHANGED = "changed"  # the source says something else by now
    REMOVED = "removed"  # the source has it no more
    EXTRA = "extra"  # the source never had it

    @property
    def is_to_do(self) -> bool:
        return self not in (RowState.DONE, RowState.EXTRA)


@dataclass(frozen=True, slots=True)
class Row:
    """A block on both sides.

    key: names the row for as long as the translation follows the same text; old: the source as it follows it.
    source: as it is now; own: the translation's; before, below: the nearest blocks of the source above and below it that
    have a translation, with that translation, by which a missing one finds its place. words: to be written.
    """

    key: str
    state: RowState
    old: Block | None
    source: Block | None
    own: Block | None
    change: ChangeKind | None = None
    words: int = 0
    before: tuple[Block, Block] | None = None
    below: tuple[Block, Block] | None = None

    @property
    def block(self) -> Block:
        """What it is: the source's block, else the one that is left."""
        found = self.source or self.old or self.own
        assert found  # noqa: S101 (a row has a side)
        return found


def _extras(pairs: Sequence[Counterpart]) -> dict[int, list[Block]]:
    """What a translation has more than its source, by the block of the source that it stands below; 0 for none."""
    found: dict[int, list[Block]] = defaultdict(list)
    last = 0
    for pair in pairs:
        if pair.source and pair.translation:
            last = id(pair.source)
        elif pair.translation:
            found[last].append(pair.translation)
    return found


@dataclass(frozen=True)
class Rows:
    """All rows of a translation, in the order of its source. Rows of an original have its blocks on both sides."""

    text: TranslatedText

    @cached_property
    def all(self) -> tuple[Row, ...]:
        rows = list(self._rows())
        below: tuple[Block, Block] | None = None
        for at in range(len(rows) - 1, -1, -1):
            row = rows[at]
            rows[at] = replace(row, below=below)
            below = (row.source, row.own) if row.source and row.own else below
        return tuple(rows)

    def _rows(self) -> Iterator[Row]:
        keys: dict[str, int] = defaultdict(int)
        before: tuple[Block, Block] | None = None
        for pair, own in self._sides():
            named = (pair.old or pair.new) if pair else own
            assert named  # noqa: S101 (each side has a block)
            if pair and pair.new is None and own is None:
                continue  # it has gone from the source before anybody translated it
            key = (
                digest(f"{named.path}", normal_form(named))[:8]
                if pair
                else f"own-{digest(normal_form(named))[:8]}"
            )
            keys[key] += 1
            key = key if keys[key] == 1 else f"{key}-{keys[key]}"
            yield self._row(key, pair, own, before)
            if pair and pair.new and own:
                before = (pair.new, own)

    def _sides(self) -> Iterator[tuple[Pair | None, Block | None]]:
        """The source as it was and is, each with its translation; what the translation has of its own where it stands."""
        followed = self.text.followed or self.text.source
        pairs = self.text.pairs if self.text.followed else pairs_of(followed.sections, self.text.own.sections)
        own_of = {id(pair.source): pair.translation for pair in pairs if pair.source}
        extra = _extras(pairs)
        aligned = align(followed.blocks, self.text.source.blocks)
        came = {id(pair.new) for pair in aligned if pair.old is None}
        if came and extra:
            own_of |= self._already_there(came, {id(block) for blocks in extra.values() for block in blocks})
        told = {id(block) for block in own_of.values()}
        yield from ((None, block) for block in extra.get(0, ()) if id(block) not in told)
        for pair in aligned:
            yield pair, own_of.get(id(pair.old or pair.new))
            yield from ((None, block) for block in extra.get(id(pair.old), ()) if id(block) not in told)

    def _already_there(self, came: Collection[int], extra: Collection[int]) -> dict[int, Block | None]:
        """New blocks of the source that the translation has by now, before anybody has said that it is done."""
        now = pairs_of(self.text.source.sections, self.text.own.sections)
        return {
            id(pair.source): pair.translation
            for pair in now
            if id(pair.source) in came and id(pair.translation) in extra
        }

    def _row(self, key: str, pair: Pair | None, own: Block | None, before: tuple[Block, Block] | None) -> Row:
        if pair is None:
            return Row(key, RowState.EXTRA, None, None, own)
        if pair.new is None:
            return Row(key, RowState.REMOVED, pair.old, None, own, ChangeKind.REMOVED, before=before)
        words = count_words(pair.new)
        if own is None:
            change = ChangeKind.ADDED if pair.old is None else None
            state = RowState.MISSING if words else RowState.DONE
            return Row(key, state, pair.old, pair.new, None, change, words, before)
        if self._is_untranslated(pair.new, own):
            return Row(key, RowState.UNTRANSLATED, pair.old, pair.new, own, None, words, before)
        change = self._change(pair)
        state = RowState.CHANGED if change else RowState.DONE
        return Row(key, state, pair.old, pair.new, own, change, words if change else 0, before)

    def _change(self, pair: Pair) -> ChangeKind | None:
        text = self.text
        if not pair.old or not pair.new or pair.old is pair.new:
            return None
        if text.same_meaning(text.record.version, text.source.version):
            return None
        kind = kind_of_change(pair.old, pair.new, text.record.source, in_use=self._in_use)
        return None if kind in (ChangeKind.COSMETIC, ChangeKind.MOVED) else kind

    @cached_property
    def _in_use(self) -> frozenset[str]:
        followed = self.text.followed or self.text.source
        return words_in_use(followed.blocks, self.text.source.blocks)

    def _is_untranslated(self, source: Block, own: Block) -> bool:
        """In a draft, whatever has the source's words; in a finished page, what `pubs status` calls a gap."""
        if not count_words(source) or source.kind is BlockKind.CODE:
            return False
        if self.text.record.status is Status.DRAFT:
            return normal_form(source) == normal_form(own)
        return own.line in self._gap_lines and normal_form(source) == normal_form(own)

    @cached_property
    def _gap_lines(self) -> frozenset[int]:
        return frozenset(gap.line for gap in self.text.gaps if not gap.is_left_out)
