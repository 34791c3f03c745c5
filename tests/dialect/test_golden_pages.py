"""What an editor writes is what readers get, and what GitHub's preview shows."""

from __future__ import annotations

import re
from pathlib import Path

import cmarkgfm
import pytest
from bs4 import BeautifulSoup
from cmarkgfm.cmark import Options

from publications.reading.block import BlockKind
from publications.reading.html import Setting
from publications.reading.reading import Reading
from publications.reading.rendered import rendered
from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases" / "dialect"
FACTS = {("members", ""): "1\u00a0200", ("members", "with unit"): "1\u00a0200 <members>"}
GITHUB = Setting(address=str, fact=lambda *_: None)
OURS = Setting(address=lambda typed: f"at/{typed}", fact=lambda name, form: FACTS.get((name, form)))


def name_of(path: Path) -> str:
    return path.stem


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def dom(html: str) -> str:
    """The HTML as a browser has it, with what makes no difference taken out."""
    soup = BeautifulSoup(html, "html5lib")
    for tag in soup.find_all(re.compile("")):
        for name in ("loading", "decoding"):
            tag.attrs.pop(name, None)
        align = tag.attrs.pop("align", None)
        if align:
            tag.attrs["class"] = f"align-{align}"
        if tag.name == "pre":
            tag.attrs.pop("lang", None)
            for code in tag.find_all("code"):
                code.attrs.pop("class", None)
        tag.attrs = dict(sorted(tag.attrs.items()))
    for text in soup.find_all(string=True):
        if not text.find_parent("pre"):
            text.replace_with(re.sub(r"[ \n]+", " ", text))
    return re.sub(
        r" ?(</?(?:p|li|ul|ol|blockquote|div|t\w+|h\d|pre|summary|details)\b[^>]*>) ?",
        r"\n\1\n",
        str(soup.body),
    )


@pytest.mark.parametrize("path", sorted((CASES / "github").glob("*.md")), ids=name_of)
def test_a_page_is_published_as_github_shows_it(path: Path) -> None:
    html = rendered(Reading.of(read(path)), GITHUB).html
    judged = cmarkgfm.github_flavored_markdown_to_html(read(path), options=Options.CMARK_OPT_UNSAFE)

    assert dom(re.sub(r'(<h\d) id="[^"]*"', r"\1", html)) == dom(judged)


@pytest.mark.parametrize("path", sorted(CASES.glob("[a-z]*.md")), ids=name_of)
def test_what_our_pages_have_beyond_github_is_published_as_the_page_beside_it_says(path: Path) -> None:
    html = rendered(Reading.of(read(path)), OURS).html

    assert html == read(path.with_suffix(".html"))


def test_what_only_looks_like_an_attribute_list_is_translated_as_readers_see_it() -> None:
    reading = Reading.of(read(CASES / "attributes.md"))
    shown = BeautifulSoup(rendered(reading, GITHUB).html, "html5lib").get_text()

    words = [block.words for block in reading.blocks if block.kind is not BlockKind.ALT]

    assert "".join(shown.split()) == "".join("".join(words).split())
    assert [block.words for block in reading.blocks if block.kind is BlockKind.ALT] == [
        "a picture",
        "a { .x } and { .y }",
    ]
    assert [block.attribute("id") for block in reading.blocks if block.attribute("id")] == [
        "top",
        "sources",
        "place",
    ]
