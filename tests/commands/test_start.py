"""`pubs start`: the page that a translator fills in."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from publications.faults import PublicationError
from publications.status.starting import Starting, read_starting, write_starting
from publications.translation.version import version_of
from tests.commands.conftest import Desk

State = Callable[[str, str], str]


def test_a_page_is_begun_with_its_source_in_place_as_a_draft(desk: Desk, state: State) -> None:
    said = desk.say("start", "it", "plan")

    assert said.exit_code == 0, said.output
    text, source = desk.read("docs/it/plan.md"), desk.read("docs/sv/plan.md")
    assert f"source: sv\n  version: {version_of(source)}\n  status: draft\n" in text
    assert text.split("---\n")[2] == source.split("---\n")[2]
    assert state("plan.md", "it") == "draft"
    assert "Then: pubs done it plan" in said.stdout


def test_start_then_translate_then_done_gives_current(desk: Desk, state: State) -> None:
    desk.say("start", "it", "plan")
    front, record, _ = desk.read("docs/it/plan.md").split("---\n")[:3]
    assert front == ""
    record = re.sub(r"title: .*\nsummary: .*\n", "title: Il piano\nsummary: Che cosa faremo.\n", record)
    desk.write(
        "docs/it/plan.md",
        f"---\n{record}---\n\n# Il piano\n\nCi vediamo a maggio a Prato.\n\nLeggete [il rapporto](rapport.md) su 1.250 "
        "tonnellate.\n\n## Il prossimo passo { #next }\n\nPoi scriviamo un rapporto su tutto ciò che abbiamo imparato.\n",
    )

    said = desk.say("done", "it", "plan")

    assert said.exit_code == 0, said.output
    assert "status: translated" in desk.read("docs/it/plan.md")
    assert state("plan.md", "it") == "current"


def test_a_draft_in_its_sources_words_is_not_done(desk: Desk, state: State) -> None:
    desk.say("start", "it", "plan")

    said = desk.say("done", "it", "plan")

    assert said.exit_code == 1
    assert "still in the source language" in said.stderr
    assert state("plan.md", "it") == "draft"


def test_a_page_that_is_there_is_never_overwritten(desk: Desk) -> None:
    before = desk.read("docs/ro/plan.md")

    said = desk.say("start", "ro", "plan")

    assert said.exit_code == 1
    assert "is there already" in said.stderr
    assert "pubs diff ro plan" in said.stderr
    assert desk.read("docs/ro/plan.md") == before


def test_a_page_can_be_begun_from_another_language(desk: Desk) -> None:
    assert desk.say("start", "it", "plan", "--from", "ro").exit_code == 0

    text = desk.read("docs/it/plan.md")
    assert "source: ro" in text
    assert "Ne vedem în mai la Prato." in text
    assert "suedeză" not in text


def test_sentences_that_were_translated_before_are_offered_with_their_line(desk: Desk) -> None:
    desk.change("docs/sv/index.md", "Välkommen till oss alla.", "Vi ses i maj i Prato.")

    said = desk.say("start", "ro", "index")

    (line,) = (int(found) for found in re.findall(r"line (\d+), the same words", said.stdout))
    assert "→ Ne vedem în mai la Prato." in said.stdout
    assert "docs/ro/plan.md:12" in said.stdout
    assert desk.read("docs/ro/index.md").split("\n")[line - 1] == "Vi ses i maj i Prato."


def test_a_dry_run_shows_the_page_and_writes_nothing(desk: Desk) -> None:
    said = desk.say("start", "it", "news/2021-05", "--dry-run")

    assert "Det var en gång en stad." in said.stdout
    assert not desk.path("docs/it").exists()
    assert not desk.path("docs/it/news/2021-05.md").exists()


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (["it", "plam"], 2, "Did you mean 'plan'?"),
        (["zz", "plan"], 2, "there is no language 'zz'"),
        (["it", "plan", "--from", "zz"], 2, "there is no language 'zz'"),
        (["it", "plan", "--from", "en"], 1, "there is no text in 'en' to translate from"),
        (["it", "plan", "--from", "it"], 1, "there is no text in 'it' to translate from"),
        (["sv", "plan"], 1, "is there already"),
    ],
)
def test_what_cannot_be_begun_is_told_with_what_can(
    desk: Desk, words: list[str], code: int, hint: str
) -> None:
    said = desk.say("start", *words)

    assert said.exit_code == code
    assert hint in said.stderr


def test_a_page_not_meant_for_a_language_is_not_begun_in_it(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "title: Planen\n", "title: Planen\ntranslate: [ro]\n")

    said = desk.say("start", "it", "plan")

    assert said.exit_code == 1
    assert "is not meant for 'it'" in said.stderr


def test_a_draft_is_no_source(desk: Desk) -> None:
    desk.change("docs/ro/plan.md", "status: translated", "status: draft")

    assert "is a draft itself" in desk.say("start", "it", "plan", "--from", "ro").stderr


def test_of_two_who_begin_the_same_page_one_is_told_and_nothing_is_overwritten(desk: Desk) -> None:
    startings = [read_starting(desk.project, "plan.md", "it", source=code) for code in ("sv", "ro")]
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(lambda starting: _begin(desk, starting), startings))

    assert sorted(outcomes) == [False, True]
    assert desk.read("docs/it/plan.md") == startings[outcomes.index(True)].text


def _begin(desk: Desk, starting: Starting) -> bool:
    try:
        write_starting(desk.project, starting)
    except PublicationError:
        return False
    return True


def test_a_start_that_is_killed_leaves_a_whole_page_or_none(desk: Desk) -> None:
    desk.write("docs/sv/plan.md", desk.read("docs/sv/plan.md") + "En rad till.\n\n" * 2000)
    program = (
        "import sys; from pathlib import Path; from publications.project import load_project;"
        "from publications.status.starting import read_starting, write_starting;"
        "p = load_project(Path(sys.argv[1])); s = read_starting(p, 'plan.md', 'it');"
        "print('now', flush=True); write_starting(p, s)"
    )
    whole = read_starting(desk.project, "plan.md", "it").text
    for number in range(2):
        desk.path("docs/it/plan.md").unlink(missing_ok=True)
        writing = subprocess.Popen([sys.executable, "-c", program, desk.root], stdout=subprocess.PIPE)
        assert writing.stdout
        writing.stdout.readline()
        time.sleep(0.005 * number)
        writing.kill()
        writing.wait()
        path = desk.path("docs/it/plan.md")
        assert not path.exists() or path.read_text(encoding="utf-8") == whole


def test_a_page_that_was_just_begun_keeps_nobody_from_publishing(desk: Desk) -> None:
    before = desk.say("check").output
    assert desk.say("start", "ro", "news/2021-05").exit_code == 0

    assert desk.say("check").output == before
