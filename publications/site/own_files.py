"""Own files: pictures and documents in the languages' own folders, and which of them a reader is shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from publications.project import Project


@dataclass(frozen=True)
class OwnFiles:
    """locales: path below a language's folder → the languages that have it; shared: the files outside of these folders."""

    project: Project
    locales: Mapping[str, tuple[str, ...]]
    shared: tuple[str, ...]

    @classmethod
    def of(cls, project: Project, files: Iterable[str]) -> OwnFiles:
        """files: all below docs/ ("sv/map.svg")."""
        locales: dict[str, tuple[str, ...]] = {}
        shared = []
        for name in files:
            folder, _, below = name.partition("/")
            if folder in project.codes and not name.endswith(".md"):
                locales[below] = (*locales.get(below, ()), folder)
            elif not name.endswith(".md"):
                shared.append(name)
        return cls(project, MappingProxyType(locales), tuple(shared))

    def shown(self, below: str, locale: str) -> str:
        """Where the file is published that a reader is shown: of their own language, else of its fallback chain."""
        having = self.locales.get(below, ())
        chain = (locale, *self.project.locale(locale).fallback)
        code = next((code for code in chain if code in having), next(iter(having), locale))
        return f"{code}/{below}"

    def published(self) -> Iterator[str]:
        """Every file that is published as it is, below docs/ and below the site's root alike."""
        yield from self.shared
        yield from (f"{code}/{below}" for below, codes in self.locales.items() for code in codes)
