"""The printed publications: nothing of their texts is lost on the site, and nothing is added unseen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import Tag

from tests.site.html import read, texts

FOLDER = Path(__file__).parent.parent / "cases" / "seeds"
PRINTED = sorted(path for path in FOLDER.glob("*.txt") if not path.stem.endswith(".added"))
SECTIONS = {
    "2021-05": "newsletters",
    "city-strategies": "infographics",
    "background-and-method": "infographics",
}


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.stem)
def test_a_page_says_what_the_print_said_and_marks_what_it_adds(built_site: Path, path: Path) -> None:
    page, locale = path.stem.split(".")
    text = texts(read(built_site, f"{locale}/{SECTIONS[page]}/{page}/"))
    added = [
        squeezed(line)
        for line in (FOLDER / f"{page}.{locale}.added.txt").read_text(encoding="utf-8").splitlines()
    ]

    said = []
    for block in (squeezed(block) for block in blocks_of(text)):
        if added and block == added[0]:
            added.pop(0)
        else:
            said.append(block)

    assert "".join(said) == squeezed(path.read_text(encoding="utf-8"))
    assert added == []


def blocks_of(text: list[Tag]) -> list[str]:
    """The words of each heading, paragraph, list item and table row, in reading order."""
    found = [element for part in text for element in part.select("h1, h2, h3, h4, p:not(.lead), li, tr")]
    words = [element.get_text("") for element in found if not element.find_parent(["li", "tr"])]
    # The items of a list that is drawn have their numbers in words.
    return [block for block in words if not re.fullmatch(r"\s*\d+\.\s*", block)]


def squeezed(words: str) -> str:
    """Without spaces and cell borders, whose kind and number a browser is free in."""
    return "".join(words.replace("|", "").split())
