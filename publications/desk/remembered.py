"""Remembered: the memory of a pair of languages, in which only pages that have changed are read again."""

from __future__ import annotations

from dataclasses import dataclass, field

from publications.project import Project
from publications.reading.reading import Reading
from publications.snapshot import FileState, Snapshot
from publications.status.page_files import name_of, path_of
from publications.translation.memory import Memory
from publications.translation.memory_files import FOLDER, read_memory_files
from publications.translation.record import Status, read_tracking

_NOTHING = Memory({}, {})


@dataclass
class PairMemory:
    """What was translated from one language into another. pages: each with the states of its two files.

    files: the memories that agencies gave, by the states of their files.
    """

    source: str
    locale: str
    pages: dict[str, tuple[tuple[FileState, FileState], Memory]] = field(default_factory=dict)
    files: tuple[dict[str, FileState], Memory] = field(default_factory=lambda: ({}, _NOTHING))

    def gathered(self, project: Project, snapshot: Snapshot) -> Memory:
        """All of it as the files are now, drafts left out."""
        found: dict[str, tuple[tuple[FileState, FileState], Memory]] = {}
        for page in sorted(snapshot.below(f"docs/{self.locale}")):
            files = [snapshot.files.get(name_of(page, code)) for code in (self.source, self.locale)]
            if not page.endswith(".md") or not files[0] or not files[1]:
                continue
            known, states = self.pages.get(page), (files[0], files[1])
            found[page] = known if known and known[0] == states else (states, self._read(project, page))
        self.pages = found
        memories = (*(memory for _, memory in found.values()), self._of_files(project, snapshot))
        return Memory.holding(one for memory in memories for one in memory.blocks.items())

    def _of_files(self, project: Project, snapshot: Snapshot) -> Memory:
        """What agencies have translated before; read again when one of their files has changed."""
        states = {name: state for name, state in snapshot.files.items() if name.startswith(f"{FOLDER}/")}
        if self.files[0] != states:
            others = read_memory_files(project.root, self.source, self.locale)
            self.files = states, Memory.of((), others)
        return self.files[1]

    def _read(self, project: Project, page: str) -> Memory:
        try:
            source, own = (
                path_of(project.root, page, code).read_bytes().decode("utf-8-sig", errors="replace")
                for code in (self.source, self.locale)
            )
        except OSError:
            return _NOTHING  # it is gone again
        record = read_tracking(own, path="", locale=self.locale, locales=project.codes).record
        if record and record.status is Status.DRAFT:
            return _NOTHING
        return Memory.of([(name_of(page, self.locale), Reading.of(source).blocks, Reading.of(own).blocks)])
