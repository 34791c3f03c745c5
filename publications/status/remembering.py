"""Remembering: how texts were translated before, in the project's pages and in the memories that agencies gave.

A translation is paired with the text that it was made from, whatever its source says by now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from publications.project import Project
from publications.snapshot import FileState, Snapshot, take_snapshot
from publications.status.at_hand import STORE
from publications.status.likeness import Wanted
from publications.status.page_files import name_of, path_of
from publications.status.reading import compared
from publications.translation.memory import Memory
from publications.translation.memory_files import FOLDER, read_memory_files
from publications.translation.record import Status
from publications.translation.same_meaning import SameMeanings

# More pages than these share a line with nearly every other, and all are read.
_FEW = 20
_NOTHING = Memory({}, {})


def memory_for(project: Project, source: str, locale: str, texts: Mapping[str, str]) -> Memory:
    """What is known of these texts in `source` when they are translated into `locale`. texts: by page.

    For few texts, only other pages that have a line of them are taken apart.
    """
    memory, snapshot = PairMemory(source, locale), take_snapshot(project.root)
    pages = memory.translated(snapshot)
    if len(texts) <= _FEW:
        wanted = Wanted("\n".join(texts.values()))
        others = (page for page in pages if page not in texts)
        pages = [page for page in others if wanted.finds(_leniently(project, page, source))]
    return memory.gathered(project, snapshot, pages)


_States = Mapping[str, FileState | None]


@dataclass
class PairMemory:
    """What was translated from one language into another; only what has changed is read again.

    pages: each with the states of the files that it was read from; files: the same of the memories that agencies gave.
    """

    source: str
    locale: str
    pages: dict[str, tuple[_States, Memory]] = field(default_factory=dict)
    files: tuple[_States, Memory] = field(default_factory=lambda: ({}, _NOTHING))

    def translated(self, snapshot: Snapshot) -> Iterable[str]:
        """The pages that have a text in both languages."""
        of_source = set(snapshot.below(f"docs/{self.source}"))
        own = snapshot.below(f"docs/{self.locale}")
        return [page for page in own if page.endswith(".md") and page in of_source]

    def gathered(self, project: Project, snapshot: Snapshot, pages: Iterable[str] | None = None) -> Memory:
        """What these pages, or all, and the agencies' memories say as the files are now, drafts left out."""
        chosen = self.translated(snapshot) if pages is None else pages
        self.pages = {page: self._of_page(project, snapshot, page) for page in chosen}
        memories = (*(memory for _, memory in self.pages.values()), self._of_files(project, snapshot))
        return Memory.holding(one for memory in memories for one in memory.blocks.items())

    def _of_page(self, project: Project, snapshot: Snapshot, page: str) -> tuple[_States, Memory]:
        known = self.pages.get(page)
        if known and all(snapshot.files.get(name) == state for name, state in known[0].items()):
            return known
        version, memory = self._read(project, page)
        names = (*(name_of(page, code) for code in (self.source, self.locale)), f"{STORE}/{version}.md")
        return {name: snapshot.files.get(name) for name in names}, memory

    def _of_files(self, project: Project, snapshot: Snapshot) -> Memory:
        """What agencies have translated before; read again when one of their files has changed."""
        states = {name: state for name, state in snapshot.files.items() if name.startswith(f"{FOLDER}/")}
        if self.files[0] != states:
            others = read_memory_files(project.root, self.source, self.locale)
            self.files = states, Memory.of((), others)
        return self.files[1]

    def _read(self, project: Project, page: str) -> tuple[str, Memory]:
        """The version that a translation follows, and how that was translated."""
        try:
            texts = {code: _leniently(project, page, code) for code in (self.source, self.locale)}
        except OSError:
            return "", _NOTHING  # it is gone again
        comparison = compared(project, page, texts, SameMeanings())
        records = [says.record for says in comparison.tracked.values() if says.record]
        text, own = comparison.translations.get(self.locale), comparison.sides[self.locale]
        followed = text.followed if text else comparison.sides[self.source]
        version = text.record.version if text else ""
        if followed is None or any(record.status is Status.DRAFT for record in records):
            return version, _NOTHING
        return version, Memory.of([(name_of(page, self.locale), followed.blocks, own.blocks)])


def _leniently(project: Project, page: str, locale: str) -> str:
    """What cannot be read in another page is no reason to remember nothing."""
    return path_of(project.root, page, locale).read_bytes().decode(errors="replace")
