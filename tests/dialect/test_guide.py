"""The guide for editors shows nothing that the dialect does not have."""

from __future__ import annotations

import re

import pytest

from publications.facts.library import read_facts
from publications.reading.html import Setting
from publications.reading.reading import Reading
from publications.reading.rendered import rendered
from tests.conftest import ROOT

GUIDE = (ROOT / "WRITING.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```markdown\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
# What readers get of each example, in its order.
SHOWN = [
    ("<h1", "<del>", "<br />", "<blockquote>", "<hr />"),
    ("<p>What is in it:</p>\n<ul>", "<li>two spaces further in</li>", "<ol>", "<dd>"),
    ('<a href="https://example.org">https://example.org</a>', "mailto:", "<img", 'title="What it is"'),
    ("<table>", "align-right"),
    ('id="partners"', '<em lang="sv">', '<p lang="it">'),
    ("footnote-ref", '<abbr title="European Union">'),
    ("admonition note", "<details", 'class="tab"'),
    ('class="chart"',),
    ("<figure>\n<p><img", "<figcaption>"),
]


@pytest.mark.parametrize(("example", "shown"), [*zip(EXAMPLES, SHOWN, strict=True)])
def test_an_example_is_shown_as_the_guide_says(example: str, shown: tuple[str, ...]) -> None:
    reading = Reading.of(example)
    html = rendered(reading, Setting(address=str, fact=lambda *_: None)).html

    assert [part for part in shown if part not in html] == []
    assert reading.near_misses == ()


def test_the_facts_of_the_guide_are_facts() -> None:
    named = set(re.findall(r"\{\{ ([\w-]+)", "".join(EXAMPLES)))

    assert named
    assert named <= read_facts(ROOT).facts.keys()
