"""Importing: real files of LibreOffice become pages, and what they lose is told; what is no document is refused."""

from __future__ import annotations

import json
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.conftest import ROOT, pubs

CASES = ROOT / "tests" / "cases" / "import"
OPTIONS = ("--locale", "sv", "--as", "newsletter", "--name", "2021-09")


def bring_in(project: Path, file: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return pubs("import", file, *OPTIONS, *more, "--project", project)


@pytest.mark.parametrize("kind", ["docx", "odt", "html"])
def test_headings_lists_tables_links_footnotes_and_pictures_are_kept(project: Path, kind: str) -> None:
    done = bring_in(project, CASES / f"newsletter.{kind}")
    text = (project / "docs/sv/newsletters/2021-09.md").read_text(encoding="utf-8")

    assert done.returncode == 0, done.stderr
    for piece in (
        'title: "Nyhetsbrev september 2021: städerna börjar pröva"',
        'date: "2021-09"',
        "# Nyhetsbrev september 2021: städerna börjar pröva\n",
        "## Vad har hänt?\n",
        "### Frågorna i Dietzenbach\n",
        "sin **expertgrupp**, och",
        "- Cluj-Napoca har haft sitt första möte.\n- Dietzenbach har valt tre frågor.\n",
        "1. Språk\n2. Arbete\n3. Bostad\n",
        "| Riga   | 5\u00a0oktober",
        "i maj.[^1] Mer finns på [projektets webbplats](https://www.epi-project.com/sv/).",
        "[^1]: Mötet hölls den 14\u00a0september 2021.",
        "](../../assets/pictures/2021-09-1.png)",
        "”Det tar tid”, säger en av dem, ”men det går framåt”.",
    ):
        assert piece.replace("\u00a0", " ") in text.replace("\u00a0", " "), piece
    assert "<" not in text
    assert (project / "docs/assets/pictures/2021-09-1.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("kind", "lost"),
    [
        ("docx", ["Nästa nyhetsbrev kommer i december.", "EPI, internt utkast"]),
        ("odt", ["Ring oss på tisdagar.", "EPI, internt utkast"]),
        ("html", ["EPI, internt utkast"]),
    ],
)
def test_no_word_is_lost_without_a_word(project: Path, kind: str, lost: list[str]) -> None:
    told = json.loads(bring_in(project, CASES / f"newsletter.{kind}", "--dry-run", "--json").stdout)

    assert [loss["what"] for loss in told["lost"]] == [f"“{words}”" for words in lost]
    assert all(loss["place"] for loss in told["lost"])
    assert told["written"] is False
    assert not (project / "docs/sv/newsletters/2021-09.md").exists()


def test_a_pdf_is_read_by_the_size_of_its_type(project: Path) -> None:
    done = bring_in(project, CASES / "newsletter.pdf")
    text = (project / "docs/sv/newsletters/2021-09.md").read_text(encoding="utf-8")

    assert done.returncode == 0
    assert 'title: "Nyhetsbrev september 2021: städerna börjar pröva"' in text
    assert "## Vad har hänt?\n\nLinköping har bildat sin expertgrupp, och Ravenna" in text
    assert "### Frågorna i Dietzenbach\n" in text
    assert "- Cluj-Napoca har haft sitt första möte.\n- Dietzenbach" in text
    assert "page 1: a table or columns" in done.stdout
    assert "3 links" in done.stdout


def test_plain_text_keeps_its_paragraphs_and_lists(project: Path, tmp_path: Path) -> None:
    assert bring_in(project, CASES / "newsletter.txt").returncode == 0
    text = (project / "docs/sv/newsletters/2021-09.md").read_text(encoding="utf-8")
    assert "Vad har hänt?\n\nLinköping" in text
    assert "- Cluj-Napoca" in text

    wrapped = tmp_path / "brev.txt"
    wrapped.write_text(
        "Ett brev\n\nEn rad\nsom går vidare.\n\n* ett\n* två\n\n# ingen rubrik, 5 * 3 < 20\n",
        encoding="utf-16",
    )
    told = json.loads(
        pubs(
            "import",
            wrapped,
            "--locale",
            "sv",
            "--as",
            "newsletter",
            "--dry-run",
            "--json",
            "--project",
            project,
        ).stdout
    )
    assert "En rad\nsom går vidare.\n\n- ett\n- två\n" in told["text"]
    assert "\\# ingen rubrik, 5 \\* 3 \\< 20" in told["text"]


def test_a_page_made_of_a_file_passes_the_check_and_is_built(project: Path) -> None:
    bring_in(project, CASES / "newsletter.docx")
    checked = pubs("check", "--project", project)
    assert "error" not in checked.stdout.replace("0 errors", ""), checked.stdout
    assert pubs("build", "--project", project).returncode == 0
    assert (project / "site/sv/newsletters/2021-09/index.html").is_file()


def test_nothing_that_exists_is_overwritten(project: Path) -> None:
    bring_in(project, CASES / "newsletter.docx")
    page, picture = project / "docs/sv/newsletters/2021-09.md", project / "docs/assets/pictures/2021-09-1.png"
    before = page.read_bytes(), picture.read_bytes()

    again = bring_in(project, CASES / "newsletter.odt")
    page.unlink()
    picture_there = bring_in(project, CASES / "newsletter.odt")

    assert again.returncode == picture_there.returncode == 1
    assert "is there already, and was left as it is" in again.stdout + again.stderr
    assert "2021-09-1.png" in picture_there.stdout + picture_there.stderr
    assert not page.exists()
    assert picture.read_bytes() == before[1]


def test_a_file_in_another_language_becomes_a_draft_translation_of_the_page(project: Path) -> None:
    done = pubs(
        "import",
        CASES / "newsletter.html",
        "--locale",
        "ro",
        "--as",
        "newsletter",
        "--name",
        "2021-05",
        "--project",
        project,
    )
    text = (project / "docs/ro/newsletters/2021-05.md").read_text(encoding="utf-8")

    assert done.returncode == 0, done.stderr
    assert "source: sv" in text
    assert "status: draft" in text
    assert "pubs done ro newsletters/2021-05" in done.stdout


def test_what_is_no_document_is_refused_in_plain_words(project: Path, tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<a/>" + b" " * 90_000_000)
    locked = tmp_path / "locked.docx"
    locked.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    )
    broken = tmp_path / "broken.docx"
    broken.write_bytes((CASES / "newsletter.docx").read_bytes()[:4000])
    holey = tmp_path / "holey.docx"
    with zipfile.ZipFile(holey, "w") as package:
        package.writestr("word/document.xml", "no xml at all")
    cases = {
        bomb: "would grow to 90 MB",
        locked: "is protected by a password",
        broken: "is damaged, or no document",
        holey: "cannot be read",
        CASES / "newsletter.doc": "save it as .docx",
        made(tmp_path / "empty.docx", b""): "is empty",
        made(tmp_path / "not.pdf", b"%PDF-1.7 and nothing else"): "is damaged, or no PDF",
        made(tmp_path / "picture.docx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"): "is no text document",
        made(tmp_path / "table.zip", zipped("xl/workbook.xml")): "is no text document",
    }
    for file, said in cases.items():
        done = bring_in(project, file)
        told = done.stdout + done.stderr
        assert (done.returncode, said in told, "Traceback" in told) == (1, True, False), (file, told)
    assert not (project / "docs/sv/newsletters/2021-09.md").exists()


def made(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file


def zipped(name: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr(name, "x")
    return held.getvalue()
