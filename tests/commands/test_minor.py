"""`pubs minor`: an editor says "this edit changes no meaning"."""

from __future__ import annotations

from collections.abc import Callable

from publications.translation.version import version_of
from tests.commands.conftest import Desk

State = Callable[[str, str], str]


def test_an_edit_without_meaning_outdates_no_translation(desk: Desk, state: State) -> None:
    old = version_of(desk.read("docs/sv/plan.md"))
    desk.change("docs/sv/plan.md", "Vi ses i maj", "Vi träffas i maj")
    assert state("plan.md", "ro") == "outdated"

    said = desk.say("minor", "plan", "--why", "another word")

    assert said.exit_code == 0, said.output
    assert "[-ses-]" in said.stdout
    assert state("plan.md", "ro") == "current"
    line = desk.read("i18n/same-meaning.txt")
    assert line.startswith(f"{old} → {version_of(desk.read('docs/sv/plan.md'))} docs/sv/plan.md ")
    assert line.endswith(": another word\n")


def test_the_next_edit_is_followed_again(desk: Desk, state: State) -> None:
    desk.change("docs/sv/plan.md", "Vi ses i maj", "Vi träffas i maj")
    desk.say("minor", "plan")
    desk.change("docs/sv/plan.md", "i Prato", "i Borås")

    assert state("plan.md", "ro") == "outdated"


def test_an_earlier_edit_with_a_meaning_is_not_waved_through(desk: Desk, state: State) -> None:
    desk.commit()
    desk.change("docs/sv/plan.md", "i Prato", "i Borås")
    desk.commit()
    desk.change("docs/sv/plan.md", "Vi ses i maj", "Vi träffas i maj")

    said = desk.say("minor", "plan")

    assert "none; what follows an older text stays as it is" in said.stdout
    assert state("plan.md", "ro") == "outdated"


def test_an_edit_that_is_committed_already_counts_too(desk: Desk, state: State) -> None:
    desk.commit()
    desk.change("docs/sv/plan.md", "Vi ses i maj", "Vi träffas i maj")
    desk.commit()

    assert desk.say("minor", "docs/sv/plan.md").exit_code == 0
    assert state("plan.md", "ro") == "current"


def test_what_others_have_vouched_for_stays(desk: Desk) -> None:
    desk.write("i18n/same-meaning.txt", "# ours\n0000-0001 → 0000-0002 x 2021-01-01 Eva: comma")
    desk.change("docs/sv/plan.md", "Vi ses i maj", "Vi träffas i maj")

    desk.say("minor", "plan")
    desk.say("minor", "plan")

    lines = desk.read("i18n/same-meaning.txt").splitlines()
    assert lines[:2] == ["# ours", "0000-0001 → 0000-0002 x 2021-01-01 Eva: comma"]
    assert len(lines) == 3


def test_the_file_keeps_the_byte_order_mark_and_line_ends_that_an_editor_gave_it(desk: Desk) -> None:
    before = "\ufeff# ours\r\n0000-0001 → 0000-0002 x 2021-01-01 Eva: comma\r\n"
    desk.write("i18n/same-meaning.txt", before)
    desk.change("docs/sv/plan.md", "Vi ses i maj", "Vi träffas i maj")

    assert desk.say("minor", "plan").exit_code == 0

    after = desk.read("i18n/same-meaning.txt")
    assert after.startswith(before)
    assert after.count("\n") == after.count("\r\n") == 3


def test_a_dry_run_shows_what_one_would_vouch_for_and_writes_nothing(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "Vi ses i maj", "Vi träffas i maj")

    said = desk.say("minor", "plan", "--dry-run")

    assert "{+träffas+}" in said.stdout
    assert not desk.path("i18n/same-meaning.txt").exists()


def test_where_there_is_nothing_to_vouch_for_nothing_is_written(desk: Desk) -> None:
    said = desk.say("minor", "plan")

    assert said.exit_code == 1
    assert "there is nothing to say" in said.stderr


def test_a_version_that_is_none_is_told(desk: Desk) -> None:
    said = desk.say("minor", "plan", "--since", "hello")

    assert said.exit_code == 2
    assert "'hello' is no version" in said.stderr


def test_a_version_that_nobody_knows_is_refused_with_the_nearest(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "Vi ses i maj", "Vi träffas i maj")

    said = desk.say("minor", "plan", "--since", "abcd-1234")

    assert said.exit_code == 1
    assert "there was no version 'abcd-1234' of it" in said.stderr
    assert not desk.path("i18n/same-meaning.txt").exists()
