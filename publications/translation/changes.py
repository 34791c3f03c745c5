"""Changes of a source since a translation was made, each pointing at the lines of the translator's file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publications.reading.block import Block, BlockKind
from publications.translation.alignment import Pair, align
from publications.translation.change_kind import ChangeKind, kind_of_change, words_in_use
from publications.translation.counterparts import Counterpart
from publications.translation.gaps import count_words


@dataclass(frozen=True, slots=True)
class Change:
    """One block of the source that is not as it was.

    line, end_line: in the translator's file; when `is_near`, what is changed has no place there yet and
    belongs below `end_line`. source_line: in the source as it is now; for what is gone, where it stood.
    old, new: the source's Markdown before and after, "" for what was added or is gone; for a link, the
    targets that changed; words: of the block as it is now. translation: what the translator's file says now, "" when `is_near`.
    """

    kind: ChangeKind
    block: BlockKind
    line: int
    end_line: int
    source_line: int
    old: str
    new: str
    words: int = 0
    translation: str = ""
    is_near: bool = False
    is_moved: bool = False


def changes_between(
    old: Sequence[Block], new: Sequence[Block], pairs: Sequence[Counterpart], *, locale: str
) -> tuple[Change, ...]:
    """The reportable changes, in the order of the source. pairs: of the old text and its translation; locale: the source's."""
    return tuple(_Changes(old, new, pairs, locale).read())


class _Changes:
    def __init__(
        self, old: Sequence[Block], new: Sequence[Block], pairs: Sequence[Counterpart], locale: str
    ) -> None:
        self.locale = locale
        self.in_use = words_in_use(old, new)
        self.pairs = align(old, new)
        self.places = _places(pairs)
        self.before = _Place(1, 1, "", is_near=True)
        self.source_line = 1

    def read(self) -> Iterator[Change]:
        for pair in self.pairs:
            place = self._place(pair)
            kind = self._kind(pair)
            if kind is not ChangeKind.COSMETIC:
                yield self._change(kind, pair, place)
            if pair.new:
                self.source_line = pair.new.line
            if not pair.moved and pair.old:
                self.before = _Place(place.end_line, place.end_line, "", is_near=True)

    def _kind(self, pair: Pair) -> ChangeKind:
        if pair.old is None:
            return ChangeKind.ADDED
        if pair.new is None:
            return ChangeKind.REMOVED
        kind = kind_of_change(pair.old, pair.new, self.locale, in_use=self.in_use)
        return ChangeKind.MOVED if pair.moved and kind is ChangeKind.COSMETIC else kind

    def _place(self, pair: Pair) -> _Place:
        """Where the translator must look: at the block's own translation, else below the block before it."""
        own = self.places.get(_key(pair.old)) if pair.old else None
        return own or self.before

    def _change(self, kind: ChangeKind, pair: Pair, place: _Place) -> Change:
        block = pair.new or pair.old
        assert block is not None  # noqa: S101 (a pair has a side)
        old, new = _told(kind, pair)
        source_line = pair.new.line if pair.new else self.source_line
        return Change(
            kind=kind,
            block=block.kind,
            line=place.line,
            end_line=place.end_line,
            source_line=source_line,
            old=old,
            new=new,
            words=count_words(pair.new) if pair.new else 0,
            translation=place.text,
            is_near=place.is_near,
            is_moved=pair.moved,
        )


@dataclass(frozen=True, slots=True)
class _Place:
    line: int
    end_line: int
    text: str
    is_near: bool = False


def _places(pairs: Sequence[Counterpart]) -> dict[tuple[int, str, str], _Place]:
    return {
        _key(pair.source): _Place(pair.translation.line, pair.translation.end_line, pair.translation.text)
        for pair in pairs
        if pair.source and pair.translation
    }


def _key(block: Block) -> tuple[int, str, str]:
    """One block of a page: a picture and the paragraph around it may share a line, never a kind and a text."""
    return block.line, block.kind, block.text


def _told(kind: ChangeKind, pair: Pair) -> tuple[str, str]:
    """What is shown as before and after."""
    if kind is ChangeKind.LINK and pair.old and pair.new:
        gone = [link for link in pair.old.links if link not in pair.new.links]
        came = [link for link in pair.new.links if link not in pair.old.links]
        return " ".join(gone or pair.old.links), " ".join(came or pair.new.links)
    return (pair.old.text if pair.old else ""), (pair.new.text if pair.new else "")
