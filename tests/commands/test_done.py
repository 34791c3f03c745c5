"""`pubs done`: a translator says "I have followed this version", and no word of the page is touched."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from publications.faults import PublicationError
from publications.finding import read_statuses
from publications.status.following import read_following, write_following
from publications.translation.version import version_of
from tests.commands.conftest import Desk

State = Callable[[str, str], str]


def without_version(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.startswith("  version:"))


def test_a_page_that_was_mended_follows_its_source_again(desk: Desk, state: State) -> None:
    desk.commit()
    desk.change("docs/sv/plan.md", "i Prato", "i Borås")
    assert state("plan.md", "ro") == "outdated"
    desk.change("docs/ro/plan.md", "la Prato", "la Borås")
    before = desk.read("docs/ro/plan.md")

    said = desk.say("done", "ro", "plan")

    assert said.exit_code == 0, said.output
    assert "It is current." in said.stdout
    assert state("plan.md", "ro") == "current"
    assert without_version(desk.read("docs/ro/plan.md")) == without_version(before)
    version = str(version_of(desk.read("docs/sv/plan.md")))
    assert desk.read(f"i18n/sources/{version}.md") == desk.read("docs/sv/plan.md")


def test_a_change_that_left_no_trace_is_refused_with_its_line(desk: Desk, state: State) -> None:
    desk.change("docs/sv/plan.md", "i Prato", "i Borås")
    before = desk.read("docs/ro/plan.md")

    said = desk.say("done", "ro", "plan")

    assert said.exit_code == 1
    assert "line 12: text: Vi ses i maj i Borås." in said.stderr
    assert "--confirm 12" in said.stderr
    assert desk.read("docs/ro/plan.md") == before
    assert state("plan.md", "ro") == "outdated"


@pytest.mark.parametrize("how", [["--confirm", "12"], ["--all"]])
def test_a_change_can_be_confirmed_as_right_already(desk: Desk, state: State, how: list[str]) -> None:
    desk.change("docs/sv/plan.md", "i Prato", "i Borås")

    assert desk.say("done", "ro", "plan", *how).exit_code == 0
    assert state("plan.md", "ro") == "current"


def test_confirming_one_line_confirms_no_other(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "i Prato", "i Borås")
    desk.change("docs/sv/plan.md", "Sedan skriver vi", "Sedan läser ni")

    said = desk.say("done", "ro", "plan", "--confirm", "12")

    assert said.exit_code == 1
    assert "1 part still" in said.stderr
    assert "Sedan läser ni" in said.stderr


def test_a_number_that_was_followed_needs_no_confirmation_even_without_git(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "1 250", "1 340")
    desk.change("docs/ro/plan.md", "1.250", "1.340")

    assert desk.say("done", "ro", "plan").exit_code == 0


@pytest.mark.parametrize("typed", ["PENDING", "", "0000-0000x"])
def test_a_page_that_never_said_which_text_it_follows_takes_todays(
    desk: Desk, state: State, typed: str
) -> None:
    old = str(version_of(desk.read("docs/sv/plan.md")))
    desk.change("docs/ro/plan.md", f"version: {old}", f"version: {typed}")

    assert desk.say("done", "ro", "plan").exit_code == 0
    assert state("plan.md", "ro") == "current"


def test_who_has_read_it_is_named_and_it_is_reviewed(desk: Desk) -> None:
    assert desk.say("done", "ro", "plan", "--reviewed-by", "Andrei Pop").exit_code == 0

    text = desk.read("docs/ro/plan.md")
    assert "status: reviewed" in text
    assert "Andrei Pop" in text


def test_a_machine_translation_stays_one_until_somebody_has_read_it(desk: Desk) -> None:
    desk.change("docs/ro/plan.md", "status: translated", "status: machine")
    desk.change("docs/sv/plan.md", "1 250", "1 340")
    desk.change("docs/ro/plan.md", "1.250", "1.340")

    assert desk.say("done", "ro", "plan").exit_code == 0
    assert "status: machine" in desk.read("docs/ro/plan.md")


def test_a_dry_run_shows_the_line_and_writes_nothing(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "1 250", "1 340")
    desk.change("docs/ro/plan.md", "1.250", "1.340")
    before = desk.read("docs/ro/plan.md")

    said = desk.say("done", "ro", "plan", "--dry-run")

    assert f"version: {version_of(desk.read('docs/sv/plan.md'))}" in said.stdout
    assert desk.read("docs/ro/plan.md") == before
    assert len(list(desk.path("i18n/sources").iterdir())) == 1


@pytest.mark.parametrize(
    "typed",
    [
        "plan",
        "plan.md",
        "PLAN",
        "docs/ro/plan.md",
        "./docs/sv/plan.md",
        "docs\\ro\\plan.md",
        "https://www.epi-project.com/ro/plan/",
        "/ro/plan/",
    ],
)
def test_a_page_may_be_named_as_it_is_seen(desk: Desk, typed: str) -> None:
    assert desk.say("done", "ro", typed).exit_code == 0


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (["ro", "plann"], 2, "Did you mean 'plan'?"),
        (["xx", "plan"], 2, "there is no language 'xx'"),
        (["ro", "index"], 1, "pubs start ro index"),
        (["sv", "plan"], 1, "is the original"),
        (["ro"], 2, "Missing argument"),
    ],
)
def test_what_cannot_be_done_is_told_with_what_can(
    desk: Desk, words: list[str], code: int, hint: str
) -> None:
    said = desk.say("done", *words)

    assert said.exit_code == code
    assert hint in said.stderr
    assert "Traceback" not in said.output


@pytest.mark.parametrize(
    "record",
    [
        "translation: sv",
        "translation:\n  source: xx",
        "translation:\n  sorce: sv",
        "translation: &a {source: sv",
    ],
)
def test_a_record_that_cannot_be_read_is_told_and_the_page_left_alone(desk: Desk, record: str) -> None:
    text = f"---\ntitle: Planul\n{record}\n---\n\n# Planul\n"
    desk.write("docs/ro/plan.md", text)

    said = desk.say("done", "ro", "plan")

    assert said.exit_code == 1
    assert "docs/ro/plan.md" in said.stderr
    assert desk.read("docs/ro/plan.md") == text


@pytest.mark.parametrize(
    "typed",
    [
        lambda text: text.replace("\n", "\r\n") + "  \r\n\r\n",
        lambda text: "\ufeff" + text,
        lambda text: "\ufeff" + text.replace("\n", "\r\n", 9) + "Ultimul rând",
    ],
    ids=["windows", "byte order mark", "of two programs"],
)
def test_line_ends_byte_order_mark_and_every_letter_below_the_record_stay(
    desk: Desk, typed: Callable[[str], str]
) -> None:
    desk.write("docs/ro/plan.md", typed(desk.read("docs/ro/plan.md")))
    old = str(version_of(desk.read("docs/sv/plan.md")))
    desk.change("docs/sv/plan.md", "1 250", "1 340")
    desk.change("docs/ro/plan.md", "1.250", "1.340")
    before = desk.read("docs/ro/plan.md")

    assert desk.say("done", "ro", "plan").exit_code == 0
    assert desk.read("docs/ro/plan.md") == before.replace(old, str(version_of(desk.read("docs/sv/plan.md"))))


def test_words_that_were_written_meanwhile_are_not_lost(desk: Desk) -> None:
    following = read_following(desk.project, "plan.md", "ro", reviewer="Andrei Pop")
    desk.change("docs/ro/plan.md", "Ne vedem", "Ne revedem")

    with pytest.raises(PublicationError, match="changed meanwhile"):
        write_following(desk.project, following)

    assert "Ne revedem" in desk.read("docs/ro/plan.md")


def test_two_who_say_so_at_once_leave_one_whole_page(desk: Desk) -> None:
    names = [f"Reader {letter}" for letter in "ABCDEF"]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda name: _say_done(desk, name), names))

    text = desk.read("docs/ro/plan.md")
    assert text.count("translation:") == 1
    assert "Apoi scriem un raport despre tot ce am învățat unii de la alții.\n" in text
    assert any(name in text for name in names)


def _say_done(desk: Desk, name: str) -> None:
    following = read_following(desk.project, "plan.md", "ro", reviewer=name)
    with suppress(PublicationError):
        write_following(desk.project, following)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed as Unix does it")
def test_a_command_that_is_killed_at_any_moment_leaves_the_old_page_or_the_new_one(desk: Desk) -> None:
    body = "\n".join(f"Un rând lung al traducătoarei, numărul {number}." for number in range(3000))
    desk.write("docs/ro/plan.md", desk.read("docs/ro/plan.md") + "\n" + body + "\n")
    desk.change("docs/ro/plan.md", "  status: translated", "  status: translated\n  adapted: true")
    old = desk.read("docs/ro/plan.md")
    program = (
        "import sys; from pathlib import Path; from publications.project import load_project;"
        "from publications.status.following import read_following, write_following;"
        "p = load_project(Path(sys.argv[1])); f = read_following(p, 'plan.md', 'ro', reviewer='A Pop');"
        "print('now', flush=True); [write_following(p, f) for _ in (1,)]"
    )
    seen = set()
    for number in range(4):
        desk.write("docs/ro/plan.md", old)
        writing = subprocess.Popen([sys.executable, "-c", program, desk.root], stdout=subprocess.PIPE)
        assert writing.stdout
        writing.stdout.readline()
        time.sleep(0.006 * number)
        writing.send_signal(signal.SIGKILL)
        writing.wait()
        text = desk.read("docs/ro/plan.md")
        assert text == old or "A Pop" in text
        assert text.endswith(body + "\n")
        seen.add(text == old)
    assert seen


def test_the_stored_source_is_never_half_a_text(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "1 250", "1 340")
    desk.say("done", "ro", "plan", "--all")

    for kept in desk.path("i18n/sources").iterdir():
        assert str(version_of(Path(kept).read_text(encoding="utf-8"))) == kept.stem


def test_a_version_that_was_copied_wrongly_vouches_for_nothing(desk: Desk) -> None:
    version = read_statuses(desk.project).by_page["plan.md"].version
    desk.change("docs/ro/plan.md", version, f"{'0' if version[0] != '0' else '1'}{version[1:]}")
    before = desk.read("docs/ro/plan.md")

    said = desk.say("done", "ro", "plan")

    assert said.exit_code == 2
    assert "a slip in copying?" in said.output
    assert desk.read("docs/ro/plan.md") == before
    assert desk.say("done", "ro", "plan", "--all").exit_code == 0
