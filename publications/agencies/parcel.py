"""A parcel: the pages of one pair of languages, as they are sent to whoever translates them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from publications.agencies.enclosed import Enclosed
from publications.agencies.unit import Progress, Unit
from publications.status.page_files import name_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a parcel. title: of its source; units: all of them, done or not, since words need their context."""

    enclosed: Enclosed
    title: str
    units: Sequence[Unit]

    @property
    def page(self) -> str:
        return self.enclosed.page

    @property
    def file(self) -> str:
        """The source's file, as messages name it."""
        return name_of(self.page, self.enclosed.source_locale)

    @property
    def is_done(self) -> bool:
        return all(unit.progress is Progress.DONE for unit in self.units)


@dataclass(frozen=True, slots=True)
class Parcel:
    """project, address: the site's name and URL; languages: locale → its own name, of both."""

    project: str
    address: str
    source_locale: str
    locale: str
    languages: Mapping[str, str]
    sheets: Sequence[Sheet]

    def units(self, progress: Progress) -> int:
        """How many units are that far."""
        return sum(unit.progress is progress for sheet in self.sheets for unit in sheet.units)

    def words(self, progress: Progress) -> int:
        """How many words of the source these have."""
        return sum(unit.words for sheet in self.sheets for unit in sheet.units if unit.progress is progress)
