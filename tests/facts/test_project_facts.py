"""The project's own facts: they agree with one another, with the prints, and with what editors' tools explain."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from publications import frontmatter
from publications.facts import library, partner, source
from publications.facts.expansion import expand_facts
from publications.facts.kinds import KINDS
from publications.facts.partner import Role, read_partners
from publications.facts.values import Countries, Number

ROOT = Path(__file__).parent.parent.parent
FACTS = library.read_facts(ROOT)
PARTNERS = read_partners(ROOT)[0]
# The prints: those texts of tests/cases/seeds whose blocks a page gets from facts.
PRINTS = sorted(path for path in (ROOT / "tests/cases/seeds").glob("*.txt") if path.name.count(".") == 2)


def number(fact_id: str) -> int:
    value = FACTS.facts[fact_id].value
    assert isinstance(value, Number)
    return int(value.value)


def squeezed(text: str) -> str:
    return re.sub(r"[\s*|]", "", text)


def test_the_numbers_of_partners_agree_with_the_list_of_partners() -> None:
    countries = FACTS.facts["partner-countries"].value

    assert len(PARTNERS) == number("partners")
    assert sum(partner.role is Role.CITY for partner in PARTNERS) == number("cities")
    assert isinstance(countries, Countries)
    assert set(countries.codes) == {partner.country for partner in PARTNERS}


@pytest.mark.parametrize("path", PRINTS, ids=lambda path: path.stem)
def test_numbers_and_dates_of_a_print_stand_on_its_page_as_they_were_printed(path: Path) -> None:
    name, locale, _ = path.name.split(".")
    (page,) = (ROOT / "docs" / locale).rglob(f"{name}.md")
    body = frontmatter.split(page.read_text(encoding="utf-8")).body
    written = squeezed(re.sub(r"<!--.*?-->", "", expand_facts(body, FACTS, locale), flags=re.DOTALL))
    printed = [line for line in path.read_text(encoding="utf-8").splitlines() if re.search(r"\d{2}", line)]

    assert [line for line in printed if squeezed(line) not in written] == [
        line for line in printed if "@" in line or "http" in line
    ]


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("facts", library.OPTIONAL | KINDS.keys()),
        ("sources", source.REQUIRED | source.OPTIONAL),
        ("partners", partner.REQUIRED | partner.OPTIONAL),
    ],
)
def test_editors_tools_explain_exactly_the_keys_that_are_read(name: str, keys: frozenset[str]) -> None:
    schema = json.loads((ROOT / "data" / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    (entry,) = schema["patternProperties"].values()

    assert entry["properties"].keys() == keys
    assert all(explained["description"] for explained in entry["properties"].values())
    first, *_ = (ROOT / "data" / f"{name}.yml").read_text(encoding="utf-8").splitlines()
    assert first == f"# yaml-language-server: $schema=schema/{name}.json"
