"""Records: the entries of a data file, each with an id, whose keys are known and complete."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from publications.facts.data_file import DataFile, Node
from publications.faults import Fault, Level, did_you_mean

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Record:
    """One entry. line: of its id, counted from 1; fields: what stands below it."""

    path: str
    id: str
    line: int
    fields: Mapping[str, Node] = field(repr=False)

    def text(self, key: str) -> str:
        """A field as typed, "" when it is not there."""
        return self.fields[key].text.strip() if key in self.fields else ""

    def fault(self, key: str, message: str, level: Level = Level.ERROR) -> Fault:
        """A fault in one field; in the record itself when it has no such field."""
        line = self.fields[key].line if key in self.fields else self.line
        return Fault(self.path, line, f"{self.id}: {message}", level, "data-file")


def records(data: DataFile) -> Iterator[Record]:
    """The entries of a file, in its order."""
    for name, node in data.entries.items():
        yield Record(data.path, name, node.line, node.entries)


def shape_faults(record: Record, required: frozenset[str], optional: frozenset[str]) -> Iterator[Fault]:
    """An id that cannot be typed in a page, keys that nobody reads, and keys that are missing or empty."""
    known = required | optional
    if not ID.fullmatch(record.id):
        message = "cannot be an id: small letters a–z, digits and hyphens only, such as training-week."
        yield record.fault("", message)
    for key, node in record.fields.items():
        if key not in known:
            yield record.fault(key, f"'{key}' means nothing here. {did_you_mean(key, known)}")
        elif node.is_text and not node.text.strip():
            yield record.fault(key, f"'{key}' is empty. Fill it in or delete the line.")
    missing = ", ".join(f"'{key}'" for key in sorted(required - record.fields.keys()))
    if missing:
        yield record.fault("", f"{missing} is missing. Add it below.")
