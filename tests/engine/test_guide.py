"""The guide is built by the engine, its commands do what it says, and its examples work."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from publications.identity.identity import read_identity
from publications.identity.palette import palette_faults
from publications.kinds import read_kinds
from publications.project import load_project
from tests.conftest import ROOT, pubs
from tests.site.html import one, read

GUIDE = ROOT / "docs-guide"
PAGES = sorted((GUIDE / "docs/en").glob("*.md"))
BLOCK = re.compile(r"```(?P<language>\w+)\n(?P<text>.*?)```", re.DOTALL)
# What runs until it is ended is run by tests of its own.
LASTING = ("pubs serve", "pubs desk")
# What asks git, or a host of repositories, which the copy does not have.
OF_A_REPOSITORY = ("pubs report", "pubs merge", "pubs cms")


def blocks(page: Path, language: str) -> Iterator[str]:
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        if block["language"] == language:
            yield block["text"]


def test_the_guide_is_built_by_the_engine_and_needs_no_mending(tmp_path: Path) -> None:
    root = tmp_path / "guide"
    shutil.copytree(GUIDE, root, ignore=shutil.ignore_patterns(".cache", "site", ".site*"))

    assert pubs("check", "--strict", cwd=root).stdout.startswith("All is well.")
    built = pubs("build", "--strict", cwd=root)

    assert built.returncode == 0, built.stderr
    for page in PAGES:
        assert one(read(root / "site", "en/" if page.stem == "index" else f"en/{page.stem}/"), "h1")


@pytest.fixture(scope="module")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that the guide's first command makes, with what its other commands name."""
    folder = tmp_path_factory.mktemp("guide")
    (command,) = (line for line in commands(GUIDE / "docs/en/index.md") if line.startswith("pubs new-site"))
    done = pubs(*shlex.split(command)[1:], cwd=folder)
    assert done.returncode == 0, done.stderr
    site = folder / "our-site"
    (letter,) = (site / "docs/en/newsletters").glob("20*.md")
    for code in ("en", "fi", "ar"):
        (site / f"docs/{code}/newsletters/{letter.name}").rename(site / f"docs/{code}/newsletters/2026-11.md")
    return site


def commands(page: Path) -> list[str]:
    return [line for block in blocks(page, "sh") for line in block.splitlines() if line]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_of_the_guide_does_what_it_says(page: Path, new_site: Path, tmp_path: Path) -> None:
    root = tmp_path / "our-site"
    shutil.copytree(new_site, root)
    (tmp_path / "old-site/en").mkdir(parents=True)
    (tmp_path / "old-site/fi").mkdir()
    (tmp_path / "old-site/en/index.md").write_text("# Hello\n", encoding="utf-8")
    (tmp_path / "old-site/fi/index.md").write_text("# Hei\n", encoding="utf-8")
    for line in commands(page):
        if line.startswith((*LASTING, "pubs new-site")):
            continue
        done = pubs(*shlex.split(line)[1:], cwd=root)
        if line.startswith(OF_A_REPOSITORY):
            assert "Traceback" not in done.stderr
            continue
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"


def test_the_identity_and_the_kind_that_designers_are_shown_are_read_without_a_fault(
    new_site: Path, tmp_path: Path
) -> None:
    root = tmp_path / "our-site"
    shutil.copytree(new_site, root)
    identity, kinds = (text for text in blocks(GUIDE / "docs/en/designers.md", "yaml"))
    (root / "data/identity.yml").write_text(identity.replace("logo: logo.svg\n", ""), encoding="utf-8")
    (root / "data/kinds.yml").write_text(kinds, encoding="utf-8")

    project = load_project(root)

    assert read_identity(root, "").faults == ()
    assert list(palette_faults(project)) == []
    assert read_kinds(root).faults == ()
    assert "leaflet" in {kind.id for kind in project.kinds.all}


def test_the_component_that_developers_are_shown_draws_its_section(new_site: Path, tmp_path: Path) -> None:
    root = tmp_path / "our-site"
    shutil.copytree(new_site, root)
    page = (GUIDE / "docs/en/components.md").read_text(encoding="utf-8")
    for found in re.finditer(r"^`(theme/[^`]+)`:\n\n```\w+\n(.*?)```", page, re.DOTALL | re.MULTILINE):
        file = root / found[1]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(found[2], encoding="utf-8")
    layout = root / "data/infographics/from-idea-to-result.yml"
    layout.write_text(
        layout.read_text("utf-8").replace("component: text", "component: quotation"), encoding="utf-8"
    )

    built = pubs("build", "--strict", cwd=root)

    assert built.returncode == 0, built.stderr
    text = (root / "site/en/infographics/from-idea-to-result/index.html").read_text(encoding="utf-8")
    assert 'class="quotation' in text


def test_the_gates_that_publishers_are_shown_are_read(new_site: Path, tmp_path: Path) -> None:
    root = tmp_path / "our-site"
    shutil.copytree(new_site, root)
    (gates,) = blocks(GUIDE / "docs/en/publishers.md", "yaml")
    config = root / "mkdocs.yml"
    inner = gates.partition("extra:\n")[2]
    config.write_text(config.read_text("utf-8").replace("extra:\n", f"extra:\n{inner}"), encoding="utf-8")
    assert yaml.safe_load(gates)["extra"]["gates"]

    assert pubs("check", cwd=root).stdout.startswith("All is well.")
