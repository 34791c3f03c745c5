"""`pubs status`: where the translations stand, and what to do next."""

from __future__ import annotations

import json
import time

import pytest

from publications.finding import plan, read_statuses
from publications.snapshot import take_snapshot
from tests.commands.conftest import Desk


def test_all_pages_stand_in_a_matrix_with_each_language_in_numbers_and_the_next_step(desk: Desk) -> None:
    said = desk.say("status")

    assert said.exit_code == 0, said.output
    (plan,) = [line.split() for line in said.stdout.splitlines() if line.startswith("plan ")]
    assert plan == ["plan", "original", "current", "missing", "missing"]
    assert "Română (ro)" in said.stdout
    assert "1 of 3" in said.stdout
    assert "Next: pubs status" in said.stdout
    assert "█" not in said.stdout, "bars are for terminals"


def test_one_language_gets_a_list_of_what_readers_lack_most_first(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "Prato", "Borås")

    said = desk.say("status", "ro")

    lines = [line for line in said.stdout.splitlines() if line.startswith(("missing", "outdated"))]
    assert [line.split()[1] for line in lines] == ["news/2021-05", "index", "1/7"]
    assert said.stdout.rstrip().endswith("Next: pubs start ro news/2021-05")


def test_the_version_to_write_stands_beside_the_page(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "Prato", "Borås")

    version = read_statuses(desk.project).by_page["plan.md"].version

    assert version in desk.say("status", "ro").stdout
    assert version in desk.say("diff", "ro", "plan").stdout


def test_a_language_with_nothing_to_do_is_told_so(desk: Desk) -> None:
    assert "Nothing to do." in desk.say("status", "sv").stdout


def test_machine_translations_that_nobody_has_read_are_told(desk: Desk) -> None:
    desk.change("docs/ro/plan.md", "status: translated", "status: machine")

    assert "pubs done ro plan --reviewed-by NAME" in desk.say("status", "ro").stdout


def test_other_programs_get_one_object(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "Prato", "Borås")

    told = json.loads(desk.say("status", "--json").stdout)

    assert told["locales"] == ["sv", "ro", "it", "en"]
    plan = next(page for page in told["pages"] if page["page"] == "plan.md")
    assert (plan["original"], plan["blocks"]) == ("sv", 7)
    assert plan["translations"]["it"]["state"] == "missing"
    romanian = plan["translations"]["ro"]
    assert {"state", "source", "status", "version", "current_version", "changes"} <= romanian.keys()
    assert (romanian["state"], romanian["source"], romanian["status"]) == ("outdated", "sv", "translated")
    (change,) = romanian["changes"]
    assert {"kind", "line", "source_line", "old", "new"} <= change.keys()
    assert (change["kind"], change["line"], change["source_line"]) == ("text", 12, 8)
    assert told["coverage"]["ro"]["pages"] == 0.3333
    assert 0 < told["coverage"]["ro"]["words"] < 1


@pytest.mark.parametrize(
    ("words", "hint"),
    [(["status", "rumänska"], "Known: sv (Svenska), ro (Română)"), (["status", "--jsno"], "--json")],
)
def test_what_is_mistyped_is_answered_with_what_would_be_right(
    desk: Desk, words: list[str], hint: str
) -> None:
    said = desk.say(*words)

    assert said.exit_code == 2
    assert hint in said.stderr


def test_two_originals_are_told_with_the_repair(desk: Desk) -> None:
    desk.write("docs/it/plan.md", "---\ntitle: Piano\nsummary: Piano.\n---\n\n# Piano\n")

    assert "which is the original?" in desk.say("status").stderr


def test_a_second_look_finds_what_the_first_has_worked_out_until_a_text_changes(desk: Desk) -> None:
    assert plan(desk.project, take_snapshot(desk.project.root)).to_do
    first = read_statuses(desk.project)

    assert not plan(desk.project, take_snapshot(desk.project.root)).to_do
    assert read_statuses(desk.project) == first

    desk.change("docs/sv/plan.md", "Prato", "Borås")
    assert read_statuses(desk.project).by_page["plan.md"].translations["ro"].state == "outdated"
    desk.change("docs/sv/plan.md", "Borås", "Prato")
    assert read_statuses(desk.project) == first


def test_a_source_text_that_is_taken_away_or_found_again_is_noticed(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "Prato", "Borås")
    (kept,) = desk.path("i18n/sources").iterdir()

    def has_diff() -> bool:
        return read_statuses(desk.project).by_page["plan.md"].translations["ro"].has_diff

    assert has_diff()
    kept.rename(desk.path("kept.md"))
    assert not has_diff()
    desk.path("kept.md").rename(kept)
    assert has_diff()


@pytest.mark.parametrize("left", ["", "{", '{"key": 1}', '{"key": "x", "pages": []}', "\0"])
def test_a_cache_that_is_broken_costs_time_and_nothing_else(desk: Desk, left: str) -> None:
    first = read_statuses(desk.project)
    desk.write(".cache/status.json", left)

    assert read_statuses(desk.project) == first


def test_two_hundred_pages_are_looked_at_once_and_then_remembered(desk: Desk) -> None:
    for number in range(200):
        desk.write(f"docs/sv/news/{number}.md", desk.read("docs/sv/plan.md").replace("maj", f"{number} maj"))
        desk.write(f"docs/ro/news/{number}.md", desk.read("docs/ro/plan.md"))
    began = time.perf_counter()
    first = read_statuses(desk.project)
    middle = time.perf_counter()
    again = read_statuses(desk.project)
    ended = time.perf_counter()

    assert again == first
    assert len(first.pages) == 203
    assert ended - middle < (middle - began) / 3, (
        "a tenth is measured on a corpus of real size, in benchmarks/"
    )


def test_a_picture_with_text_that_a_language_lacks_is_missing_as_a_page_would_be(desk: Desk) -> None:
    desk.write("docs/sv/map.text.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    desk.change("docs/sv/plan.md", "Vi ses i maj", "![Karta](map.text.svg)\n\nVi ses i maj")

    said = desk.say("status", "ro")
    told = json.loads(desk.say("status", "--json").stdout)

    assert "missing  docs/ro/map.text.svg" in said.stdout
    assert "docs/sv/map.text.svg" in said.stdout
    assert {picture["path"] for picture in told["pictures"]} >= {
        "docs/ro/map.text.svg",
        "docs/en/map.text.svg",
    }
