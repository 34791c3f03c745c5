"""What is wrong is told at the desk in the language of who sits there, by every fault and every refusal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from publications.desk.opened import open_page
from publications.faults import Fault
from publications.project import load_project
from publications.telling import told
from tests.conftest import ROOT
from tests.desk.conftest import TOKEN, Desk, desk_of
from tests.desk.people import OWN, PAGE, People

CASES = yaml.safe_load((ROOT / "tests/cases/desk/faults.yml").read_text(encoding="utf-8"))
FIRST = "Ne vedem în mai"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The desk of a small project: a plan in English, and its Romanian translation."""
    people = People.at(tmp_path_factory.mktemp("told") / "project")
    people.start()
    for name, text in CASES["project"].items():
        write(people.root, name, text)
    with desk_of(people.root) as started:
        yield started


@pytest.mark.parametrize("case", CASES["rows"], ids=lambda case: case["typed"])
def test_a_fault_of_what_is_typed_is_told_in_the_language_of_who_types(
    desk: Desk, case: dict[str, Any]
) -> None:
    key = key_of(desk, case.get("in", FIRST))
    answer = ask(desk, "check", key=key, base="", markdown=case["typed"])

    assert [read(fault) for fault in answer["faults"]] == case["told"]


@pytest.mark.parametrize("case", CASES["charts"], ids=lambda case: str(case["told"][0]))
def test_a_fault_of_a_chart_is_told_in_the_language_of_who_draws_it(desk: Desk, case: dict[str, Any]) -> None:
    found = chart_of(desk, case["chart"])
    answer = ask(desk, "chart-draw", form=found["form"], base=found["base"], heading="")

    assert [read(fault) for fault in answer["faults"]] == case["told"]


@pytest.mark.parametrize("case", CASES["refusals"], ids=lambda case: str(case["told"]))
def test_what_is_not_done_is_told_in_the_language_of_who_wanted_it(desk: Desk, case: dict[str, Any]) -> None:
    assert refused(desk, case)["error"] == case["told"]


def test_what_is_wrong_stands_below_the_page_as_readers_see_it(desk: Desk) -> None:
    text = "---\ntitle: x\nsumary: y\n---\n\n# x\n\nVedeți [aici] (index.md).\n\n# z\n"
    write(desk.root, "docs/ro/beside.md", text)
    panel = ""
    while "beside.md:8" not in panel:
        panel = desk.get("/ro/beside/")[1].partition('class="preview-panel"')[2]

    assert "De corectat:" in panel
    assert "docs/ro/beside.md:3: Scrieți „summary” în loc de „sumary”." in panel
    assert "docs/ro/beside.md:8: Scrieți „[aici](index.md)” în loc de „[aici] (index.md)”." in panel
    assert "docs/ro/beside.md:10: Scrieți „## z” în loc de „# z”." in panel


def test_a_desk_that_is_another_ones_says_so_in_the_language_of_who_comes(desk: Desk) -> None:
    assert "„pubs desk”" in desk.request("GET", "/desk/ro/", accept_language="ro")[1]


def ask(desk: Desk, action: str, **values: Any) -> dict[str, Any]:  # noqa: ANN401 (what JSON has)
    """What the desk answers to a browser of somebody who reads Romanian."""
    return desk.do(action, "ro-RO,en;q=0.5", **{"page": PAGE, "locale": OWN, **values})


def chart_of(desk: Desk, chart: str) -> dict[str, Any]:
    """The form of a chart that stands alone on a page, its columns headed by one of two words."""
    write(desk.root, "docs/ro/chart.md", f"---\ntitle: x\n---\n\n# x\n\n{chart or 'Ce'}\n")
    key = key_of(desk, "Oraș" if "Oraș" in chart else "Ce", "chart.md")
    return ask(desk, "chart-read" if chart else "chart-new", page="chart.md", key=key)


def refused(desk: Desk, case: dict[str, Any]) -> dict[str, Any]:
    for name, text in case.get("files", {}).items():
        write(desk.root, name, text)
    row = {"key": key_of(desk, case["row"]), "base": case["row"]} if "row" in case else {}
    named = {name: case[name] for name in ("page", "locale") if name in case}
    return ask(desk, case["do"], **named, **row, **case.get("values", {}))


def read(fault: dict[str, Any]) -> str:
    """A fault as the page shows it, its words in quotation marks instead of on a ground of their own."""
    assert "{place}" not in fault["said"]
    return told(Fault.of({one.name: fault[one.name] for one in fields(Fault)}), OWN)


def key_of(desk: Desk, words: str, page: str = PAGE) -> str:
    opened = open_page(load_project(desk.root), page, OWN)
    owns = ((row.key, row.own) for row in opened.rows if row.own)
    return next(key for key, own in owns if words in (own.attribute("key") or own.text))


def write(root: Path, name: str, text: str | bytes | None) -> None:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        file.unlink(missing_ok=True)
    else:
        file.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_a_page_that_cannot_be_shown_says_why_on_a_page_in_the_language_of_who_wanted_it(desk: Desk) -> None:
    answer = page_of(desk, "/desk/xx/", "ro-RO, en;q=0.5")
    assert '<html lang="ro"' in answer
    assert "Toate paginile" in answer
    assert "xx" in answer.partition("<main")[2]


def test_settings_that_cannot_be_read_are_told_in_every_language_that_the_desk_speaks(tmp_path: Path) -> None:
    root = People.at(tmp_path / "project").root
    write(root, "mkdocs.yml", "site_name: [\n")
    with desk_of(root) as broken:
        answer = page_of(broken, "/desk/", "xx, de-AT")
        assert '<html lang="de"' in answer
        assert "mkdocs.yml" in answer.partition("<main")[2]


def page_of(desk: Desk, path: str, languages: str) -> str:
    cookie = f"desk-{desk.port}={TOKEN}"
    return desk.request("GET", path, cookie=cookie, accept="text/html", accept_language=languages)[1]
