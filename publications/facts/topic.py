"""Topics: what publications are about, with their names in each language, in data/topics.yml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from publications.facts.data_file import read_data_file
from publications.facts.record import Record, records, shape_faults
from publications.faults import Fault, Level
from publications.project import Project

PATH = "data/topics.yml"


@dataclass(frozen=True, slots=True)
class Topic:
    """names: by locale."""

    id: str
    line: int
    names: Mapping[str, str]

    def name(self, locale: str) -> str:
        """What it is called in a locale; where nobody has said it, its id in words."""
        return self.names.get(locale) or self.id.replace("-", " ")


def read_topics(root: Path) -> Mapping[str, Topic]:
    """The topics by id, in the order of the file; a project without the file has none."""
    return MappingProxyType({record.id: _topic(record) for record in records(read_data_file(root, PATH))})


def topic_faults(project: Project) -> Iterator[Fault]:
    """What is wrong with the file, and names that a language of the site lacks."""
    data = read_data_file(project.root, PATH)
    yield from data.faults
    for record in records(data):
        yield from shape_faults(record, frozenset(), frozenset(record.fields))
        for code in project.codes:
            if not record.text(code):
                message = f"it has no name in '{code}'. Add it below: {code}: …"
                yield record.fault(code, message, Level.INFO)


def _topic(record: Record) -> Topic:
    return Topic(record.id, record.line, {code: node.text.strip() for code, node in record.fields.items()})
