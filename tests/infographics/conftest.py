"""What the tests of infographics share: the real project's posters, made once, and copies to make mistakes in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from publications.facts.library import read_facts
from publications.pages import read_publications
from publications.paper.poster import Poster, PosterMaker
from publications.project import load_project
from tests.conftest import own_file

ROOT = Path(__file__).parents[2]
# What a poster is made of.
PARTS = ("mkdocs.yml", "docs", "theme", "data")
PAGES = ("infographics/city-strategies.md", "infographics/background-and-method.md")


def maker_of(root: Path) -> PosterMaker:
    return PosterMaker(read_publications(load_project(root)), read_facts(root))


def posters_of(maker: PosterMaker) -> dict[str, Poster]:
    """The poster of every text, by its name and language: "city-strategies.sv"."""
    found = {}
    for page in PAGES:
        for locale in maker.publications.published(page):
            poster = maker.poster(page, locale)
            assert poster is not None
            found[f"{Path(page).stem}.{locale}"] = poster
    return found


@pytest.fixture(scope="session")
def posters() -> Mapping[str, Poster]:
    return posters_of(maker_of(ROOT))


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Mapping[str, Mapping[str, str]]], Path]:
    """A copy of what posters are made of, in which words are replaced, file by file."""

    def change(changes: Mapping[str, Mapping[str, str]]) -> Path:
        root = tmp_path / "project"
        for name in PARTS:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            root.mkdir(exist_ok=True)
            copy(ROOT / name, root / name)
        for name, words in changes.items():
            text = own_file(root, name).read_text(encoding="utf-8")
            for old, new in words.items():
                assert old in text, f"{name} does not have {old}"
                text = text.replace(old, new)
            (root / name).write_text(text, encoding="utf-8", newline="\n")
        return root

    return change
