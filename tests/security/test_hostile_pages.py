"""What gets past the checks does a reader no harm: each hostile text is published in every place, and opened."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import polib
import pytest
from playwright.sync_api import Browser, Dialog, Frame, Page, Request

from tests.browser.conftest import serve
from tests.conftest import own_file, pubs
from tests.security.test_hostile_texts import texts
from tests.site.small_site import SmallSite

AT_ONCE = 25
LEVELS = "  checks: {unsafe-html: info, unsafe-link: info}\n"
PAGE = """---
title: {quoted}
summary: {quoted}
alt: {quoted}
date: "2021-05"
picture: ../assets/pictures/letter.svg
---

# A page

{text}

Words before {line} and after.

## {line}

* {line}

| {line} | B |
| ------ | - |
| {line} | 1 |

A note.[^1] ![{line}](../assets/pictures/letter.svg "{title}")

/// chart | {line}
    type: bars
    alt: {quoted}

| {line} | Share |
| ------ | ----- |
| {line} | 12    |
///

{{{{ hostile }}}}

[^1]: {line}

The end.
"""
LANDMARKS = """() => [".site-header", "main", ".site-footer"].map(name => {
    const box = document.querySelector(name).getBoundingClientRect()
    return [Math.round(box.left), Math.round(box.width), box.height > 40]
})"""
COVERED = """() => {
    const box = document.querySelector(".site-header a").getBoundingClientRect()
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    return !top.closest(".site-header")
}"""


def page_of(text: str) -> str:
    line = " ".join(text.split()).replace("|", "\\|")
    return PAGE.format(
        text=text, line=line, quoted=json.dumps(text, ensure_ascii=False), title=line.replace('"', "'")
    )


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page for each text, published though the checks warn of it; the catalog and a fact are hostile throughout."""
    site = SmallSite.make(tmp_path_factory.mktemp("hostile") / "site")
    hostile = texts("hostile", "shown", "honest")
    for number, text in enumerate(hostile):
        site.write(f"docs/en/a{number}.md", page_of(text))
    site.change("mkdocs.yml", r"(?m)^extra:\n", f"extra:\n{LEVELS}")
    for locale in ("it", "sv"):  # each page once
        site.change("mkdocs.yml", rf"        - locale: {locale}\n(?:          .*\n)+", "")
        shutil.rmtree(site.root / "docs" / locale)
    facts = site.read("data/facts.yml") or ""
    value = json.dumps(" ".join(hostile[5:20]))
    site.write("data/facts.yml", f"{facts}\nhostile:\n  code: {value}\n")
    catalog = polib.pofile(str(own_file(site.root, "i18n/locale/en/LC_MESSAGES/site.po")))
    for entry, text in zip(catalog, hostile * 2, strict=False):
        if "%" not in entry.msgid and "{" not in entry.msgid and not entry.msgid_plural:
            entry.msgstr += " " + " ".join(text.split()).replace("%", "").replace("{", "").replace("}", "")
    catalog.save()
    done = pubs("build", cwd=site.root)
    assert done.returncode == 0, done.stderr[:800]
    return site.root / "site"


def test_no_hostile_text_runs_calls_out_or_moves_the_page(browser: Browser, hostile_site: Path) -> None:
    names = sorted(folder.name for folder in hostile_site.glob("en/a*"))
    with serve(hostile_site) as url:
        # Without the page's policy: what is published must be harmless by itself.
        context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 800})
        page = context.new_page()
        seen: list[str] = []
        notice(page, url, seen)
        page.goto(f"{url}/en/project/")
        honest = page.evaluate(LANDMARKS)
        for start in range(0, len(names), AT_ONCE):
            some = names[start : start + AT_ONCE]
            html = "".join(f'<iframe src="/en/{name}/" width="1280" height="800"></iframe>' for name in some)
            (hostile_site / f"frames-{start}.html").write_text(f"<!doctype html>{html}", encoding="utf-8")
            page.goto(f"{url}/frames-{start}.html")
            frames = page.frames[-len(some) :]
            assert {frame.url for frame in frames} == {f"{url}/en/{name}/" for name in some}
            seen += [f"{frame.url}: the page has moved" for frame in frames if has_moved(frame, honest)]
        context.close()

    assert seen == []


def has_moved(frame: Frame, honest: object) -> bool:
    return bool(frame.evaluate(LANDMARKS) != honest or frame.evaluate(COVERED))


def notice(page: Page, url: str, seen: list[str]) -> None:
    def on_dialog(dialog: Dialog) -> None:
        seen.append(f"{page.url}: {dialog.message}")
        dialog.dismiss()

    def on_request(request: Request) -> None:
        if not request.url.startswith((url, "data:")):
            seen.append(f"{page.url}: {request.url}")

    page.on("dialog", on_dialog)
    page.on("request", on_request)
