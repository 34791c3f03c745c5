"""A small project in two languages and a half, and a person who types commands in it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from publications.commands.cli import main
from publications.project import Project, load_project
from publications.status.reading import read_page_status
from publications.translation.version import version_of
from tests.conftest import ROOT

PLAN = """\
---
title: Planen
summary: Vad vi ska göra.
---

# Planen

Vi ses i maj i Prato.

Läs [rapporten](rapport.md) om 1 250 ton.

## Nästa steg { #next }

Sedan skriver vi en rapport om allt som vi har lärt oss av varandra.
"""
PLAN_RO = """\
---
title: "Planul"   # așa
summary: Ce vom face.
translation:
  source: sv  # suedeză
  version: {version}
  status: translated
---

# Planul

Ne vedem în mai la Prato.

Citiți [raportul](rapport.md) despre 1.250 de tone.

## Pasul următor {{ #next }}

Apoi scriem un raport despre tot ce am învățat unii de la alții.
"""
INDEX = "---\ntitle: {0}\nsummary: {0}.\n---\n\n# {0}\n\n{1}\n"


@dataclass(frozen=True)
class Desk:
    """A project and its command line. `say` types a command, as from the project's folder."""

    root: Path

    def say(self, *words: str) -> Result:
        return CliRunner(env={"COLUMNS": "100"}).invoke(main, [*words, "--project", str(self.root)])

    def path(self, name: str) -> Path:
        return self.root / name

    def read(self, name: str) -> str:
        return self.path(name).read_bytes().decode("utf-8")

    def write(self, name: str, text: str) -> None:
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_bytes(text.encode())

    def change(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert old in text
        self.write(name, text.replace(old, new))

    @property
    def project(self) -> Project:
        return load_project(self.root)

    def git(self, *words: str) -> str:
        names = ("-c", "user.name=Eva Lind", "-c", "user.email=eva@example.org", "-c", "commit.gpgsign=false")
        return subprocess.run(
            ["git", *names, *words], cwd=self.root, check=True, capture_output=True, encoding="utf-8"
        ).stdout

    def commit(self) -> None:
        if not self.path(".git").exists():
            self.git("init", "--quiet", "--initial-branch=main")
            self.write(".gitignore", ".cache/\n")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "so")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Swedish originals, one of them in Romanian; its source text is kept."""
    made = Desk(tmp_path / "project")
    version = str(version_of(PLAN))
    made.write("mkdocs.yml", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    made.write("docs/sv/index.md", INDEX.format("Hem", "Välkommen till oss alla."))
    made.write("docs/sv/news/2021-05.md", INDEX.format("Maj", "Det var en gång en stad."))
    made.write("docs/sv/plan.md", PLAN)
    made.write("docs/ro/plan.md", PLAN_RO.format(version=version))
    made.write(f"i18n/sources/{version}.md", PLAN)
    return made


@pytest.fixture
def state(desk: Desk) -> Callable[[str, str], str]:
    """Where a page stands in a language, as the commands see it."""

    def read(page: str, locale: str) -> str:
        return str(read_page_status(desk.project, page).translations[locale].state)

    return read
