"""`pubs new-site`: a project has a site in its languages with one command."""

from __future__ import annotations

from pathlib import Path

import pytest

from publications.starter.starter import hook_text
from tests.conftest import ROOT, pubs
from tests.engine.test_languages import LANGUAGES

NAME = 'The "Open: Harbours" & friends'


def test_a_site_in_every_language_passes_the_check_and_is_built_at_once(tmp_path: Path) -> None:
    done = pubs("new-site", "site", "--languages", ",".join(LANGUAGES), "--name", NAME, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Next: cd site" in done.stdout

    checked = pubs("check", "--strict", cwd=tmp_path / "site")
    built = pubs("build", "--strict", cwd=tmp_path / "site")

    assert checked.stdout.startswith("All is well."), checked.stdout
    assert built.returncode == 0, built.stderr
    site = tmp_path / "site/site"
    for locale in LANGUAGES:
        assert (site / locale / "infographics/from-idea-to-result.pdf").is_file()
        assert len(list((site / locale / "newsletters").glob("*.pdf"))) == 1
    assert "„Open: Harbours“ &amp; friends" in (site / "bg/index.html").read_text(encoding="utf-8")


def test_what_is_there_already_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/README.md").write_text("ours", encoding="utf-8")

    done = pubs("new-site", "site", "--languages", "el,pt_br", "--name", "Harbours", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "README.md is there already, and was left as it is." in done.stdout
    assert (tmp_path / "site/README.md").read_text(encoding="utf-8") == "ours"
    assert "locale: pt-BR" in (tmp_path / "site/mkdocs.yml").read_text(encoding="utf-8")
    assert pubs("build", "--strict", cwd=tmp_path / "site").returncode == 0


def test_a_dry_run_lists_the_files_and_writes_none(tmp_path: Path) -> None:
    done = pubs("new-site", "site", "--languages", "fi", "--name", "Satamat", "--dry-run", cwd=tmp_path)

    assert "docs/fi/index.md" in done.stdout
    assert ".github/workflows/site.yml" in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--languages", "fi"], "--name"),
        (["--name", "A"], "--languages"),
        (["--name", "A", "--languages", "fi,klingon"], "there is no language 'klingon'"),
        (["--name", "A", "--languages", "is"], "has no words of 'is'"),
        (["--name", "A", "--languages", "fi", "--colour", "red"], "'red' is not a colour"),
        (["--name", "A", "--languages", "fi", "--contact", "me"], "'me' is not an e-mail address"),
        (["--name", "A", "--languages", "fi", "--url", "harbours.example"], "Begin it with https://"),
    ],
)
def test_what_is_mistyped_is_answered_and_writes_nothing(
    tmp_path: Path, arguments: list[str], words: str
) -> None:
    done = pubs("new-site", "site", *arguments, cwd=tmp_path)

    assert done.returncode in (1, 2)
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "hook", sorted((ROOT / "publications/hooks").glob("[!_]*.py")), ids=lambda hook: hook.stem
)
@pytest.mark.parametrize("site", [".", "examples/open-harbours"])
def test_every_site_has_the_same_doors_to_the_engine(hook: Path, site: str) -> None:
    door = (ROOT / site / "hooks" / hook.name).read_text(encoding="utf-8")

    assert door.partition("\n\n")[2] == hook_text(hook).partition("\n\n")[2]
