"""The enclosed texts of a page, each read once: its source, its translation, and what that one followed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from publications.agencies.enclosed import Enclosed
from publications.reading.reading import Reading
from publications.translation.changes import Change, changes_between
from publications.translation.counterparts import Counterpart, pairs_of
from publications.translation.record import Record, tracking_of
from publications.translation.translated_text import Side


@dataclass(frozen=True, eq=False)
class PageTexts:
    """enclosed: as they were sent."""

    enclosed: Enclosed

    @cached_property
    def source(self) -> Side:
        return Side(Reading.of(self.enclosed.source))

    @cached_property
    def own(self) -> Side:
        return Side(Reading.of(self.enclosed.own))

    @cached_property
    def followed(self) -> Side:
        """The source that the translation was made from."""
        return Side(Reading.of(self.enclosed.followed)) if self.enclosed.followed else self.source

    @cached_property
    def record(self) -> Record | None:
        """What the translation says of itself."""
        sent = self.enclosed
        locales = (sent.source_locale, sent.locale)
        return tracking_of(self.own.reading, path="", locale=sent.locale, locales=locales).record

    @cached_property
    def pairs(self) -> tuple[Counterpart, ...]:
        """What the translation followed, with its own blocks."""
        return pairs_of(self.followed.sections, self.own.sections)

    def changes(self, own: Side) -> tuple[Change, ...]:
        """What of the source changed since, beside a newer text of the translation."""
        if self.followed is self.source:
            return ()
        pairs = self.pairs if own is self.own else pairs_of(self.followed.sections, own.sections)
        locale = self.enclosed.source_locale
        return changes_between(self.followed.blocks, self.source.blocks, pairs, locale=locale)
