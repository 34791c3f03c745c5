"""A translation beside its source: what is lacking, what has changed, what differs; each worked out once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from publications.reading.block import Block
from publications.reading.reading import Reading
from publications.translation.alignment import align
from publications.translation.changes import Change, changes_between
from publications.translation.counterparts import Counterpart, pairs_of
from publications.translation.features import Section, sections_of
from publications.translation.gaps import Gap, count_words, gaps_in
from publications.translation.record import Record
from publications.translation.structure import Difference, differences
from publications.translation.version import version_of_blocks, wrong_version


@dataclass(frozen=True, eq=False)
class Side:
    """One side of a comparison: a text with what is asked of it whatever it stands beside."""

    reading: Reading

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.reading.blocks

    @cached_property
    def version(self) -> str:
        return version_of_blocks(self.blocks).code

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return sections_of(self.blocks)

    @cached_property
    def count(self) -> int:
        """How many blocks have words."""
        return sum(1 for block in self.blocks if block.words)

    @cached_property
    def words(self) -> int:
        """How many a translator has to write."""
        return sum(map(count_words, self.blocks))


SideOf = Callable[[str, str], Side | None]
"""Finds an earlier text of a source: version and source locale → text, None when it is lost."""

SameMeaning = Callable[[str, str], bool]
"""Whether an editor has said that a version means the same as an earlier one."""


@dataclass(frozen=True, eq=False)
class TranslatedText:
    """record: what the translation says of itself; own: its text; source: the text it names, as it is now."""

    locale: str
    record: Record
    own: Side
    source: Side
    earlier: SideOf = field(repr=False)
    same_meaning: SameMeaning = field(repr=False)

    @cached_property
    def followed(self) -> Side | None:
        """The text that the translation follows: `source` itself when it says the same; None when lost."""
        if self.record.version in ("", self.source.version):
            return self.source
        earlier = self.earlier(self.record.version, self.record.source)
        # An older segmenter gave the same text another code.
        return self.source if earlier and earlier.version == self.source.version else earlier

    @cached_property
    def pairs(self) -> tuple[Counterpart, ...]:
        """The blocks of the text that it follows with its own."""
        return pairs_of(self.followed.sections, self.own.sections) if self.followed else ()

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What of the text that it follows was never translated."""
        return gaps_in(self.pairs, source_locale=self.record.source, locale=self.locale)

    @cached_property
    def gaps_now(self) -> tuple[Gap, ...]:
        """With their lines in the source as it is now; what the source has dropped is lacking no more."""
        if self.followed in (None, self.source) or not self.gaps:
            return self.gaps
        assert self.followed  # noqa: S101 (told apart above)
        now = {
            (pair.old.line, pair.old.kind): pair.new.line
            for pair in align(self.followed.blocks, self.source.blocks)
            if pair.old and pair.new
        }
        lines = ((gap, now.get((gap.source_line, gap.block))) for gap in self.gaps)
        return tuple(replace(gap, source_line=line) for gap, line in lines if line is not None)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What has changed in its source since, and was not said to mean the same."""
        followed = self.followed
        if followed in (None, self.source) or self.same_meaning(self.record.version, self.source.version):
            return ()
        assert followed  # noqa: S101 (told apart above)
        return changes_between(followed.blocks, self.source.blocks, self.pairs, locale=self.record.source)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """From the text that it follows; while it is brought up to date, what the newer one has is right too."""
        locales = {"source_locale": self.record.source, "locale": self.locale}
        found = differences(self.pairs, **locales)
        if not found or self.followed is self.source:
            return found
        by_now = differences(pairs_of(self.source.sections, self.own.sections), **locales)
        still = {(each.rule, each.missing, each.extra) for each in by_now}
        return tuple(each for each in found if (each.rule, each.missing, each.extra) in still)

    @property
    def wrong_version(self) -> str:
        """What is wrong with the version that its record names, "" when nothing is."""
        followed = self.followed.blocks if self.followed else None
        return wrong_version(self.record.version, followed, self.source.blocks, own=self.own.blocks)
