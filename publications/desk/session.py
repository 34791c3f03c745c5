"""The session: a project as the desk knows it between two requests, read anew when its files have changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition, Lock, Thread

from publications.desk.advice import memory_of
from publications.facts.expansion import words_of_fact
from publications.project import Project, load_project
from publications.snapshot import take_snapshot
from publications.surroundings import Surroundings
from publications.translation.memory import Memory

_EMPTY = Memory({}, {})
_MOST_STEPS = 50


@dataclass(frozen=True, slots=True)
class Step:
    """A write that can be taken back: the whole file before and after it."""

    page: str
    locale: str
    previous: str
    now: str


@dataclass
class Session:
    """One project at one desk. generation: how often its files have changed; steps: the writes of this session."""

    root: Path
    token: str
    changes: Condition = field(default_factory=Condition)
    generation: int = 0
    steps: list[Step] = field(default_factory=list)
    _around: Surroundings | None = None
    _memories: dict[tuple[str, str], tuple[str, Memory]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def note_change(self) -> None:
        """Some file of the project is not as it was: tell every browser that listens."""
        with self._lock:
            self._around = None
        with self.changes:
            self.generation += 1
            self.changes.notify_all()

    def wait_for_change(self, generation: int, seconds: float) -> bool:
        """Whether something has changed since that generation, waiting for it so long."""
        with self.changes:
            return self.changes.wait_for(lambda: self.generation > generation, seconds)

    @property
    def around(self) -> Surroundings:
        """The project with its facts, terms and stored sources."""
        with self._lock:
            if self._around is None:
                project = load_project(self.root)
                self._around = Surroundings(project, take_snapshot(self.root))
            return self._around

    @property
    def project(self) -> Project:
        return self.around.project

    def fact(self, typed: str, locale: str) -> str | None:
        """A fact as it is written in a language: "{{ training-week | short }}"."""
        name, _, form = typed.strip("{} ").replace("\\|", "|").partition("|")
        return words_of_fact(self.around.facts, locale, name.strip(), " ".join(form.split()).casefold())

    def memory(self, source_locale: str, locale: str) -> Memory:
        """What was translated before. The first time, and when pages have changed, it is gathered behind the scenes."""
        pair, snapshot = (source_locale, locale), self.around.snapshot
        state = snapshot.digest_of(f"docs/{source_locale}/", f"docs/{locale}/")
        with self._lock:
            known, memory = self._memories.get(pair, ("", _EMPTY))
            if known != state:
                self._memories[pair] = (state, memory)
                Thread(target=self._gather, args=(pair, state), daemon=True).start()
        return memory

    def _gather(self, pair: tuple[str, str], state: str) -> None:
        memory = memory_of(self.project, *pair)
        with self._lock:
            self._memories[pair] = (state, memory)

    def remember(self, step: Step) -> None:
        """A step that was taken, the last ones only."""
        self.steps[:] = [*self.steps, step][-_MOST_STEPS:]

    def last_step(self, page: str, locale: str) -> Step | None:
        """The last step that was taken in a page, which is forgotten with this."""
        found = next(
            (step for step in reversed(self.steps) if (step.page, step.locale) == (page, locale)), None
        )
        if found:
            self.steps.remove(found)
        return found


def names_of_languages(project: Project) -> Mapping[str, str]:
    """Each language as it calls itself."""
    return {locale.code: locale.name for locale in project.locales}
