"""What statuses depend on beside the pages: the stored sources, git's history, and edits that changed no meaning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from publications.status.known import Found, Known
from publications.status.page_files import name_of
from publications.translation.history import find_in_history
from publications.translation.same_meaning import SameMeanings, read_same_meanings
from publications.translation.sources import Sources

SAME_MEANING = "i18n/same-meaning.txt"


def sources_of(root: Path) -> Sources:
    """The project's store of source texts."""
    return Sources(root / "i18n" / "sources")


def read_meanings(root: Path) -> SameMeanings:
    """The edits of which somebody said that they change no meaning."""
    path = root / SAME_MEANING
    text = path.read_bytes().decode("utf-8-sig", errors="replace") if path.is_file() else ""
    return read_same_meanings(text, path=SAME_MEANING)


@dataclass(slots=True)
class Answers:
    """Answers what a comparison asks about one page, and keeps what was asked."""

    root: Path
    page: str
    all_meanings: SameMeanings
    sources: dict[str, Found] = field(default_factory=dict)
    meanings: list[tuple[str, str, bool]] = field(default_factory=list)

    def source_text(self, version: str, locale: str) -> str | None:
        """The text of a version, from the store or else from the history of git; None when it is lost."""
        text, found = sources_of(self.root).text(version), Found.STORED
        if text is None:
            text = find_in_history(version, repository=self.root, path=name_of(self.page, locale))
            found = Found.LOST if text is None else Found.IN_HISTORY
        self.sources[version] = found
        return text

    def same_meaning(self, old: str, new: str) -> bool:
        is_same = self.all_meanings.is_same(old, new)
        self.meanings.append((old, new, is_same))
        return is_same


@dataclass(frozen=True)
class AtHand:
    """All of that as it is now. history: differs whenever git may know more or less than before."""

    stored: frozenset[str]
    meanings: SameMeanings
    history: str

    @classmethod
    def of(cls, root: Path) -> AtHand:
        return cls(sources_of(root).codes(), read_meanings(root), "|".join(_marks(root / ".git")))

    def still_holds(self, known: Known, history: str) -> bool:
        """Whether every question would be answered as it was then. history: of that time."""
        for code, found in known.sources.items():
            if (found is Found.STORED) != (code in self.stored):
                return False
            if found is not Found.STORED and history != self.history:
                return False
        return all(self.meanings.is_same(old, new) is same for old, new, same in known.meanings)


def _marks(git: Path) -> Iterator[str]:
    """When commits were last made or fetched; a worktree's `.git` is a file, and gives none."""
    for name in ("logs/HEAD", "HEAD", "shallow", "FETCH_HEAD", "packed-refs"):
        try:
            stat = (git / name).stat()
            yield f"{stat.st_mtime_ns}:{stat.st_size}"
        except OSError:
            yield ""
