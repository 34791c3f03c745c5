"""What a stranger puts into a text reaches no reader, and its honest twin is published without a word."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from publications.finding import check_root
from publications.reading.allow_list import ELEMENTS, EVERYWHERE, elements_of, removed, sanitised
from publications.reading.html import Setting
from publications.reading.reading import Reading
from publications.reading.rendered import rendered
from publications.site.content import address_of
from publications.translation.version import version_of
from tests.conftest import ROOT, pubs
from tests.site.small_site import SmallSite

CASES = ROOT / "tests" / "cases" / "hostile"
TEXTS: list[dict[str, Any]] = yaml.safe_load((CASES / "texts.yml").read_text(encoding="utf-8"))
BROUGHT: list[dict[str, Any]] = yaml.safe_load((CASES / "brought.yml").read_text(encoding="utf-8"))
PAGE = "---\ntitle: A page\nsummary: About it.\n{front}---\n\n{body}\n"


def texts(*groups: str) -> list[str]:
    found = [kind.get(group, []) for kind in TEXTS for group in groups]
    return [text for each in found for text in ([each] if isinstance(each, str) else each)]


def html_of(text: str) -> str:
    setting = Setting(address=partial(address_of, "a.md", "en"), fact=lambda *_: None)
    return rendered(Reading.of(text), setting).html


@pytest.mark.parametrize("text", texts("hostile"))
def test_an_editor_is_told_what_would_harm_readers_whatever_its_disguise(text: str) -> None:
    assert removed(html_of(text)) != ()


@pytest.mark.parametrize("text", texts("honest", "shown"))
def test_a_text_that_means_no_harm_is_not_told(text: str) -> None:
    assert removed(html_of(text)) == ()


@pytest.mark.parametrize("text", texts("hostile", "honest", "shown"))
def test_what_is_published_is_on_the_list_and_reads_the_same_however_often_it_is_read(text: str) -> None:
    published = sanitised(html_of(text))

    for element in elements_of(published):
        assert element.name in ELEMENTS
        assert {name for name, _ in element.attributes} <= EVERYWHERE | ELEMENTS[element.name]
    assert sanitised(published) == published


@pytest.mark.parametrize("case", BROUGHT, ids=lambda case: str(case["says"]))
def test_a_translation_brings_nothing_that_its_source_neither_had_nor_has(
    tmp_path: Path, case: dict[str, Any]
) -> None:
    site = SmallSite.make(tmp_path / "site")
    source = PAGE.format(front="", body=case["source"])
    followed = PAGE.format(front="", body=case.get("followed", case["source"]))
    version = version_of(followed).code
    record = f"translation: {{source: sv, version: {version}, status: translated}}\n"
    own = PAGE.format(front=record, body=case["text"])
    site.write("docs/sv/brought.md", source)
    site.write("docs/en/brought.md", own)
    site.write(f"i18n/sources/{version}.md", followed)
    first = own.splitlines().index("---", 1) + 2

    found = [
        [fault.rule, fault.line - first]
        for fault in check_root(site.root)
        if fault.path == "docs/en/brought.md" and fault.rule.startswith(("foreign-", "unsafe-"))
    ]

    assert found == case["told"]


def test_a_hostile_translation_is_withheld_and_the_site_is_built_without_it(tmp_path: Path) -> None:
    site = SmallSite.make(tmp_path / "site")
    record = "translation: {source: sv, status: translated}\n"
    for number, text in enumerate(texts("hostile")):
        site.write(f"docs/sv/a{number}.md", PAGE.format(front="", body="En text."))
        site.write(f"docs/en/a{number}.md", PAGE.format(front=record, body=f"Text\n\n{text}"))

    done = pubs("build", cwd=site.root)

    assert done.returncode == 0, done.stderr[:800]
    assert "Withheld, since they have errors" in done.stdout
    shown = {number: site.read(f"site/en/a{number}/index.html") or "" for number in range(number + 1)}
    assert [number for number, html in shown.items() if "En text." not in html] == []
    published = "".join(path.read_text(encoding="utf-8") for path in (site.root / "site").rglob("*.html"))
    assert "alert(1)" not in published
    assert "evil.example" not in published
