"""`pubs diff`: what has changed in the source, beside the lines of the translator's own file."""

from __future__ import annotations

import pytest

from publications.translation.version import version_of
from tests.commands.conftest import Desk


def test_a_change_stands_word_by_word_with_the_line_of_the_translators_file(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "i Prato", "i Borås")

    said = desk.say("diff", "ro", "plan")

    assert said.exit_code == 0, said.output
    assert "docs/ro/plan.md, line 12" in said.stdout
    assert "Vi ses i maj i [-Prato-]." in said.stdout
    assert "Vi ses i maj i {+Borås+}." in said.stdout
    assert "yours: Ne vedem în mai la Prato." in said.stdout
    assert f"version: {version_of(desk.read('docs/sv/plan.md'))}" in said.stdout
    assert "pubs done ro plan" in said.stdout
    assert "\x1b" not in said.stdout, "colours are for terminals"


def test_it_can_be_read_in_eighty_columns(desk: Desk) -> None:
    desk.change(
        "docs/sv/plan.md", "Sedan skriver vi en rapport", "Sedan skriver vi alla tillsammans en rapport"
    )
    desk.change("docs/sv/plan.md", "i Prato", "i Borås")

    said = desk.say("diff", "ro", "plan")

    assert max(map(len, said.stdout.splitlines())) <= 100


def test_a_changed_number_is_offered_in_the_translators_own_line(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "1 250", "1 340")

    said = desk.say("diff", "ro", "plan")

    assert "line 14 could be: Citiți [raportul](rapport.md) despre 1.340 de tone." in said.stdout


def test_what_is_new_and_what_is_gone_has_its_place(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "Läs [rapporten](rapport.md) om 1 250 ton.\n\n", "")
    desk.change("docs/sv/plan.md", "av varandra.\n", "av varandra.\n\nTill sist firar vi med hela staden.\n")

    said = desk.say("diff", "ro", "plan")

    assert "taken out: docs/ro/plan.md, line 14" in said.stdout
    assert "new: docs/ro/plan.md, below line 18" in said.stdout


def test_parts_that_are_not_translated_come_with_their_lines(desk: Desk) -> None:
    desk.change(
        "docs/ro/plan.md",
        "Apoi scriem un raport despre tot ce am învățat unii de la alții.",
        "Sedan skriver vi en rapport om allt som vi har lärt oss av varandra.",
    )

    assert "docs/ro/plan.md, line 18, not translated yet" in desk.say("diff", "ro", "plan").stdout


@pytest.mark.parametrize(
    ("locale", "page", "words"),
    [
        ("ro", "plan", "is current"),
        ("ro", "index", "pubs start ro index"),
        ("sv", "plan", "is the original"),
    ],
)
def test_where_nothing_has_changed_the_next_step_is_told(
    desk: Desk, locale: str, page: str, words: str
) -> None:
    said = desk.say("diff", locale, page)

    assert said.exit_code == 0
    assert words in said.stdout
    assert "Next: " in said.stdout


def test_a_lost_source_text_is_told_and_what_to_do_then(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "i Prato", "i Borås")
    for kept in desk.path("i18n/sources").iterdir():
        kept.unlink()

    said = desk.say("diff", "ro", "plan")

    assert "of which no text is known" in said.stdout
    assert "pubs done ro plan" in said.stdout


def test_a_source_text_that_only_git_remembers_is_found(desk: Desk) -> None:
    desk.commit()
    desk.change("docs/sv/plan.md", "i Prato", "i Borås")
    for kept in desk.path("i18n/sources").iterdir():
        kept.unlink()

    assert "{+Borås+}" in desk.say("diff", "ro", "plan").stdout
