"""Faults: what is wrong, where, and what to do about it, in the words of an editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Any

_FEW = 8


class Level(StrEnum):
    """Who must act: someone before the build can go on, someone before publishing, nobody."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault at one place; faults sort by file, then line.

    path: below the project's root, with forward slashes on every system.
    line: counted from 1; 0 when the file as a whole is meant.
    message: what is wrong, the word as typed, and what to do.
    rule: the name of the check, by which it can be looked up ("broken-link").
    typed: the word that is wrong, "" when something is missing; better: what could stand there, the likeliest first.
    said: a text of desk.po that says it, with `{typed}` and `{better}` in it; "" where these two say it all.
    """

    path: str
    line: int
    message: str
    level: Level = Level.ERROR
    rule: str = ""
    typed: str = ""
    better: tuple[str, ...] = ()
    said: str = ""

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Fault:
        """What `asdict` made a mapping of, and JSON of that."""
        return cls(**{**values, "level": Level(values["level"]), "better": tuple(values.get("better", ()))})

    @property
    def place(self) -> str:
        """Where it stands, as editors and terminals take one to it: "docs/ro/project.md:12"."""
        return f"{self.path}:{self.line}" if self.line else self.path

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class PublicationError(Exception):
    """The work cannot go on; carries every fault found so far."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


def in_short(words: str, most: int = 60) -> str:
    """Words as a message quotes them: no more than so many characters, with an ellipsis for what is left out."""
    return words if len(words) <= most else f"{words[: most - 1]}…"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like the typed one, or None when nothing is near."""
    # Most commands are typed rightly, and start sooner without.
    fuzz, process = import_module("rapidfuzz.fuzz"), import_module("rapidfuzz.process")
    found = process.extractOne(word.lower(), list(known), scorer=fuzz.ratio, score_cutoff=60)
    return str(found[0]) if found else None


def likely(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """What could stand in place of a word: the nearest known one, else all of them where they are few."""
    names = sorted(known)
    close = nearest(word, names)
    if close:
        return (close,)
    return tuple(names) if len(names) <= _FEW else ()


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence to end a message with: the nearest known word, else the list of all of them."""
    names = sorted(known)
    close = nearest(word, names)
    if close:
        return f"Did you mean '{close}'?"
    return f"Known: {', '.join(names)}." if names else ""
