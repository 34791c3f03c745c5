"""The gates as mkdocs.yml has them, and what is wrong with how they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import cast

from publications.faults import Fault, Level, did_you_mean
from publications.project import CONFIG, Project

_KEYS = ("level", "pages", "outdated_days", "coverage")
_LEVELS = (Level.WARNING, Level.ERROR)
_RULE = "gate"


@dataclass(frozen=True, slots=True)
class Gates:
    """level: of a broken gate; pages: pattern → locales; days, coverage: locale → most days, least per cent."""

    level: Level = Level.WARNING
    pages: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    days: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    coverage: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    faults: tuple[Fault, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nothing is asked."""
        return not (self.pages or self.days or self.coverage)


def read_gates(project: Project) -> Gates:
    """The gates of a project; a fault of theirs is an error in mkdocs.yml, and what it is about is left out."""
    values = project.extra.get("gates")
    reader = _Reader(project.codes, [])
    if values is None:
        return Gates()
    if not isinstance(values, dict):
        reader.fault(f"'gates: {values}' says nothing. Write below it: pages, outdated_days, coverage.")
        return Gates(faults=tuple(reader.faults))
    return reader.read(cast("dict[str, object]", values))


@dataclass(frozen=True, slots=True)
class _Reader:
    codes: tuple[str, ...]
    faults: list[Fault]

    def read(self, values: Mapping[str, object]) -> Gates:
        for key in values:
            if key not in _KEYS:
                self.fault(f"gates have no '{key}'. {did_you_mean(str(key), _KEYS)}")
        level = str(values.get("level", Level.WARNING))
        if level not in _LEVELS:
            self.fault(f"'level: {level}': a broken gate is a warning or an error.")
            level = Level.WARNING
        return Gates(
            level=Level(level),
            pages=dict(self._pages(values.get("pages"))),
            days=dict(self._numbers("outdated_days", values.get("outdated_days"), "30")),
            coverage=dict(self._numbers("coverage", values.get("coverage"), "80")),
            faults=tuple(self.faults),
        )

    def fault(self, message: str) -> None:
        self.faults.append(Fault(CONFIG, 0, f"extra: gates: {message}", Level.ERROR, _RULE))

    def _pages(self, pages: object) -> Iterator[tuple[str, tuple[str, ...]]]:
        if pages is None:
            return
        if not isinstance(pages, dict):
            self.fault(f"'pages: {pages}' names no languages. Write below it, for each page: index.md: all")
            return
        for pattern, typed in pages.items():
            wanted = self.codes if typed == "all" else typed if isinstance(typed, list) else [typed]
            yield str(pattern), tuple(str(code) for code in wanted if self._is_locale(code))

    def _numbers(self, key: str, typed: object, example: str) -> Iterator[tuple[str, float]]:
        """A number for all languages, or one for each that is named."""
        if typed is None:
            return
        for code, value in (typed if isinstance(typed, dict) else dict.fromkeys(self.codes, typed)).items():
            number = _number(value)
            if number is None:
                self.fault(f"'{key}: {value}' is no number. Write {key}: {example}")
                return
            if self._is_locale(code):
                yield str(code), number

    def _is_locale(self, code: object) -> bool:
        if code in self.codes:
            return True
        self.fault(f"there is no language '{code}'. {did_you_mean(str(code), self.codes)}")
        return False


def _number(value: object) -> float | None:
    """A number as typed, with or without a per cent sign; None for what is none, and for what is below 0."""
    if isinstance(value, bool):
        return None
    try:
        number = float(str(value).strip().removesuffix("%").strip().replace(",", "."))
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None
