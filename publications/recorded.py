"""Recorded: what a command said of a project, to be said again while nothing has changed.

Nothing is imported here that is not needed to tell that nothing has changed.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from publications.snapshot import Snapshot, files_below
from publications.store import Store, digest

_KIND = "recorded"


@dataclass(frozen=True)
class Recorded:
    """What a command (`name`) has said. folder: where its results lie, which must be as it left them; None for none."""

    snapshot: Snapshot
    name: str
    folder: Path | None = None

    def read(self) -> Any:  # noqa: ANN401 (what JSON gives)
        """What was said, as JSON gives it; None when something has changed since."""
        kept = Store(self.snapshot.root).get(_KIND, self._key)
        if kept is None:
            return None
        inputs, outputs, told = cast("tuple[str, str, object]", json.loads(kept))
        return told if (inputs, outputs) == (self.snapshot.signature, self._outputs()) else None

    def read_or(self, told: Callable[[], object]) -> Any:  # noqa: ANN401 (what JSON gives)
        """What was said; where something has changed since, what `told` says now, which is remembered."""
        known = self.read()
        if known is None:
            known = told()
            self.write(known)
        return known

    def write(self, told: object) -> None:
        """Remember it, unless a file was written while we looked."""
        if self.snapshot.is_settled:
            values = json.dumps([self.snapshot.signature, self._outputs(), told], ensure_ascii=False)
            Store(self.snapshot.root).put(_KIND, {self._key: values.encode("utf-8", errors="surrogatepass")})

    @property
    def _key(self) -> str:
        return f"{self.name} {self.folder or ''}"

    def _outputs(self) -> str:
        if self.folder is None:
            return ""
        found = ((path, stat.st_size, stat.st_mtime_ns) for path, stat in files_below(str(self.folder)))
        return digest(repr(sorted(found)))
