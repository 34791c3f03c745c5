"""Redirects: pages that were moved or taken away, and where their readers go now; `i18n/redirects.txt`, a line for each.

infographics/cities.md → infographics/city-strategies.md
infographics/drafts.md → infographics/index.md (removed)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from publications.faults import Fault, Level
from publications.pages import Publications

PATH = "i18n/redirects.txt"
_RULE, _ARROW, _REMOVED = "redirect", "→", " (removed)"


@dataclass(frozen=True, slots=True)
class Redirects:
    """to: page → the page that took its place, as the file has it. lines: page → line of the file, from 1.

    removed: the pages that were taken away; the others have another name now.
    """

    to: Mapping[str, str]
    lines: Mapping[str, int]
    removed: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()

    def shown(self, publications: Publications) -> Iterator[tuple[str, str]]:
        """Pages that are no more, each with the page that its readers are led to; chains are followed to their end."""
        for old in self.to:
            new = self._end(old)
            if not publications.published(old) and publications.published(new):
                yield old, new

    def first_name(self, page: str) -> str:
        """What a page was called at first."""
        return next((old for old in self.to if old not in self.removed and self._end(old) == page), page)

    def renamed(self) -> Iterator[tuple[str, str]]:
        """Pages that have another name since, each with it, in the order in which they got it."""
        yield from ((old, new) for old, new in self.to.items() if old not in self.removed)

    def _end(self, page: str) -> str:
        seen: set[str] = set()
        while page in self.to and page not in seen:
            seen.add(page)
            page = self.to[page]
        return page


def read_redirects(root: Path) -> Redirects:
    """The redirects of a project; none where there is no file. Lines that say nothing are faults."""
    try:
        text = (root / PATH).read_text(encoding="utf-8-sig", errors="replace")
    except FileNotFoundError:
        return Redirects({}, {})
    to: dict[str, str] = {}
    lines: dict[str, int] = {}
    faults, removed = [], set()
    for number, line in enumerate(text.splitlines(), start=1):
        old, arrow, new = (part.strip() for part in line.replace("->", _ARROW).partition(_ARROW))
        if new.endswith(_REMOVED):
            new = new.removesuffix(_REMOVED)
            removed.add(old)
        if arrow and old.endswith(".md") and new.endswith(".md"):
            to[old], lines[old] = new, number
        elif line.strip() and not line.startswith("#"):
            message = f"'{line.strip()}' leads nowhere. Write it as: old/page.md {_ARROW} new/page.md"
            faults.append(Fault(PATH, number, message, Level.WARNING, _RULE))
    return Redirects(to, lines, frozenset(removed), tuple(faults))


def with_redirect(root: Path, old: str, new: str, *, is_removed: bool = False) -> str:
    """The file's text with one more line at its end; one that it leads back from is taken out."""
    path = root / PATH
    text = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    kept = [
        line for line in text.splitlines() if line.replace("->", _ARROW).partition(_ARROW)[0].strip() != new
    ]
    line = f"{old} {_ARROW} {new}{_REMOVED if is_removed else ''}"
    return "\n".join([*kept, *([] if line in kept else [line])]) + "\n"
