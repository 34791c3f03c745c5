"""The library: all facts of a project, with the sources and units they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from publications.facts.data_file import read_data_file
from publications.facts.fact import Fact
from publications.facts.kinds import KINDS
from publications.facts.record import Record, records, shape_faults
from publications.facts.source import Source, read_sources
from publications.facts.unit import Unit, read_units
from publications.faults import Fault, did_you_mean
from publications.language.dates import parse_date

PATH = "data/facts.yml"
OPTIONAL = frozenset({"unit", "as-of", "source", "note"})


@dataclass(frozen=True)
class Facts:
    """Facts, sources and units by id. faults: what is wrong in their files; what could be read is here still."""

    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    units: Mapping[str, Unit]
    faults: tuple[Fault, ...] = field(default=(), repr=False)


def read_facts(root: Path) -> Facts:
    """Read data/facts.yml, data/sources.yml and data/units.yml; a project without them has no facts."""
    sources, source_faults = read_sources(root)
    units, unit_faults = read_units(root)
    reader = _Reader(sources, units)
    data = read_data_file(root, PATH)
    facts = {fact.id: fact for record in records(data) for fact in reader.read(record)}
    faults = (*data.faults, *reader.faults, *source_faults, *unit_faults)
    return Facts(MappingProxyType(facts), sources, units, tuple(sorted(faults)))


class _Reader:
    def __init__(self, sources: Mapping[str, Source], units: Mapping[str, Unit]) -> None:
        self.sources = sources
        self.units = units
        self.faults: list[Fault] = []

    def read(self, record: Record) -> Iterator[Fact]:
        """The fact of a record, if it says one."""
        kinds = [key for key in record.fields if key in KINDS]
        self.faults += shape_faults(record, frozenset(), OPTIONAL | KINDS.keys())
        if len(kinds) != 1:
            known = ", ".join(KINDS)
            message = f"says {' and '.join(kinds) or 'nothing'}. A fact has one of: {known}."
            self.faults.append(record.fault(kinds[1] if kinds else "", message))
            return
        self.faults += self._source_faults(record, kinds[0])
        unit, as_of = record.text("unit"), record.text("as-of")
        if unit and unit not in self.units:
            message = f"there is no unit '{unit}' in data/units.yml. {did_you_mean(unit, self.units)}"
            self.faults.append(record.fault("unit", message))
        if as_of and not parse_date(as_of):
            message = f"'{as_of}' is no date. Write it as 2019, 2019-01 or 2019-01-01."
            self.faults.append(record.fault("as-of", message))
        try:
            value = KINDS[kinds[0]].read(record.fields[kinds[0]], self.units.get(unit))
        except ValueError as error:
            self.faults.append(record.fault(kinds[0], str(error)))
            return
        source = self.sources.get(record.text("source"))
        note = record.text("note")
        yield Fact(record.id, kinds[0], value, parse_date(as_of), source, note, record.line)

    def _source_faults(self, record: Record, kind: str) -> Iterator[Fault]:
        source = record.text("source")
        if source and source not in self.sources:
            message = (
                f"there is no source '{source}' in data/sources.yml. {did_you_mean(source, self.sources)}"
            )
            yield record.fault("source", message)
        if not source and KINDS[kind].is_sourced:
            message = f"a {kind} needs a source. Add source: … with an id of data/sources.yml."
            yield record.fault("source", message)
