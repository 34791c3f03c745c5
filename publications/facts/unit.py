"""Units: what is counted, with its plural forms in each language, in data/units.yml for translators to edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from publications.facts.data_file import read_data_file
from publications.facts.record import Record, records, shape_faults
from publications.faults import Fault, PublicationError, did_you_mean
from publications.language.numbers import plurals_of

PATH = "data/units.yml"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit. plurals: locale → CLDR plural category → word, such as sv → other → personer."""

    id: str
    line: int
    plurals: Mapping[str, Mapping[str, str]]

    def words(self, locale: str) -> Mapping[str, str]:
        """Its forms in a locale; a PublicationError when it has none there."""
        if locale not in self.plurals:
            raise PublicationError(missing_words(self, locale))
        return self.plurals[locale]


def missing_words(unit: Unit, locale: str) -> Fault:
    """The fault of a unit that has no words in a locale."""
    wanted = ", ".join(f"{category}: …" for category in plurals_of(locale))
    message = f"{unit.id}: there are no words in '{locale}'. Add them below: {locale}: {{ {wanted} }}"
    return Fault(PATH, unit.line, message, rule="missing-unit")


def read_units(root: Path) -> tuple[Mapping[str, Unit], tuple[Fault, ...]]:
    """The units by id, and what is wrong with the file."""
    data = read_data_file(root, PATH)
    found = tuple(records(data))
    faults = (*data.faults, *(fault for record in found for fault in _faults(record)))
    return MappingProxyType({record.id: _unit(record) for record in found}), faults


def _unit(record: Record) -> Unit:
    plurals = {
        locale: MappingProxyType({category: word.text for category, word in node.entries.items()})
        for locale, node in record.fields.items()
        if node.entries.get("other")
    }
    return Unit(record.id, record.line, MappingProxyType(plurals))


def _faults(record: Record) -> Iterator[Fault]:
    yield from shape_faults(record, frozenset(), frozenset(record.fields))
    for locale, node in record.fields.items():
        try:
            categories = plurals_of(locale)
        except PublicationError:
            yield record.fault(locale, f"'{locale}' is no language. Write its code, such as sv or ro.")
            continue
        for category, word in node.entries.items():
            if category not in categories:
                message = f"the language '{locale}' has no plural '{category}'. {did_you_mean(category, categories)}"
                yield Fault(record.path, word.line, f"{record.id}: {message}", rule="data-file")
        for category in categories:
            if not (category in node.entries and node.entries[category].text.strip()):
                yield record.fault(locale, f"the word for '{category}' is missing. Add {category}: …")
