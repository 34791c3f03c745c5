"""A plain `mkdocs build` tells every fault of every language at once, and loses nothing of an odd file."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from publications.reading.source_page import read_source_page
from tests.checks.conftest import write_files
from tests.conftest import run

HEADINGS = """\
---
title: Rubriker
---

# Rubriker

## Källor *och* `kod` & mer

## Källor *och* `kod` & mer

## Egen { #own }

## Own

##Utan blanksteg

Understruken
------------

### 2021–2022: [länk](../index.md)

### …
"""


def mkdocs_build(project: Path, *options: str) -> tuple[int, str]:
    done = run(sys.executable, "-m", "mkdocs", "build", *options, cwd=project)
    return done.returncode, done.stdout + done.stderr


def test_errors_of_all_languages_are_told_in_one_run_and_their_texts_are_withheld(project: Path) -> None:
    write_files(
        project,
        {
            "docs/ro/newsletters/a.md": "---\ntitle: Orașe: o strategie\n---\n\n# Orașe\n",
            "docs/it/newsletters/b.md": "---\ntitle: B\n---\n\n# Città\n".encode("iso-8859-1"),
            "docs/en/newsletters/c.md": "---\ntitle: C\n---\n\n# C\n\n[nowhere](d.md)\n",
        },
    )

    code, said = mkdocs_build(project)

    assert code == 0
    assert "docs/ro/newsletters/a.md:2: the front matter cannot be read" in said
    assert "docs/it/newsletters/b.md:5: is not UTF-8" in said
    assert "docs/en/newsletters/c.md:7: 'd.md' leads to nothing" in said
    assert "Traceback" not in said
    published = {path.name for path in (project / "site" / "en" / "newsletters").iterdir() if path.is_dir()}
    assert published == {"2021-05", "c"}


def test_a_warning_fails_a_strict_build_once_and_odd_files_are_shown_whole(project: Path) -> None:
    newsletters = project / "docs" / "sv" / "newsletters"
    whole = (
        "---\ntitle: Hel\nsummary: Allt är kvar.\n---\n\n# Hel\n\nFörsta stycket.\n\n- [Länk](nowhere.md)\n"
    )
    write_files(
        project,
        {
            "docs/sv/newsletters/bom.md": whole.replace("\n", "\r\n").encode("utf-8-sig"),
            "docs/sv/newsletters/headings.md": HEADINGS,
        },
    )

    code, said = mkdocs_build(project, "--strict")

    assert code == 1
    assert said.count("'nowhere.md' leads to nothing") == 1
    assert "docs/sv/newsletters/bom.md:10" in said
    page = (project / "site" / "sv" / "newsletters" / "bom" / "index.html").read_text(encoding="utf-8")
    assert "Första stycket." in page
    assert "title: Hel" not in page
    assert "\ufeff" not in page
    assert _heading_ids(project / "site" / "sv" / "newsletters" / "headings") == _checked_ids(newsletters)


def _heading_ids(folder: Path) -> list[str]:
    """The ids of the article's headings, as the site has them; the theme's own headings come after it."""
    page = (folder / "index.html").read_text(encoding="utf-8")
    return re.findall(r'<h[1-6][^>]* id="([^"]*)"', page)[: len(_checked_ids_of(HEADINGS))]


def _checked_ids(newsletters: Path) -> list[str]:
    source = read_source_page(newsletters / "headings.md", "sv", "newsletters/headings.md")
    return [heading.id for heading in source.anatomy.headings]


def _checked_ids_of(text: str) -> list[str]:
    return re.findall(r"^#+ |^-{4,}", text, re.MULTILINE)
