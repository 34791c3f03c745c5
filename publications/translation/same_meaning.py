"""Edits that changed no meaning, as their editors said: `i18n/same-meaning.txt`, a line for each.

    df1b-a044 → 90c2-11fe newsletters/2021-05.md 2026-11-21 Eva Lind: comma

It names two texts, so it ends by itself: the next edit gives a third version, of which nothing was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from publications.faults import Fault
from publications.translation.version import read_version

_LINE = re.compile(r"(?P<old>\S+)\s+(?:(?:→|->)\s+)?(?P<new>\S+)(?:\s+(?P<rest>.*))?")


@dataclass(frozen=True, slots=True)
class SameMeanings:
    """later: version → the versions that mean the same and came after it."""

    later: dict[str, frozenset[str]] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def is_same(self, old: str, new: str) -> bool:
        """Whether a chain of such edits leads from one version to the other."""
        reached, waiting = {old}, [old]
        while waiting:
            for version in self.later.get(waiting.pop(), frozenset()) - reached:
                reached.add(version)
                waiting.append(version)
        return new in reached

    def renamed(self, codes: Mapping[str, str]) -> Sequence[tuple[str, str]]:
        """The edits of texts that have other versions now, between these. codes: old version → new one."""
        changed = {old: new for old, new in codes.items() if old != new}
        pairs = ((old, new) for old, after in self.later.items() for new in after)
        return [
            (changed.get(old, old), changed.get(new, new))
            for old, new in sorted(pairs)
            if old in changed or new in changed
        ]


def read_same_meanings(text: str, *, path: str) -> SameMeanings:
    """Read the file's text; path: for faults. Empty lines and lines that begin with `#` say nothing."""
    later: dict[str, set[str]] = {}
    faults = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        old, new = (read_version(found["old"]), read_version(found["new"])) if found else (None, None)
        if old and new:
            later.setdefault(old, set()).add(new)
        else:
            message = f"'{line.strip()}' does not begin with two versions, such as 'df1b-a044 → 90c2-11fe'."
            faults.append(Fault(path, number, message, rule="same-meaning"))
    return SameMeanings({old: frozenset(new) for old, new in later.items()}, tuple(faults))


def same_meaning_line(old: str, new: str, words: Iterable[str]) -> str:
    """The line to add. words: page, date, who and why, in this order."""
    return " ".join((old, "→", new, *(" ".join(word.split()) for word in words))) + "\n"


def with_lines(text: str, lines: Iterable[str]) -> str:
    """The file's text with these lines at its end, which end as its own do."""
    end = "\r\n" if "\r\n" in text else "\n"
    gap = end if text and not text.endswith("\n") else ""
    return text + gap + "".join(lines).replace("\n", end)
