"""Charts as forms: every letter that nobody changes stays, and what is typed is drawn, checked and saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from publications.desk.chart_actions import chart_draw, chart_new, chart_read, chart_save
from publications.desk.chart_form import ChartForm, as_json, from_json, read_form, tidied, written_form
from publications.desk.chart_places import ChartPlace, charts_in
from publications.desk.chart_table import Grid
from publications.desk.opened import open_page
from publications.desk.session import Session
from publications.desk.views import Views
from publications.editing.edit import edited
from publications.faults import PublicationError
from publications.reading.encoding import as_lines
from publications.reading.reading import Reading
from tests.conftest import ROOT, copy_inputs

PAGES = [
    path
    for folder in ("docs", "docs-guide/docs", "examples", "publications/starter/pages", "tests/cases")
    for path in sorted((ROOT / folder).rglob("*.md"))
    if "/// chart" in path.read_text(encoding="utf-8")
]
CASES = [
    case["chart"]
    for case in yaml.safe_load((ROOT / "tests/cases/charts/faults.yml").read_text(encoding="utf-8"))
]
PAGE = "infographics/background-and-method.md"
SWEDISH = {"page": PAGE, "locale": "sv"}


def texts_of_charts() -> list[str]:
    texts = [*(path.read_text(encoding="utf-8") for path in PAGES), *CASES]
    return [place.text for text in texts for place in charts_in(Reading.of(text))]


@pytest.mark.parametrize("text", texts_of_charts())
def test_a_form_that_nobody_changes_leaves_every_letter_of_its_chart(text: str) -> None:
    form = read_form(text)
    written = written_form(text, form)

    if "Två staplar: en lång" in text:
        assert written == text.replace(
            "Två staplar: en lång och en kort.", '"Två staplar: en lång och en kort."'
        )
    else:
        assert written == text
    assert from_json(as_json(form)) == form


@pytest.mark.parametrize("text", texts_of_charts())
def test_what_is_typed_into_a_form_is_read_back(text: str) -> None:
    form = read_form(text)
    typed = ChartForm(
        f"{form.title} | {{{{ year }}}}",
        (*((name, f"{value}: “x” # y") for name, value in form.options), ("rest", "{{ a | b }} of it")),
        Grid(
            (*form.grid.header, "Ny | kolumn"),
            (*((*row, "`a`") for row in form.grid.rows), ("{{ fact | form }}", "a\\b\n c")),
            (*form.grid.sides, "center"),
        ),
    )

    written = written_form(text, typed)

    assert read_form(written) == tidied(typed)
    assert len(Reading.of(written).charts) == 1
    assert written_form(written, read_form(written)) == written


def test_charts_in_lists_and_quotes_are_found_and_only_their_own_lines_change() -> None:
    lists, quote = (
        "Text.\n\n- /// chart | A\n      type: share\n\n  | a | b |\n  | --- | --- |\n  | c | 1 |\n\n  ///\n\nEnd.\n",
        "> /// chart | A\n>     type: share\n>\n> | a | b |\n> | --- | --- |\n> | c | 1 |\n> ///\n",
    )
    for text in (lists, quote):
        (place,) = charts_in(Reading.of(text))
        assert edited(text, [place.edit(place.text)]) == text
        assert edited(text, [place.edit(place.text.replace("| c | 1 |", "| c | 2 |"))]) == text.replace(
            "| 1 |", "| 2 |"
        )


def test_a_tidy_table_stays_tidy_and_grows_where_it_has_to() -> None:
    text = (
        "/// chart | A\n    type: bars\n\n| City  | Members |\n| ----- | ------: |\n| Prato |      12 |\n///"
    )
    form = read_form(text)
    grid = replace(form.grid, rows=(("Prato", "7"), ("Cremona", "9,5")))

    assert written_form(text, replace(form, grid=grid)).split("\n")[3:-1] == [
        "| City    | Members |",
        "| ------- | ------: |",
        "| Prato   |       7 |",
        "| Cremona |     9,5 |",
    ]


def test_a_table_typed_without_care_keeps_each_line_that_says_the_same() -> None:
    text = "/// chart | A\n    type: bars # so\n    # why\n    alt: x\n\nCity|Members\n---|--:\nPrato |12\nBorås |9\n\nData.\n///"
    form = read_form(text)
    grid = replace(form.grid, rows=(form.grid.rows[0], ("Cremona", "3"), form.grid.rows[1]))

    assert written_form(text, replace(form, grid=grid)) == text.replace("12\n", "12\n| Cremona |   3 |\n")


def test_options_that_no_chart_has_comments_and_the_text_below_the_table_stay() -> None:
    text = "/// chart\n    # why\n    type: bars\n    colour: blue # sky\n\n| a | b |\n| --- | --- |\n| c | 1 |\n\nData.\n///"
    form = replace(
        read_form(text), title="T", options=(("type", "share"), ("colour", "blue"), ("alt", "a: b"))
    )

    assert written_form(text, form) == text.replace("/// chart", "/// chart | T").replace(
        "bars", "share"
    ).replace("sky\n", 'sky\n    alt: "a: b"\n')


@pytest.mark.parametrize(
    "values",
    [
        None,
        [],
        {},
        {"title": 1},
        {"title": "", "options": [["a b", ""]], "header": [], "rows": [], "sides": []},
    ],
)
def test_a_form_that_is_none_is_refused_in_words(values: object) -> None:
    with pytest.raises(PublicationError, match="a mistake in the desk itself"):
        from_json(values)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(copy_inputs(tmp_path / "project"), "")


def key_of(session: Session, text: str) -> str:
    opened = open_page(session.project, PAGE, "sv")
    return next(row.key for row in opened.rows if row.own and text in " ".join(row.own.typed))


def read(session: Session) -> dict[str, Any]:
    return chart_read(session, Views(session), {**SWEDISH, "key": key_of(session, "länder utanför EU")})


def file_of(session: Session) -> Path:
    return session.root / "docs" / "sv" / PAGE


def chart_of(session: Session, number: int = 0) -> ChartPlace:
    return list(charts_in(Reading.of(file_of(session).read_text(encoding="utf-8"))))[number]


def test_an_editor_sees_the_chart_as_readers_will_with_facts_in_the_language_of_the_page(
    session: Session,
) -> None:
    found = read(session)
    answer = chart_draw(session, Views(session), {**SWEDISH, **found})

    assert found["heading"] in answer["wide"]
    assert "4,9" in answer["wide"]
    assert answer["source"] == "Källa: Eurostat"
    assert answer["faults"] == []


def test_what_is_wrong_is_said_as_the_check_says_it_with_the_row_of_the_table(session: Session) -> None:
    found = read(session)
    found["form"]["rows"] = [["länder", "1,5", "fyra"], ["EU", "2", "{{ nobody }}"]]
    answer = chart_draw(session, Views(session), {**SWEDISH, **found})

    assert answer["wide"] == ""
    assert [(fault["row"], fault["rule"]) for fault in answer["faults"]] == [(2, "fact")]
    found["form"]["rows"][1][2] = "3 %"
    (fault,) = chart_draw(session, Views(session), {**SWEDISH, **found})["faults"]
    assert (fault["row"], fault["rule"]) == (1, "chart")
    assert "'fyra' in the column 'Andel av befolkningen' is no number" in fault["message"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_saving_changes_the_lines_of_the_chart_and_no_other_byte(session: Session, newline: str) -> None:
    file = file_of(session)
    before = file.read_text(encoding="utf-8").replace("\n", newline)
    file.write_text(before, encoding="utf-8", newline="")
    found = read(session)
    found["form"]["rows"][1][0] = "ett annat land"

    answer = chart_save(session, Views(session), {**SWEDISH, **found})

    assert answer["outcome"] == "saved"
    assert file.read_bytes().decode() == before.replace("| ett annat EU-land |", "| ett annat land    |")
    assert session.last_step(PAGE, "sv")
    assert "ett annat land" in answer["rows"]


def test_saving_a_form_that_nobody_has_changed_writes_nothing(session: Session) -> None:
    before = file_of(session).stat().st_mtime_ns
    answer = chart_save(session, Views(session), {**SWEDISH, **read(session)})

    assert answer["outcome"] == "unchanged"
    assert file_of(session).stat().st_mtime_ns == before


def test_a_chart_that_somebody_else_has_changed_meanwhile_is_shown_and_not_written_over(
    session: Session,
) -> None:
    found = read(session)
    theirs = (
        file_of(session).read_text(encoding="utf-8").replace("| ett annat EU-land |", "| ett grannland     |")
    )
    file_of(session).write_text(theirs, encoding="utf-8")
    found["form"]["rows"][1][0] = "ett annat land"

    answer = chart_save(session, Views(session), {**SWEDISH, **found})

    assert answer["outcome"] == "conflict"
    assert "ett grannland" in answer["now"]
    assert answer["form"]["rows"][1][0] == "ett grannland"
    assert "ett annat land" in answer["markdown"]
    assert file_of(session).read_text(encoding="utf-8") == theirs


def test_a_chart_that_has_moved_is_found_by_what_it_says(session: Session) -> None:
    found = read(session)
    text = file_of(session).read_text(encoding="utf-8")
    moved = text.replace("/// chart", "Ett stycke.\n\nEtt till.\n\n/// chart", 1)
    file_of(session).write_text(moved, encoding="utf-8")
    found["form"]["title"] = "Andelar"

    assert chart_save(session, Views(session), {**SWEDISH, **found})["outcome"] == "saved"
    assert file_of(session).read_text(encoding="utf-8") == moved.replace(
        "/// chart\n", "/// chart | Andelar\n", 1
    )


def test_a_new_chart_stands_below_its_block_with_empty_lines_around_it(session: Session) -> None:
    text = file_of(session).read_text(encoding="utf-8")
    key = key_of(session, "länder utanför EU")
    found = chart_new(session, Views(session), {**SWEDISH, "key": key})
    form = {
        "title": "Städer",
        "options": [["type", "bars"], ["alt", "Flest i Prato: tolv."], ["source", ""]],
        "header": ["Stad", "Antal"],
        "rows": [["Prato", "12"], ["", ""]],
        "sides": ["", "right"],
    }

    answer = chart_save(session, Views(session), {**SWEDISH, **found, "key": key, "form": form})

    assert answer["outcome"] == "saved"
    assert chart_of(session, 1).text.split("\n") == [
        "/// chart | Städer",
        "    type: bars",
        '    alt: "Flest i Prato: tolv."',
        "",
        "| Stad  | Antal |",
        "| ----- | ----: |",
        "| Prato |    12 |",
        "///",
    ]
    after = as_lines(file_of(session).read_text(encoding="utf-8"))
    assert after.replace(chart_of(session, 1).text + "\n\n", "") == text


@pytest.mark.parametrize("page", ["../../mkdocs.yml", "nothing.md"])
def test_only_pages_of_the_project_are_opened(session: Session, page: str) -> None:
    with pytest.raises(PublicationError, match="no page of this project"):
        chart_read(session, Views(session), {"page": page, "locale": "sv", "key": "x"})
