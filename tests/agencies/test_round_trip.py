"""To an agency and home: every format, edited with the library of another maker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from click.testing import Result
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from publications.status.reading import read_page_status
from publications.translation.version import version_of
from tests.agencies.italian import (
    PAGE,
    translate_docx,
    translate_po,
    translate_xliff,
    translate_xliff_2,
)
from tests.commands.conftest import Desk
from tests.conftest import copy_inputs

FORMATS = {
    "xliff": ("xlf", translate_xliff),
    "xliff --xliff 2.1": ("xlf", translate_xliff_2),
    "po": ("po", translate_po),
    "docx": ("docx", translate_docx),
}
Translate = Callable[[Path], None]


def sent(desk: Desk, *words: str) -> Path:
    """A file as `pubs export` makes it."""
    file = (
        desk.root
        / f"sent.{ {'xliff': 'xlf'}.get(words[words.index('--format') + 1]) or words[words.index('--format') + 1] }"
    )
    said = desk.say("export", *words, "--output", str(file), "--force")
    assert said.exit_code == 0, said.output
    return file


def home(desk: Desk, file: Path, *words: str) -> Result:
    return desk.say("import", str(file), *words)


def all_files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".cache" not in path.parts and not path.name.startswith("sent")
    }


@pytest.mark.parametrize("name", FORMATS)
def test_a_page_that_an_agency_translated_is_made_from_its_file(desk: Desk, name: str) -> None:
    file = sent(desk, "it", "plan", "--format", *name.split())
    FORMATS[name][1](file)

    said = home(desk, file)

    assert said.exit_code == 0, said.output
    page = desk.read("docs/it/plan.md")
    assert page.split("---\n\n", 1)[1] == PAGE
    assert (
        f"source: sv\n  version: {version_of(desk.read('docs/sv/plan.md'))}\n  status: translated\n" in page
    )
    assert read_page_status(desk.project, "plan.md").translations["it"].state == "current"
    assert "Next: pubs check" in said.stdout


@pytest.mark.parametrize("name", FORMATS)
def test_the_real_sites_files_come_home_unopened_and_change_no_byte(tmp_path: Path, name: str) -> None:
    desk = Desk(copy_inputs(tmp_path / "project"))
    for locale in ("ro", "en"):
        desk.say("export", locale, "--all", "--format", *name.split(), "--output", str(tmp_path / locale))
    before = all_files(desk.root)

    said = [home(desk, file) for folder in ("ro", "en") for file in sorted((tmp_path / folder).iterdir())]

    assert [one.exit_code for one in said] == [0] * 5, "\n".join(one.output for one in said)
    assert all_files(desk.root) == before


@pytest.mark.parametrize("name", FORMATS)
def test_a_dry_run_shows_what_would_change_and_writes_nothing(desk: Desk, name: str) -> None:
    file = sent(desk, "it", "plan", "--format", *name.split())
    FORMATS[name][1](file)
    before = all_files(desk.root)

    said = home(desk, file, "--dry-run")

    assert "Would make docs/it/plan.md: 7 blocks" in said.stdout
    assert all_files(desk.root) == before


def changed(file: Path, words: str, translation: str) -> Path:
    """A catalog with another translation of one text."""
    catalog = polib.pofile(str(file))
    entry = next(entry for entry in catalog if entry.msgid == words)
    entry.msgstr, entry.flags = translation, []
    catalog.save()
    return file


def test_one_edited_block_changes_its_own_line_and_no_other_byte(desk: Desk) -> None:
    file = sent(desk, "ro", "plan", "--all", "--format", "po")
    before = desk.read("docs/ro/plan.md")
    changed(file, "Vi ses i maj i Prato.", "Ne vedem la Prato, în mai.")

    assert home(desk, file).exit_code == 0

    assert desk.read("docs/ro/plan.md") == before.replace(
        "Ne vedem în mai la Prato.", "Ne vedem la Prato, în mai."
    )


def test_line_ends_of_windows_and_a_byte_order_mark_stay(desk: Desk) -> None:
    page = desk.read("docs/ro/plan.md").replace("\n", "\r\n")
    desk.write("docs/ro/plan.md", f"\ufeff{page}")
    file = sent(desk, "ro", "plan", "--all", "--format", "po")
    changed(file, "Vi ses i maj i Prato.", "La Prato, în mai.")

    home(desk, file)

    assert (
        desk.read("docs/ro/plan.md")
        == f"\ufeff{page.replace('Ne vedem în mai la Prato.', 'La Prato, în mai.')}"
    )


def test_what_tools_wrap_and_indent_is_no_edit(desk: Desk) -> None:
    file = sent(desk, "ro", "plan", "--all", "--format", "xliff")
    text = file.read_text(encoding="utf-8").replace("Ne vedem în mai", "\n     Ne vedem\n în   mai ")
    file.write_text(text, encoding="utf-8")
    before = all_files(desk.root)

    assert home(desk, file).exit_code == 0
    assert all_files(desk.root) == before


def test_an_edit_made_meanwhile_in_another_block_stays(desk: Desk) -> None:
    file = sent(desk, "ro", "plan", "--all", "--format", "po")
    changed(file, "Vi ses i maj i Prato.", "La Prato, în mai.")
    desk.change("docs/ro/plan.md", "## Pasul următor", "## Pașii următori")

    said = home(desk, file)

    assert said.exit_code == 0, said.output
    assert "## Pașii următori" in desk.read("docs/ro/plan.md")
    assert "La Prato, în mai." in desk.read("docs/ro/plan.md")


def test_two_edits_of_one_block_are_shown_and_what_is_here_stays(desk: Desk) -> None:
    file = sent(desk, "ro", "plan", "--all", "--format", "po")
    changed(file, "Vi ses i maj i Prato.", "La Prato, în mai.")
    changed(file, "Planen", "Planul nostru")
    desk.change("docs/ro/plan.md", "Ne vedem în mai la Prato.", "Ne întâlnim la Prato în luna mai.")

    said = home(desk, file)

    assert said.exit_code == 1
    assert "docs/ro/plan.md:12 was edited here and there" in said.stdout
    assert "Ne întâlnim la Prato în luna mai." in said.stdout
    assert "La Prato, în mai." in said.stdout
    assert "Ne întâlnim la Prato în luna mai." in desk.read("docs/ro/plan.md")
    assert 'title: "Planul nostru"' in desk.read("docs/ro/plan.md")


def test_a_source_that_was_edited_meanwhile_makes_the_page_outdated_and_loses_nothing(desk: Desk) -> None:
    file = sent(desk, "it", "plan", "--format", "po")
    old = desk.read("docs/sv/plan.md")
    desk.change(
        "docs/sv/plan.md", "Vi ses i maj i Prato.", "Vi ses i augusti i Timișoara, och alla är välkomna."
    )
    translate_po(file)

    assert home(desk, file).exit_code == 0

    status = read_page_status(desk.project, "plan.md").translations["it"]
    assert (status.state, status.version) == ("outdated", str(version_of(old)))
    assert [change.old for change in status.changes] == ["Vi ses i maj i Prato."]


def test_what_a_source_has_said_since_is_sent_with_what_it_said_before(desk: Desk) -> None:
    desk.change(
        "docs/sv/plan.md", "Vi ses i maj i Prato.", "Vi ses i augusti i Timișoara, och alla är välkomna."
    )
    file = sent(desk, "ro", "--format", "po")

    entry = next(entry for entry in polib.pofile(str(file)) if "augusti" in entry.msgid)

    assert entry.fuzzy
    assert entry.msgstr == "Ne vedem în mai la Prato."
    assert "Before: Vi ses i maj i Prato." in entry.comment


def test_a_change_that_the_agency_followed_makes_the_page_current(desk: Desk) -> None:
    desk.change(
        "docs/sv/plan.md", "Vi ses i maj i Prato.", "Vi ses i augusti i Timișoara, och alla är välkomna."
    )
    file = sent(desk, "ro", "--format", "po")
    changed(
        file,
        "Vi ses i augusti i Timișoara, och alla är välkomna.",
        "Ne vedem în august la Timișoara, toți sunt bineveniți.",
    )

    said = home(desk, file)

    assert said.exit_code == 0, said.output
    assert read_page_status(desk.project, "plan.md").translations["ro"].state == "current"


def test_a_change_that_nobody_followed_stays_outdated(desk: Desk) -> None:
    desk.change(
        "docs/sv/plan.md", "Vi ses i maj i Prato.", "Vi ses i augusti i Timișoara, och alla är välkomna."
    )
    file = sent(desk, "ro", "--format", "po")
    changed(file, "Nästa steg", "Pașii următori")

    said = home(desk, file)

    assert "these lines show no trace of it, so they stay outdated: 12" in said.stdout
    assert "Next: pubs diff ro plan" in said.stdout
    assert read_page_status(desk.project, "plan.md").translations["ro"].state == "outdated"


def test_a_block_that_the_translation_lacked_comes_to_its_place(desk: Desk) -> None:
    desk.change("docs/sv/plan.md", "## Nästa steg", "Alla är välkomna till vår stora fest.\n\n## Nästa steg")
    file = sent(desk, "ro", "--format", "po")
    changed(
        file, "Alla är välkomna till vår stora fest.", "Toată lumea este binevenită la petrecerea noastră."
    )

    said = home(desk, file)

    assert said.exit_code == 0, said.output
    assert "de tone.\n\nToată lumea este binevenită la petrecerea noastră.\n\n## Pasul următor" in desk.read(
        "docs/ro/plan.md"
    )
    assert read_page_status(desk.project, "plan.md").translations["ro"].state == "current"


def test_half_a_page_comes_home_as_a_draft(desk: Desk) -> None:
    file = sent(desk, "it", "plan", "--format", "po")
    changed(file, "Vi ses i maj i Prato.", "Ci vediamo a maggio a Prato.")

    said = home(desk, file)

    assert said.exit_code == 0, said.output
    assert "status: draft" in desk.read("docs/it/plan.md")
    assert "6 blocks still to be translated" in said.stdout
    translate_po(file)
    assert home(desk, file).exit_code == 0
    assert desk.read("docs/it/plan.md").split("---\n\n", 1)[1] == PAGE


def test_changes_that_an_agency_tracked_in_word_count_as_made(desk: Desk) -> None:
    file = sent(desk, "ro", "plan", "--all", "--format", "docx")
    document = Document(str(file))
    cell = next(row.cells[2] for row in document.tables[0].rows if "Vi ses i maj" in row.cells[1].text)
    (run,) = cell.paragraphs[0].runs
    deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
    run._r.addprevious(deleted)  # noqa: SLF001 (python-docx has no tracked changes)
    deleted.append(run._r)  # noqa: SLF001
    text = run._r.find(qn("w:t"))  # noqa: SLF001
    text.tag = qn("w:delText")
    deleted.addnext(inserted)
    inserted.append(OxmlElement("w:r"))
    inserted[0].append(OxmlElement("w:t"))
    inserted[0][0].text = "La Prato, în mai."
    document.save(str(file))

    assert home(desk, file).exit_code == 0

    assert "\nLa Prato, în mai.\n" in desk.read("docs/ro/plan.md")


def test_any_other_word_file_still_becomes_a_page(desk: Desk, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Hej.")
    document.save(str(tmp_path / "letter.docx"))

    said = desk.say("import", str(tmp_path / "letter.docx"))

    assert said.exit_code == 2
    assert "letter.docx is no file that pubs export made" in said.stderr


def test_an_export_counts_and_never_writes_over_a_file(desk: Desk) -> None:
    file = desk.root / "sent.xlf"

    said = desk.say("export", "it", "plan", "--format", "xliff", "--output", str(file))

    assert "1 page\n  new                7 segments       30 words\n" in said.stdout
    assert "Next: send it; when it comes back: pubs import sent.xlf" in said.stdout
    assert desk.say("export", "it", "--format", "xliff", "--output", str(file)).exit_code == 2


def test_a_page_that_was_renamed_or_taken_away_is_told_and_the_others_come_in(desk: Desk) -> None:
    file = sent(desk, "it", "plan", "news/2021-05", "--format", "po")
    changed(file, "Det var en gång en stad.", "C’era una volta una città.")
    desk.path("docs/sv/plan.md").rename(desk.path("docs/sv/our-plan.md"))

    said = home(desk, file)

    assert said.exit_code == 1
    assert "there is no page 'plan.md' in 'sv' any more. Did you mean 'our-plan.md'?" in " ".join(
        said.output.split()
    )
    assert "C’era una volta una città." in desk.read("docs/it/news/2021-05.md")


def test_signs_that_an_agency_types_are_words_and_no_markup(desk: Desk) -> None:
    file = sent(desk, "ro", "plan", "--all", "--format", "po")
    changed(
        file, "Vi ses i maj i Prato.", "Ne vedem *aici* <script>alert(1)</script> [la](javascript:x) Prato."
    )

    home(desk, file)

    written = r"Ne vedem \*aici* \<script>alert(1)\</script> \[la](javascript:x) Prato."
    assert written in desk.read("docs/ro/plan.md")
    assert read_page_status(desk.project, "plan.md").translations["ro"].state == "current"
