"""The session: a project as the desk knows it between two requests, read anew when its files have changed."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread

from publications.desk.glance import glance
from publications.facts.expansion import words_of_fact
from publications.project import Project, load_project
from publications.snapshot import FileState
from publications.status.remembering import PairMemory
from publications.surroundings import Surroundings
from publications.translation.memory import Memory

_MOST_STEPS = 50


@dataclass(frozen=True, slots=True)
class Step:
    """A write that can be taken back: the whole file before and after it."""

    page: str
    locale: str
    previous: str
    now: str


@dataclass
class _Known:
    """A memory as it was gathered last, None before that. around: the project as it was then."""

    pages: PairMemory
    memory: Memory | None = None
    around: Surroundings | None = None
    is_gathering: bool = False


@dataclass
class Session:
    """One project at one desk. generation: how often its files have changed; steps: the writes of this session.

    What has changed is read behind the scenes, and told when it is known; until then, things are as they were.
    """

    root: Path
    token: str
    generation: int = 0
    steps: list[Step] = field(default_factory=list)
    _around: Surroundings | None = None
    _is_behind: bool = False
    _is_reading: bool = False
    _digests: dict[str, tuple[FileState, str]] = field(default_factory=dict)
    _memories: dict[tuple[str, str], _Known] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def note_change(self) -> None:
        """Some file of the project is not as it was: read it again, and tell every browser that listens."""
        with self._lock:
            self._is_behind = True
            if self._is_reading:
                return
            self._is_reading = True
        Thread(target=self._catch_up, daemon=True).start()

    def _catch_up(self) -> None:
        is_behind = True
        while is_behind:
            self._is_behind, around = False, None
            with suppress(Exception):  # what is wrong is told to whoever asks next
                around = self._read()
            with self._lock:
                self._around = around
                self._is_reading = is_behind = self._is_behind
                self.generation += 1

    def _read(self) -> Surroundings:
        """The project, with what every check asks for."""
        around = Surroundings(load_project(self.root), glance(self.root, self._digests))
        around.facts, around.glossary, around.versions  # noqa: B018 (read before somebody waits for it)
        return around

    @property
    def around(self) -> Surroundings:
        """The project with its facts, terms and stored sources; what is wrong with its settings is a PublicationError."""
        with self._lock:
            if self._around is None:
                self._around = self._read()
            return self._around

    @property
    def project(self) -> Project:
        return self.around.project

    def fact(self, typed: str, locale: str) -> str | None:
        """A fact as it is written in a language: "{{ training-week | short }}"."""
        name, _, form = typed.strip("{} ").replace("\\|", "|").partition("|")
        return words_of_fact(self.around.facts, locale, name.strip(), " ".join(form.split()).casefold())

    def memory(self, source_locale: str, locale: str) -> Memory | None:
        """What was translated before. It is gathered behind the scenes, again when pages have changed; None for the first time."""
        around = self.around
        with self._lock:
            pair = source_locale, locale
            known = self._memories.setdefault(pair, _Known(PairMemory(source_locale, locale)))
            if known.around is not around and not known.is_gathering:
                known.is_gathering = True
                Thread(target=self._gather, args=(known, around), daemon=True).start()
            return known.memory

    def _gather(self, known: _Known, around: Surroundings) -> None:
        try:
            memory = known.pages.gathered(around.project, around.snapshot)
            with self._lock:
                known.memory, known.around = memory, around
        finally:
            known.is_gathering = False

    def remember(self, step: Step) -> None:
        """A step that was taken, the last ones only."""
        with self._lock:
            self.steps[:] = [*self.steps, step][-_MOST_STEPS:]

    def last_step(self, page: str, locale: str) -> Step | None:
        """The last step that was taken in a page, which is forgotten with this."""
        with self._lock:
            taken = [at for at, step in enumerate(self.steps) if (step.page, step.locale) == (page, locale)]
            return self.steps.pop(taken[-1]) if taken else None


def names_of_languages(project: Project) -> Mapping[str, str]:
    """Each language as it calls itself."""
    return {locale.code: locale.name for locale in project.locales}
