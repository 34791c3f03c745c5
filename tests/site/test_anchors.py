"""A link to a place on a page holds in every language, on fallback pages, and when a heading is reworded."""

from __future__ import annotations

import re
from pathlib import Path

from publications.finding import check_root
from publications.translation.sources import Sources
from tests.conftest import pubs
from tests.site.small_site import SmallSite

SOURCE = """---
title: Metoden
summary: Om metoden.
---

# Metoden

## Bakgrund

Här börjar det.

## Nästa steg

Här slutar det, se [bakgrunden](#bakgrund).
"""
TRANSLATION = """---
title: The method
summary: On the method.
translation: {{source: sv, version: {version}, status: translated}}
---

# The method

## Background{id}

It begins here.

## Next steps

It ends here, see [the background](#bakgrund).
"""
LINKS = """---
title: Links
summary: To places.
translation: {source: sv, status: machine}
---

# Links

See [the background](method.md#bakgrund) and [what comes next](method.md#nasta-steg).
"""


def make(folder: Path, *, own_id: str = "") -> SmallSite:
    site = SmallSite.make(folder / "site")
    added = Sources(site.root / "i18n/sources").add(SOURCE)
    site.write("docs/sv/method.md", SOURCE)
    site.write("docs/en/method.md", TRANSLATION.format(version=added.version.code, id=own_id))
    site.write("docs/en/links.md", LINKS)
    site.write("docs/sv/links.md", LINKS.replace("translation: {source: sv, status: machine}\n", ""))
    return site


def places(site: SmallSite, locale: str) -> dict[str, set[str]]:
    """Each heading of the page as its readers get it, with all the ids that lead there."""
    html = site.read(f"site/{locale}/method/index.html") or ""
    headings = re.findall(r"<h[12][^>]*id=.*?</h[12]>", html)
    return {
        re.sub(r"<[^>]*>", "", heading).strip(): set(re.findall(r'id="([^"]*)"', heading))
        for heading in headings
    }


def told(site: SmallSite) -> list[str]:
    rules = ("broken-anchor", "heading-ids", "duplicate-id")
    return [str(fault) for fault in check_root(site.root) if fault.rule in rules]


def test_a_heading_has_the_id_of_its_source_in_every_language_and_its_own_words_lead_there_too(
    tmp_path: Path,
) -> None:
    site = make(tmp_path)

    done = pubs("build", cwd=site.root)

    assert done.returncode == 0, done.stderr
    assert told(site) == []
    assert places(site, "en")["Background"] == {"bakgrund", "background"}
    assert places(site, "en")["Next steps"] == {"nasta-steg", "next-steps"}
    assert places(site, "it")["Background"] == {"bakgrund", "background"}  # shown as a fallback


def test_a_translator_may_write_the_id_of_the_source_or_another(tmp_path: Path) -> None:
    for number, own_id in enumerate([" { #bakgrund }", " { #history }"]):
        site = make(tmp_path / str(number), own_id=own_id)
        pubs("build", cwd=site.root)

        assert told(site) == []
        assert {"bakgrund", own_id.strip(" {}#")} <= places(site, "en")["Background"]


def test_a_heading_that_is_reworded_keeps_its_old_address_in_every_language(tmp_path: Path) -> None:
    site = make(tmp_path)
    site.change("docs/sv/method.md", "## Bakgrund", "## Bakgrund och syfte")

    pubs("build", cwd=site.root)

    assert told(site) == []
    assert {"bakgrund-och-syfte", "bakgrund"} <= places(site, "sv")["Bakgrund och syfte"]
    assert {"bakgrund-och-syfte", "bakgrund"} <= places(site, "en")["Background"]
    # The stored text knows it when every translation has followed, too.
    pubs("done", "en", "method", "--yes", cwd=site.root)
    pubs("build", cwd=site.root)
    assert {"bakgrund-och-syfte", "bakgrund"} <= places(site, "sv")["Bakgrund och syfte"]
    assert {"bakgrund-och-syfte", "bakgrund"} <= places(site, "en")["Background"]


def test_no_id_stands_twice_on_a_page(tmp_path: Path) -> None:
    site = make(tmp_path, own_id=" { #nasta-steg }")

    pubs("build", cwd=site.root)

    html = site.read("site/en/method/index.html") or ""
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert sorted(ids) == sorted(set(ids))
    assert "nasta-steg" in places(site, "en")["Background"]
