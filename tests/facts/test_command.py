"""`pubs facts` shows an editor what there is to write, in every language."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from publications.commands.facts import facts
from publications.faults import PublicationError

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(facts, [*arguments, "--project", str(ROOT)], catch_exceptions=False)
        assert result.exit_code == 0
        return result.output

    return run


def test_all_facts_are_listed_in_every_language(show: Callable[..., str]) -> None:
    (line,) = (line for line in show().splitlines() if line.startswith("training-week"))

    for text in ("10–12 maj 2021", "10–12 mai 2021", "10–12 maggio 2021", "10–12 May 2021"):
        assert text in line


def test_one_fact_is_shown_in_all_its_forms_with_its_source(show: Callable[..., str]) -> None:
    shown = show("unemployed-migrants")

    assert "2.328.556 de persoane" in shown
    assert "Source: Eurostat" in shown
    assert "Note: As printed in the infographic" in shown


def test_programs_get_every_form_in_every_language(show: Callable[..., str]) -> None:
    (fact,) = json.loads(show("kick-off", "--json"))

    assert fact["forms"]["long"] == {
        "sv": "juli 2021",
        "ro": "iulie 2021",
        "it": "luglio 2021",
        "en": "July 2021",
    }


def test_an_unknown_fact_names_the_nearest() -> None:
    with pytest.raises(PublicationError, match=r"there is no fact 'kickoff'\. Did you mean 'kick-off'"):
        CliRunner().invoke(facts, ["kickoff", "--project", str(ROOT)], catch_exceptions=False)
