"""The glossary: a term may take any of its forms, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from publications.faults import PublicationError
from publications.reading.reading import read_blocks
from publications.translation.counterparts import counterparts
from publications.translation.glossary import departures, forbidden, read_glossary

REAL = Path(__file__).parents[2]
LOCALES = ("sv", "ro", "it", "en")


def missing(source: str, translation: str) -> list[str]:
    pairs = counterparts(read_blocks(source), read_blocks(translation))
    found = departures(read_glossary(REAL), pairs, source_locale="sv", locale="ro")
    return [departure.source_form for departure in found]


def test_an_inflected_form_is_the_term() -> None:
    assert missing("Europarådets metod", "Metoda Consiliului Europei") == []
    assert missing("Europarådets metod", "Metoda Consiliului European") == ["Europarådets"]


def test_a_form_that_is_wrong_is_told_with_the_right_ones() -> None:
    terms = read_glossary(REAL)

    assert list(forbidden(terms, "Il Consiglio di Europa", "it")) == [
        ("Consiglio di Europa", ("Consiglio d’Europa",))
    ]


def test_every_term_has_a_form_in_every_language() -> None:
    for term in read_glossary(REAL):
        assert set(LOCALES) <= term.forms.keys(), term.name


def test_a_project_without_a_glossary_has_no_terms(tmp_path: Path) -> None:
    assert read_glossary(tmp_path) == ()


def test_a_glossary_that_cannot_be_read_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/glossary.yml").write_text("- term: A\n  sv: [b\n", encoding="utf-8")

    with pytest.raises(PublicationError, match=r"data/glossary.yml:\d+: cannot be read"):
        read_glossary(tmp_path)
