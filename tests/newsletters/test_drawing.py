"""Drawing a newsletter: whatever its text is made of, no word is lost and nothing is taken apart in the middle."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from publications.facts.library import Facts
from publications.layouts.drawing import Drawing, drawn_html
from publications.layouts.layout_file import read_layout
from publications.project import load_project
from publications.reading.html import Setting
from publications.reading.reading import Reading
from publications.reading.rendered import rendered
from tests.conftest import ROOT

NOTHING = Facts({}, {}, {})
TEXTS = {
    "headings of raw HTML, without ids": "# T\n\n<h2>En</h2>\n\nett\n\n<h2>Två</h2>\n\ntvå\n\n<h3>a</h3>\n\nx\n\n<h3>b</h3>\n\ny\n",
    "a quotation with a heading, a list and a line": "# T\n\n## A { #a }\n\n> ## I citat\n>\n> 1. ett\n>\n> ---\n>\n> slut\n\nefter\n",
    "an open box": "# T\n\n## A { #a }\n\n<details markdown><summary>mer</summary>\n\n- i\n\n---\n\n</details>\n\n- ute\n",
    "two lists, a table and a line": "# T\n\nFörst.\n\n## A { #a }\n\n- ett\n  - inuti\n- två\n\nmellan\n\n1. tre\n\n| a | b |\n|---|---|\n| c | d |\n\n---\n\nsist\n",
    "a table of three columns and one in a list": "# T\n\n## A { #a }\n\n1. x\n\n   | p | q |\n   |---|---|\n   | r | s |\n\n| a | b | c |\n|---|---|---|\n| d | e | f |\n",
    "footnotes and a line": "# T\n\n## A { #a }\n\nord[^1]\n\n---\n\nsist[^2]\n\n[^1]: not ett\n[^2]: not två\n",
    "no heading at all": "Bara text.\n",
    "three levels without a section": "# T\n\n### Del { #del }\n\nord\n",
}
LAYOUT = """sections:
  a:
    component: story
    list: {component: timeline, parts: {1: {icon: flag}}}
    table: {component: aspects}
"""


@pytest.mark.parametrize("layout", ["", LAYOUT], ids=["no layout", "a list and a table drawn"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_word_is_drawn_once_and_every_piece_is_whole(tmp_path: Path, text: str, layout: str) -> None:
    (tmp_path / "data/newsletters").mkdir(parents=True)
    (tmp_path / "data/newsletters/x.yml").write_text(layout, encoding="utf-8")
    shutil.copy2(ROOT / "mkdocs.yml", tmp_path)
    said, _ = read_layout(load_project(tmp_path), "newsletters/x.md", NOTHING)
    html = rendered(Reading.of(text), Setting(address=str, fact=lambda _name, _form: None)).published

    drawing = drawn_html(said, NOTHING, "sv", html)

    pieces = list(pieces_of(drawing))
    assert sorted(words(html)) == sorted(word for piece in pieces for word in words(piece))
    for piece in pieces:
        assert whole(piece), piece


def pieces_of(drawing: Drawing) -> list[str]:
    """All HTML of a drawing, piece by piece."""
    found = [drawing.title, drawing.opening, drawing.closing, drawing.notes]
    for section in drawing.sections:
        for drawn in (section, *section.pieces):
            found += [drawn.heading, drawn.body]
            found += [html for part in drawn.parts for html in (part.heading, part.when, part.body)]
    return found


def words(html: str) -> list[str]:
    return BeautifulSoup(html, "html5lib").get_text(" ").split()


def whole(html: str) -> bool:
    """Whether each element that opens in it ends in it."""
    tags = ("blockquote", "details", "ol", "ul", "li", "table", "div", "h2", "h3")
    return all(html.count(f"<{tag}>") + html.count(f"<{tag} ") == html.count(f"</{tag}>") for tag in tags)
