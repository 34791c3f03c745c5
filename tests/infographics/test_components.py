"""Components: each draws its test page on the web and on paper, and CONTRIBUTING's example of a new one works."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import indent

import material  # type: ignore[import-untyped]
import page as pdf_checker
import pytest
import yaml
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader

from publications.charts.icon import is_directional
from publications.layers import theme_folder
from publications.layouts.components import component_names
from publications.layouts.drawing import Drawing
from publications.layouts.layout_file import read_layout
from publications.paper.sheet import read_infographic
from publications.paper.words import plain_text
from tests.conftest import THEME
from tests.infographics.conftest import ROOT, maker_of
from tests.infographics.pdf import open_pdf, words_of
from tests.infographics.test_posters import squeezed

Change = Callable[[Mapping[str, Mapping[str, str]]], Path]
CASES = ROOT / "tests" / "cases" / "infographics" / "components"
PAGE = "infographics/sample.md"
_FILE = re.compile(r"^`(?P<name>[^`\n]+)`:\n\n```\w*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def test_every_component_has_a_test_page() -> None:
    assert {path.stem for path in CASES.glob("*.yml")} == set(component_names(THEME))


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_a_component_draws_its_test_page(changed: Change, path: Path) -> None:
    draws(changed({}), path.read_text(encoding="utf-8"))


def test_a_new_component_is_added_as_contributing_says(changed: Change) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("### A new component")[2]
    files = {match["name"]: match["text"] for match in _FILE.finditer(guide)}
    assert set(files) == {
        "theme/components/quotation/web.html",
        "theme/components/quotation/poster.typ",
        "tests/cases/infographics/components/quotation.yml",
    }
    root = changed({})
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="\n")

    draws(root, files["tests/cases/infographics/components/quotation.yml"])


def draws(root: Path, case: str) -> None:
    """Both forms of a test page say the same, in the same order; the poster is valid."""
    sample: dict[str, str] = yaml.safe_load(case)
    layout_file = root / "data" / "infographics" / "sample.yml"
    layout_file.write_text(f"sections:\n  sample:\n{indent(sample['layout'], '    ')}", encoding="utf-8")
    text_file = root / "docs" / "en" / PAGE
    text_file.write_text(
        f"---\ntitle: Sample\nsummary: A sample.\n---\n\n# Sample\n\n{sample['text']}", encoding="utf-8"
    )
    maker = maker_of(root)

    poster = maker.poster(PAGE, "en")

    layout, faults = read_layout(maker.publications.project, "infographics/sample.md", maker.facts)
    assert faults == ()
    assert poster is not None
    assert pdf_checker.is_pdf_compliant_bytes(poster.pdf, profile="ua1")
    web = web_page(root, read_infographic(poster.translation, layout, maker.facts))
    assert words_without_tables(web) in squeezed(words_of(open_pdf(poster.pdf)))


def web_page(root: Path, infographic: Drawing) -> str:
    """The sections as the components' templates draw them."""
    folders = [theme_folder(root), Path(material.__file__).parent / "templates"]
    environment = Environment(loader=FileSystemLoader(folders), autoescape=False)  # noqa: S701 (as MkDocs has it)
    environment.globals["_"] = str
    environment.tests["directional"] = is_directional
    template = "{% for section in sections %}{% include 'components/' ~ section.component ~ '/web.html' %}{% endfor %}"
    return environment.from_string(template).render(sections=infographic.sections)


def words_without_tables(html: str) -> str:
    """Charts are drawn later on the page; what stands before the first is compared."""
    page = BeautifulSoup(html, "html5lib")
    for hidden in page.select("[aria-hidden]"):
        hidden.decompose()
    return squeezed(plain_text(str(page).partition("<figure")[0]))
