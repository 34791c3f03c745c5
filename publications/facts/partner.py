"""Partners: the organisations of the project, in data/partners.yml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from publications.facts.data_file import read_data_file
from publications.facts.kinds import country_code
from publications.facts.record import Record, records, shape_faults
from publications.faults import Fault, did_you_mean

PATH = "data/partners.yml"
REQUIRED = frozenset({"name", "language", "country", "role"})
OPTIONAL = frozenset({"city", "url", "note"})


class Role(StrEnum):
    """What a partner does in the project."""

    COORDINATOR = "coordinator"
    CITY = "city"
    TECHNICAL = "technical"


@dataclass(frozen=True, slots=True)
class Partner:
    """One organisation.

    name: as it calls itself, in `language` (a BCP 47 tag).
    city: "" when it is not known; country: an ISO 3166-1 code; url: "" when it has none.
    """

    id: str
    name: str
    language: str
    country: str
    role: Role
    city: str = ""
    url: str = ""


def read_partners(root: Path) -> tuple[tuple[Partner, ...], tuple[Fault, ...]]:
    """The partners in the order of the file, and what is wrong with it; who has a fault is left out."""
    data = read_data_file(root, PATH)
    faults, partners = list(data.faults), []
    for record in records(data):
        wrong = tuple(_faults(record))
        faults += wrong
        if not wrong:
            partners.append(_partner(record))
    return tuple(partners), tuple(faults)


def _partner(record: Record) -> Partner:
    return Partner(
        id=record.id,
        name=record.text("name"),
        language=record.text("language"),
        country=record.text("country"),
        role=Role(record.text("role")),
        city=record.text("city"),
        url=record.text("url"),
    )


def _faults(record: Record) -> Iterator[Fault]:
    yield from shape_faults(record, REQUIRED, OPTIONAL)
    role, url, country = record.text("role"), record.text("url"), record.text("country")
    if role and role not in list(Role):
        yield record.fault("role", f"'{role}' is no role. {did_you_mean(role, list(Role))}")
    if url and not url.startswith(("https://", "http://")):
        yield record.fault("url", f"'{url}' is no web address. Begin it with https://")
    try:
        country_code(country or "SE")
    except ValueError as error:
        yield record.fault("country", str(error))
