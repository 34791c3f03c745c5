"""A file that was sent before a page was given another name."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from click.testing import Result

from publications.status.reading import read_page_status
from tests.agencies.italian import PAGE, translate_po, translate_xliff
from tests.commands.conftest import Desk

REPORT = "---\ntitle: Rapport\nsummary: Kort.\n---\n\n# Rapport\n\nAllt om [planen](plan.md) och mer.\n"


@pytest.fixture
def report(desk: Desk) -> Desk:
    """With the page that the plan links to, and that links back."""
    desk.write("docs/sv/rapport.md", REPORT)
    return desk


def sent(desk: Desk, *words: str) -> Path:
    file = desk.root / f"sent.{'po' if 'po' in words else 'xlf'}"
    said = desk.say("export", *words, "--output", str(file))
    assert said.exit_code == 0, said.output
    return file


def renamed(desk: Desk, old: str, new: str) -> None:
    said = desk.say("rename", old, new)
    assert said.exit_code == 0, said.output


def home(desk: Desk, file: Path) -> Result:
    said = desk.say("import", str(file))
    assert said.exit_code == 0, said.output
    return said


def test_a_translation_comes_home_to_the_pages_new_name_and_leads_where_its_links_lead_now(
    report: Desk,
) -> None:
    file = sent(report, "it", "plan", "--format", "xliff")
    translate_xliff(file)
    renamed(report, "plan", "news/our-plan")
    renamed(report, "rapport", "reports/first")

    said = home(report, file)

    assert "plan was sent, and is news/our-plan by now." in said.stdout
    page = report.read("docs/it/news/our-plan.md").split("---\n\n", 1)[1]
    assert page == PAGE.replace("(rapport.md)", "(../reports/first.md)")
    assert not report.path("docs/it/plan.md").exists()
    assert read_page_status(report.project, "news/our-plan.md").translations["it"].state == "current"


def test_a_page_of_two_renames_is_found_by_its_last_name(desk: Desk) -> None:
    file = sent(desk, "it", "plan", "--format", "po")
    translate_po(file)
    renamed(desk, "plan", "our-plan")
    renamed(desk, "our-plan", "the-plan")

    home(desk, file)

    assert desk.path("docs/it/the-plan.md").is_file()


def test_a_link_that_a_rename_wrote_anew_is_no_conflict_with_what_an_agency_wrote(report: Desk) -> None:
    file = sent(report, "ro", "plan", "--all", "--format", "po")
    catalog = polib.pofile(str(file))
    entry = next(entry for entry in catalog if "rapporten" in entry.msgid)
    entry.msgstr = "Vedeți <1>raportul</1> despre 1.250 de tone."
    catalog.save()
    renamed(report, "rapport", "report")
    before = report.read("docs/ro/plan.md")

    said = home(report, file)

    assert "was sent, and is" not in said.stdout
    assert report.read("docs/ro/plan.md") == before.replace("Citiți [raportul]", "Vedeți [raportul]")
    assert read_page_status(report.project, "plan.md").translations["ro"].state == "current"


def test_an_unopened_file_of_a_renamed_page_changes_no_byte(report: Desk) -> None:
    file = sent(report, "ro", "plan", "--all", "--format", "xliff")
    renamed(report, "plan", "news/our-plan")
    before = report.read("docs/ro/news/our-plan.md")

    home(report, file)

    assert report.read("docs/ro/news/our-plan.md") == before


def test_a_page_that_took_an_old_name_stays_itself(desk: Desk) -> None:
    renamed(desk, "plan", "our-plan")
    desk.write("docs/sv/plan.md", desk.read("docs/sv/our-plan.md"))
    file = sent(desk, "it", "plan", "--format", "po")
    translate_po(file)

    home(desk, file)

    assert desk.path("docs/it/plan.md").is_file()
    assert not desk.path("docs/it/our-plan.md").exists()


def test_a_page_that_was_taken_away_is_told_and_not_led_on(desk: Desk) -> None:
    file = sent(desk, "it", "plan", "--format", "po")
    translate_po(file)
    assert desk.say("rm", "plan", "--to", "news/2021-05").exit_code == 0

    said = desk.say("import", str(file))

    assert said.exit_code == 1
    assert "there is no page 'plan.md' in 'sv' any more." in " ".join(said.output.split())
    assert not desk.path("docs/it/news/2021-05.md").exists()
