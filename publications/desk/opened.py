"""An opened page: a text beside its source, as both lie on disk now, with the place of every block in its file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from publications.desk.rows import Row, Rows, RowState
from publications.editing.slot import Slot
from publications.editing.slots import slots_of
from publications.faults import Fault, PublicationError
from publications.project import Project
from publications.reading.block import Block
from publications.reading.reading import Reading
from publications.status.page_files import GONE, name_of, path_of, read_texts
from publications.status.reading import compared
from publications.translation.comparison import PageComparison
from publications.translation.gaps import count_words
from publications.translation.record import Record


@dataclass(frozen=True)
class Opened:
    """A page in a locale.

    original: the file as it is, with its own line ends, "" for a page that is not there; comparison: of all its texts.
    source_locale: what it is translated from, "" for an original.
    """

    project: Project
    page: str
    locale: str
    original: str
    is_there: bool
    source_locale: str
    comparison: PageComparison = field(repr=False)

    @property
    def name(self) -> str:
        """The file as messages name it."""
        return name_of(self.page, self.locale)

    @property
    def record(self) -> Record | None:
        tracked = self.comparison.tracked.get(self.locale)
        return tracked.record if tracked else None

    @property
    def reading(self) -> Reading:
        """Of the translation; of an empty text when it is not there."""
        side = self.comparison.sides.get(self.locale)
        return side.reading if side else Reading("")

    @property
    def source(self) -> Reading:
        side = self.comparison.sides.get(self.source_locale)
        return side.reading if side else Reading("")

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Block beside block. An original has no source; a page that is not there has only that."""
        text = self.comparison.translations.get(self.locale)
        if text and self.is_there:
            return Rows(text).all
        if self.is_there:
            blocks, state = self.reading.blocks, RowState.DONE
            return tuple(
                Row(f"own-{at}", state, None, None, block) for at, block in enumerate(blocks, start=1)
            )
        return tuple(
            Row(f"new-{at}", RowState.MISSING, None, block, None, words=count_words(block))
            for at, block in enumerate(self.source.blocks, start=1)
        )

    def row(self, key: str) -> Row | None:
        return next((row for row in self.rows if row.key == key), None)

    @property
    def slots(self) -> Iterable[Slot | None]:
        """The places of all blocks of the translation, in the order of the file."""
        return self._slots.values()

    def slot(self, block: Block | None) -> Slot | None:
        """Where a block of the translation stands in its file."""
        return self._slots.get(id(block))

    def source_slot(self, block: Block | None) -> Slot | None:
        """Where a block of the source, or of the text that it was, stands in its own."""
        return self._source_slots.get(id(block))

    @cached_property
    def _slots(self) -> Mapping[int, Slot | None]:
        return _by_block(self.reading)

    @cached_property
    def _source_slots(self) -> Mapping[int, Slot | None]:
        text = self.comparison.translations.get(self.locale)
        before = text.followed.reading if text and text.followed else None
        return {**_by_block(self.source), **(_by_block(before) if before else {})}


def open_page(project: Project, page: str, locale: str) -> Opened:
    """Read a page with all its texts. One that is in no language is a PublicationError."""
    originals = read_texts(project, page, locale)
    if not originals:
        raise _gone(page, locale)
    comparison = compared(project, page, originals)
    tracked = comparison.tracked.get(locale)
    if tracked is None:
        source = comparison.status.original or next(iter(originals))
    else:
        source = tracked.record.source if tracked.record else ""
    return Opened(project, page, locale, originals.get(locale, ""), locale in originals, source, comparison)


def page_at(address: str) -> str:
    """The page of an address at the desk, which may leave its ending out: "newsletters/2021-05"."""
    return address if address.endswith(".md") else f"{address.rstrip('/')}.md"


def is_page(project: Project, page: str) -> bool:
    """Whether this is a page of the project, in whichever language; a name that leads elsewhere is none."""
    path = PurePosixPath(page)
    is_plain = "\\" not in page and page == path.as_posix() and path.suffix == ".md"
    if not is_plain or path.is_absolute() or any(part.startswith(".") for part in path.parts):
        return False
    return any(path_of(project.root, page, code).is_file() for code in project.codes)


def named_page(project: Project, page: str, locale: str) -> tuple[str, str]:
    """The page and locale that somebody asks for; one that the project does not have is a PublicationError."""
    project.locale(locale)
    if not is_page(project, page):
        raise _gone(page, locale)
    return page, locale


def _gone(page: str, locale: str) -> PublicationError:
    return PublicationError(Fault(name_of(page, locale), 0, "is no page of this project.", said=GONE))


def _by_block(reading: Reading) -> dict[int, Slot | None]:
    return {id(block): slot for block, slot in zip(reading.blocks, slots_of(reading), strict=True)}
