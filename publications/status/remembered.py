"""What was worked out before, kept in `.cache/` until a text changes; losing it costs time and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import publications
from publications.status.at_hand import AtHand
from publications.status.known import Known, digest
from publications.status.packing import packed, unpacked
from publications.writing import write_text

# Whose rules a status follows: a change of any of these modules makes what was known worthless.
_RULES = ("reading", "language", "translation", "status", "faults.py")


@dataclass(frozen=True)
class Remembered:
    """path: of the file; key: of the rules and locales it was made with; pages: as JSON has them."""

    path: Path
    key: str
    history: str
    pages: Mapping[str, Any]

    @classmethod
    def read(cls, root: Path, locales: Iterable[str]) -> Remembered:
        path, key = root / ".cache" / "status.json", f"{_rules()} {' '.join(locales)}"
        try:
            values = json.loads(path.read_bytes())
            if values["key"] == key:
                return cls(path, key, values["history"], values["pages"])
        except (OSError, ValueError, KeyError, TypeError):
            pass  # there is none, or an older one, or half of one
        return cls(path, key, "", {})

    def of(self, page: str, texts: Mapping[str, str], at_hand: AtHand) -> Known | None:
        """What is known of a page, if it still holds. texts: digests of the files as they are now."""
        values = self.pages.get(page)
        if not isinstance(values, dict) or values.get("texts") != texts:
            return None
        try:
            known = unpacked(values)
        except (KeyError, TypeError, ValueError, AttributeError):
            return None
        return known if at_hand.still_holds(known, self.history) else None

    def write(self, pages: Mapping[str, Known], at_hand: AtHand) -> None:
        """Keep what is known now. A folder that cannot be written to is no reason to stop."""
        values = {"key": self.key, "history": at_hand.history, "pages": cast("Any", packed(pages))}
        with suppress(OSError):
            write_text(self.path, json.dumps(values, ensure_ascii=False, separators=(",", ":")))


def _rules() -> str:
    """The state of the modules that work statuses out, by size and time of each file."""
    room = Path(publications.__file__).parent
    files = [file for name in _RULES for file in (sorted((room / name).glob("*.py")) or [room / name])]
    stats = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return digest(repr(stats).encode())
