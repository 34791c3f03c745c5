"""The project's own facts: they agree with one another, with the prints, and with what editors' tools explain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from publications.facts import library, partner, source
from publications.facts.kinds import KINDS
from publications.facts.partner import Role, read_partners
from publications.facts.values import Countries, Number
from publications.layers import DEFAULTS

ROOT = Path(__file__).parent.parent.parent
FACTS = library.read_facts(ROOT)
PARTNERS = read_partners(ROOT)[0]


def number(fact_id: str) -> int:
    value = FACTS.facts[fact_id].value
    assert isinstance(value, Number)
    return int(value.value)


def test_the_numbers_of_partners_agree_with_the_list_of_partners() -> None:
    countries = FACTS.facts["partner-countries"].value

    assert len(PARTNERS) == number("partners")
    assert sum(partner.role is Role.CITY for partner in PARTNERS) == number("cities")
    assert isinstance(countries, Countries)
    assert set(countries.codes) == {partner.country for partner in PARTNERS}


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("facts", library.OPTIONAL | KINDS.keys()),
        ("sources", source.REQUIRED | source.OPTIONAL),
        ("partners", partner.REQUIRED | partner.OPTIONAL),
    ],
)
def test_editors_tools_explain_exactly_the_keys_that_are_read(name: str, keys: frozenset[str]) -> None:
    schema = json.loads((DEFAULTS / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    (entry,) = schema["patternProperties"].values()

    assert entry["properties"].keys() == keys
    assert all(explained["description"] for explained in entry["properties"].values())
    first, *_ = (ROOT / "data" / f"{name}.yml").read_text(encoding="utf-8").splitlines()
    assert first == f"# yaml-language-server: $schema=../.cache/schema/{name}.json"
