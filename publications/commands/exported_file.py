"""What `pubs export` writes: a parcel, the memory or the glossary in a file, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from publications.agencies.parcel import Parcel
from publications.agencies.unit import Progress
from publications.commands.arguments import number
from publications.writing import write_bytes, write_new_bytes

_SAID = {"new": Progress.NEW, "to read again": Progress.CHANGED, "done": Progress.DONE}


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """parcel: None for a memory or a glossary. count, noun: what is in it then."""

    path: Path
    data: bytes
    parcel: Parcel | None = None
    count: int = 0
    noun: str = ""

    def write(self, *, force: bool) -> None:
        """One that is there already is written over only by force."""
        if self.path.exists() and not force:
            message = (
                f"{self.path} is there already, and was left as it is. Say another --output, or --force."
            )
            raise click.UsageError(message)
        (write_bytes if force else write_new_bytes)(self.path, self.data)

    def told(self, verb: str) -> Iterator[str]:
        """The lines that are said of it. verb: "Wrote"."""
        if self.parcel is None:
            yield f"{verb} {self.path}: {number(self.count, self.noun)}"
            return
        yield f"{verb} {self.path}: {number(len(self.parcel.sheets), 'page')}"
        for said, progress in _SAID.items():
            units = number(self.parcel.units(progress), "segment")
            yield f"  {said:<13} {units:>15}  {number(self.parcel.words(progress), 'word'):>13}"

    @property
    def next_step(self) -> str:
        if self.parcel is None:
            return f"give {self.path.name} to whoever translates"
        return f"send it; when it comes back: pubs import {self.path.name}"

    @property
    def as_json(self) -> dict[str, object]:
        if self.parcel is None:
            return {"file": str(self.path), "count": self.count}
        return {
            "file": str(self.path),
            "source": self.parcel.source_locale,
            "locale": self.parcel.locale,
            "pages": [sheet.page for sheet in self.parcel.sheets],
            "segments": {str(progress): self.parcel.units(progress) for progress in Progress},
            "words": {str(progress): self.parcel.words(progress) for progress in Progress},
        }
