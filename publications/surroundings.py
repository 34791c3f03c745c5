"""Surroundings: what the findings of a page depend on beside its own texts, question by question.

Whoever works a page out asks here, and what was asked is kept with the findings: they hold as long as every
question would be answered as it was. So one fact that is edited touches only the pages that name it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from publications.facts.library import Facts, read_facts
from publications.facts.topic import Topic, read_topics
from publications.project import Project
from publications.snapshot import Snapshot, engine_digest, history_mark
from publications.status.at_hand import STORE, Answers, read_meanings, sources_of
from publications.store import Store, digest
from publications.translation.glossary import Term, read_glossary
from publications.translation.same_meaning import SameMeanings

_T = TypeVar("_T")


@dataclass(frozen=True)
class Surroundings:
    """A project around one of its pages, as it lies on disk now."""

    project: Project
    snapshot: Snapshot

    @cached_property
    def facts(self) -> Facts:
        return read_facts(self.project.root)

    @cached_property
    def glossary(self) -> tuple[Term, ...]:
        return read_glossary(self.project.root)

    @cached_property
    def meanings(self) -> SameMeanings:
        return read_meanings(self.project.root)

    @cached_property
    def base(self) -> str:
        """What every page depends on: the program, the settings, the kinds, the glossary."""
        settings = self.snapshot.digest_of("mkdocs.yml", "data/glossary.yml", "data/kinds.yml")
        return digest(engine_digest(), settings, self.snapshot.environment)

    def answer(self, question: str) -> str:
        """A fingerprint of the answer as it is now."""
        kind, _, about = question.partition(" ")
        return self._answers[kind](self, about)

    def still_answers(self, asked: Mapping[str, str]) -> bool:
        """Whether all these questions have the answers that they had."""
        return all(self.answer(question) == answer for question, answer in asked.items())

    def _fact(self, name: str) -> str:
        fact = self.facts.facts.get(name)
        return digest(repr(replace(fact, line=0, note=""))) if fact else ""

    def _names(self, _: str) -> str:
        return digest(*self.facts.facts)

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        return read_topics(self.project.root)

    def _topics(self, _: str) -> str:
        return digest(*self.topics)

    def _source(self, name: str) -> str:
        source = self.facts.sources.get(name)
        return digest(repr(source)) if source else ""

    def _stored(self, version: str) -> str:
        return self.snapshot.digests.get(f"{STORE}/{version}.md", "")

    def _titled(self, title: str) -> str:
        return digest(*self.versions.get(title, ()))

    @cached_property
    def versions(self) -> Mapping[str, tuple[str, ...]]:
        """Title of a page → the versions in the store of sources that have it; so a page's older texts are found."""
        key, store = self.snapshot.digest_of(f"{STORE}/"), Store(self.project.root)
        if kept := store.get("titles", key):
            return {title: tuple(codes) for title, codes in json.loads(kept).items()}
        found = sources_of(self.project.root).titled()
        store.put("titles", {key: json.dumps(found).encode()})
        store.prune("titles", [key])
        return found

    def _same(self, versions: str) -> str:
        old, _, new = versions.partition(" ")
        return str(self.meanings.is_same(old, new))

    def _history(self, _: str) -> str:
        return history_mark(self.project.root)

    def _file(self, path: str) -> str:
        return self.snapshot.digests.get(path, "")

    def _all(self, _: str) -> str:
        """Whatever a poster may be made of."""
        return self.snapshot.digest_of("data/", "docs/assets/", "i18n/locale/", "theme/")

    _answers = {  # noqa: RUF012 (functions by the first word of a question)
        "fact": _fact,
        "facts": _names,
        "source": _source,
        "topics": _topics,
        "stored": _stored,
        "titled": _titled,
        "same": _same,
        "history": _history,
        "file": _file,
        "all": _all,
    }


@dataclass(frozen=True)
class Inquiry:
    """The surroundings as one page sees them. asked: each question with a fingerprint of its answer."""

    around: Surroundings
    page: str
    asked: dict[str, str] = field(default_factory=dict)

    @property
    def project(self) -> Project:
        return self.around.project

    def ask(self, question: str) -> None:
        """Remember that the answer mattered."""
        if question not in self.asked:
            self.asked[question] = self.around.answer(question)

    @cached_property
    def facts(self) -> Facts:
        """The facts and their sources; which of them are looked up is remembered."""
        facts = self.around.facts
        return Facts(
            _Watched(facts.facts, self, "fact"),
            _Watched(facts.sources, self, "source"),
            facts.units,
            facts.faults,
        )

    @property
    def topics(self) -> Mapping[str, Topic]:
        self.ask("topics")
        return self.around.topics

    def source_text(self, version: str, locale: str) -> str | None:
        """The text of a version, from the store of sources or else from the history of git; None when it is lost."""
        self.ask(f"stored {version}")
        if not self.around.answer(f"stored {version}"):
            self.ask("history")
        return self._answers.source_text(version, locale)

    def titled(self, title: str) -> tuple[str, ...]:
        """The versions in the store of sources that have a title."""
        self.ask(f"titled {title}")
        return self.around.versions.get(title, ())

    def same_meaning(self, old: str, new: str) -> bool:
        """Whether an editor has said that a later version means the same as an earlier one."""
        self.ask(f"same {old} {new}")
        return self._answers.same_meaning(old, new)

    @property
    def _answers(self) -> Answers:
        return Answers(self.project.root, self.page, self.around.meanings)


class _Watched(Mapping[str, _T]):
    """A mapping that remembers what was looked up in it; to go through all of it asks for all names."""

    def __init__(self, values: Mapping[str, _T], inquiry: Inquiry, kind: str) -> None:
        self.values_, self.inquiry, self.kind = values, inquiry, kind

    def __getitem__(self, name: str) -> _T:
        self.inquiry.ask(f"{self.kind} {name}")
        return self.values_[name]

    def __iter__(self) -> Iterator[str]:
        self.inquiry.ask("facts")
        return iter(self.values_)

    def __len__(self) -> int:
        return len(self.values_)
