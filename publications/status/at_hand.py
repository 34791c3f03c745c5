"""What statuses depend on beside the pages: the stored sources, git's history, and edits that changed no meaning."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from publications.status.page_files import name_of
from publications.translation.history import find_in_history
from publications.translation.same_meaning import SameMeanings, read_same_meanings
from publications.translation.sources import Sources

SAME_MEANING = "i18n/same-meaning.txt"
STORE = "i18n/sources"


def sources_of(root: Path) -> Sources:
    """The project's store of source texts."""
    return Sources(root / STORE)


def read_meanings(root: Path) -> SameMeanings:
    """The edits of which somebody said that they change no meaning."""
    path = root / SAME_MEANING
    text = path.read_bytes().decode("utf-8-sig", errors="replace") if path.is_file() else ""
    return read_same_meanings(text, path=SAME_MEANING)


@dataclass(frozen=True, slots=True)
class Answers:
    """Answers what a comparison asks about one page."""

    root: Path
    page: str
    meanings: SameMeanings

    def source_text(self, version: str, locale: str) -> str | None:
        """The text of a version, from the store or else from the history of git; None when it is lost."""
        text = sources_of(self.root).text(version)
        if text is None:
            text = find_in_history(version, repository=self.root, path=name_of(self.page, locale))
        return text

    def same_meaning(self, old: str, new: str) -> bool:
        return self.meanings.is_same(old, new)
