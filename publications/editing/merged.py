"""Merged: what three texts of one page have become, with what is left to be decided."""

from __future__ import annotations

from dataclasses import dataclass

OURS, BETWEEN, THEIRS = "<<<<<<<", "=======", ">>>>>>>"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Lines that both sides have changed, or one has changed and the other taken out. line: of the merged text."""

    base: str
    ours: str
    theirs: str
    line: int

    def marked(self, ours: str, theirs: str) -> list[str]:
        """The lines of both sides between the marks that git sets; empty ones at their ends stand below."""
        sides = [text.split("\n") if text else [] for text in (self.ours, self.theirs)]
        mine, other = map(_without_gap, sides)
        gap = max(len(sides[0]) - len(mine), len(sides[1]) - len(other))
        return [f"{OURS} {ours}", *mine, BETWEEN, *other, f"{THEIRS} {theirs}", *[""] * gap]


@dataclass(frozen=True, slots=True)
class Merged:
    """text: with our lines wherever there is a conflict."""

    text: str
    conflicts: tuple[Conflict, ...]

    def marked(self, ours: str = "ours", theirs: str = "theirs") -> str:
        """The text with both sides of each conflict between the marks that git sets."""
        lines = self.text.split("\n")
        for conflict in reversed(self.conflicts):
            first = conflict.line - 1
            end = first + (conflict.ours.count("\n") + 1 if conflict.ours else 0)
            lines[first:end] = conflict.marked(ours, theirs)
        return "\n".join(lines)


def _without_gap(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1]:
        end -= 1
    return lines[:end]
