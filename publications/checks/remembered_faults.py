"""Faults found before, kept in `.cache/` until a text changes; losing them costs time and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import publications
from publications.faults import Fault, Level
from publications.project import CONFIG, Project
from publications.reading.source_page import SourcePage
from publications.status.at_hand import sources_of
from publications.status.known import digest
from publications.writing import write_text


@dataclass(frozen=True)
class RememberedFaults:
    """key: of the rules, settings and data they were found with; stored: the versions whose text is kept.

    pages: page → what its texts were, and its faults, as JSON has them.
    """

    path: Path
    key: str
    stored: frozenset[str]
    pages: Mapping[str, Any]

    @classmethod
    def read(cls, project: Project) -> RememberedFaults:
        path, stored = project.root / ".cache" / "faults.json", sources_of(project.root).codes()
        key = digest(repr([*_marks(_rules()), *_contents(_settings(project.root))]).encode())
        try:
            values = json.loads(path.read_bytes())
            if values["key"] == key and isinstance(values["pages"], dict):
                return cls(path, key, stored, values["pages"])
        except (OSError, ValueError, KeyError, TypeError):
            pass  # there is none, or an older one, or half of one
        return cls(path, key, stored, {})

    def of(self, page: str, texts: Sequence[SourcePage]) -> tuple[Fault, ...] | None:
        """The faults of a page, if its texts are what they were; None when it has to be looked at."""
        try:
            values = self.pages[page]
            if values["texts"] == self._digest(texts):
                return tuple(Fault(**{**fault, "level": Level(fault["level"])}) for fault in values["faults"])
        except (KeyError, TypeError, ValueError):
            pass
        return None

    def write(self, pages: Mapping[str, Sequence[SourcePage]], faults: Mapping[str, Iterable[Fault]]) -> None:
        """Keep what is known now. A folder that cannot be written to is no reason to stop."""
        known = {
            page: {"texts": self._digest(texts), "faults": [asdict(fault) for fault in faults[page]]}
            for page, texts in pages.items()
        }
        with suppress(OSError):
            values = {"key": self.key, "pages": known}
            write_text(self.path, json.dumps(values, ensure_ascii=False, separators=(",", ":")))

    def _digest(self, texts: Sequence[SourcePage]) -> str:
        """Of all that the texts say, and whether the source that each follows is kept."""
        told = [(text.locale, text.faults, text.lines, self._follows(text) in self.stored) for text in texts]
        return digest(repr(told).encode("utf-8", errors="surrogatepass"))

    def _follows(self, text: SourcePage) -> str:
        record = text.values.get("translation")
        return str(record.get("version")) if isinstance(record, dict) else ""


def _rules() -> Iterator[Path]:
    """The modules that find faults: a change of any of them makes what was known worthless."""
    room = Path(publications.__file__).parent
    yield from sorted(path for path in room.rglob("*.*") if path.is_file() and path.suffix != ".pyc")


def _settings(root: Path) -> Iterator[Path]:
    yield root / CONFIG
    yield from sorted(path for path in (root / "data").rglob("*") if path.is_file())


def _marks(files: Iterable[Path]) -> Iterator[str]:
    """When each file was last written, and how long it is."""
    for file in files:
        stat = file.stat()
        yield f"{file} {stat.st_mtime_ns} {stat.st_size}"


def _contents(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        yield f"{file} {digest(file.read_bytes())}"
