"""A fifth language is one entry in mkdocs.yml, one catalog and one folder."""

from __future__ import annotations

from pathlib import Path

import polib

from publications.layers import DEFAULTS
from tests.conftest import pubs
from tests.site.html import languages, one, read, text_of

GERMAN = {
    "Home": "Startseite",
    "Infographics": "Infografiken",
    "Newsletters": "Newsletter",
    "The project": "Das Projekt",
}
HOME = """---
title: Der Europäische Pakt für Integration
summary: Sieben Städte, acht Länder, ein Pakt.
translation:
  source: en
  status: translated
  adapted: true
---

# Der Europäische Pakt für Integration

Willkommen.
"""


def add_german(project: Path) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    entry = "        - locale: de\n          name: Deutsch\n          extra: {fallback: [en]}\n"
    marker = "        - locale: en\n"
    assert marker in text
    config.write_text(text.replace(marker, entry + marker), encoding="utf-8")
    catalog = polib.pofile(str(DEFAULTS / "i18n/locale/en/LC_MESSAGES/site.po"))
    for message in catalog:
        message.msgstr = GERMAN.get(message.msgid, f"{message.msgstr} …")
    folder = project / "i18n/locale/de/LC_MESSAGES"
    folder.mkdir(parents=True)
    catalog.save(str(folder / "site.po"))
    (project / "docs/de").mkdir()
    (project / "docs/de/index.md").write_text(HOME, encoding="utf-8")


def test_german_readers_get_a_home_page_a_menu_and_the_english_text_of_what_is_not_translated(
    project: Path,
) -> None:
    add_german(project)

    done = pubs("build", "--strict", cwd=project)

    assert done.returncode == 0, done.stderr
    assert "Deutsch (de)" in done.stdout
    site = project / "site"
    home = read(site, "de/")
    assert one(home, "html")["lang"] == "de"
    assert "Willkommen." in text_of(home)
    assert "Das Projekt" in text_of(one(home, "header"))
    newsletter = read(site, "de/newsletters/2021-05/")
    assert one(newsletter, "html")["lang"] == "de"
    assert languages(newsletter) == {"en"}
    assert "de/" in [link["href"] for link in read(site, "").select("a[hreflang=de]")]
    assert 'hreflang="de"' in (site / "sv" / "index.html").read_text(encoding="utf-8")


def test_a_language_that_the_engine_has_no_words_of_is_told_what_it_lacks(project: Path) -> None:
    add_german(project)
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("locale: de", "locale: is"), encoding="utf-8")

    done = pubs("build", cwd=project)

    assert done.returncode == 1
    assert "i18n/locale/is/LC_MESSAGES/site.po" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_catalog_that_was_only_copied_from_english_is_told(project: Path) -> None:
    add_german(project)
    source = DEFAULTS / "i18n/locale/en/LC_MESSAGES/site.po"
    (project / "i18n/locale/de/LC_MESSAGES/site.po").write_bytes(source.read_bytes())

    said = pubs("check", cwd=project).stdout

    assert "texts are the English ones, and readers of 'de' would get them so" in said
