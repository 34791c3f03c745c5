"""Sources: where facts were published, each named once in data/sources.yml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from publications.facts.data_file import read_data_file
from publications.facts.record import Record, records, shape_faults
from publications.faults import Fault
from publications.language.dates import PartialDate, parse_date

PATH = "data/sources.yml"
REQUIRED = frozenset({"publisher", "title"})
OPTIONAL = frozenset({"language", "published", "url", "note"})


@dataclass(frozen=True, slots=True)
class Source:
    """A publication. language: the title's, a BCP 47 tag; published: when, None if nobody knows."""

    id: str
    publisher: str
    title: str
    language: str = "en"
    published: PartialDate | None = None
    url: str = ""
    note: str = ""


def read_sources(root: Path) -> tuple[Mapping[str, Source], tuple[Fault, ...]]:
    """The sources by id, and what is wrong with the file."""
    data = read_data_file(root, PATH)
    found = tuple(records(data))
    faults = (*data.faults, *(fault for record in found for fault in _faults(record)))
    return MappingProxyType({record.id: _source(record) for record in found}), faults


def _source(record: Record) -> Source:
    return Source(
        id=record.id,
        publisher=record.text("publisher"),
        title=record.text("title"),
        language=record.text("language") or "en",
        published=parse_date(record.text("published")),
        url=record.text("url"),
        note=record.text("note"),
    )


def _faults(record: Record) -> Iterator[Fault]:
    yield from shape_faults(record, REQUIRED, OPTIONAL)
    published, url = record.text("published"), record.text("url")
    if published and not parse_date(published):
        yield record.fault("published", f"'{published}' is no date. Write it as 2020-06-25, 2020-06 or 2020.")
    if url and not url.startswith(("https://", "http://")):
        yield record.fault("url", f"'{url}' is no web address. Begin it with https://")
