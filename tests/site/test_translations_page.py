"""The translators' page of each language."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import Tag

from publications.finding import read_statuses
from publications.project import load_project
from publications.status.told import told
from tests.conftest import ROOT
from tests.site.behind import build_behind
from tests.site.html import one, read, text_of

LOCALES = ("sv", "ro", "it", "en")


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_behind(tmp_path_factory.mktemp("translators") / "project")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_has_one_in_its_own_words_linked_from_every_foot(
    built_site: Path, locale: str
) -> None:
    title = {"sv": "Översättningar", "ro": "Traduceri", "it": "Traduzioni", "en": "Translations"}[locale]

    page = read(built_site, f"{locale}/translations/")

    assert text_of(one(page, "h1")) == title
    assert one(page, "html")["lang"] == locale
    link = one(read(built_site, f"{locale}/project/"), "footer a[href='../translations/']")
    assert text_of(link) == title


@pytest.mark.parametrize("locale", LOCALES)
def test_search_engines_and_the_sites_own_search_leave_it_out(built_site: Path, locale: str) -> None:
    page = read(built_site, f"{locale}/translations/")

    assert one(page, "meta[name=robots]")["content"] == "noindex"
    assert page.select("[data-pagefind-body]") == []
    sitemap = ET.parse(built_site / "sitemap.xml")  # noqa: S314 (our own file)
    assert not any("translations" in str(element.text) for element in sitemap.iter())


def test_every_page_stands_in_a_table_with_its_state_in_words(behind: Path) -> None:
    table = one(read(behind, "ro/translations/"), "table.matrix")

    assert [text_of(head) for head in table.select("thead th")] == [
        "Pagina",
        "suedeză",
        "română",
        "italiană",
        "engleză",
    ]
    rows = {
        text_of(row.select("th")[0]): [text_of(cell) for cell in row.select("td")]
        for row in table.select("tbody tr")
    }
    assert len(rows) == 9
    assert rows["Proiectul"] == ["actualizată", "actualizată", "actualizată", "original"]
    newsletter = next(row for title, row in rows.items() if title.startswith("Newsletter, May 2021"))
    assert newsletter == ["original", "lipsește", "lipsește", "neactualizată, 1 din 33 părți"]


def test_tables_have_captions_and_heads_for_those_who_listen(behind: Path) -> None:
    for table in read(behind, "ro/translations/").select("table"):
        assert text_of(one(table, "caption"))
        assert all(head["scope"] in ("col", "row") for head in table.select("th"))
    for bar in read(behind, "ro/translations/").select("progress"):
        assert bar["aria-label"]
        assert text_of(bar).endswith("%")


def tasks(site: Path, locale: str) -> dict[str, Tag]:
    found = read(site, f"{locale}/translations/").select("article.task")
    return {str(task["aria-labelledby"]): task for task in found}


def test_what_readers_lack_most_comes_first(behind: Path) -> None:
    assert list(tasks(behind, "ro")) == [
        "task-newsletters-2021-05",
        "task-infographics-background-and-method",
        "task-index",
    ]


def test_a_missing_page_has_the_link_that_begins_its_file_with_the_version_in_it(behind: Path) -> None:
    task = tasks(behind, "ro")["task-newsletters-2021-05"]

    address = urlsplit(str(one(task, "a.task-button")["href"]))
    begun = parse_qs(address.query)
    assert address.path.endswith("/new/main/docs/ro/newsletters")
    assert begun["filename"] == ["2021-05.md"]
    record = text_of(one(task, "pre"))
    assert "source: sv" in record
    assert "status: draft" in record
    (version,) = [line for line in begun["value"][0].split("\n") if "version" in line]
    assert version.strip() in record


def test_an_outdated_page_shows_its_changes_beside_the_lines_to_touch(behind: Path) -> None:
    task = tasks(behind, "en")["task-newsletters-2021-05"]

    table = one(task, "table.change")
    assert text_of(one(table, "caption")) == "The text has changed: lines 20–21 of your file"
    before, now, yours = table.select("tbody td")
    assert one(before, "span[lang]")["lang"] == "sv"
    assert text_of(one(now, "ins")) == "[new: nyss ]"
    assert "training week" in text_of(yours)
    assert str(one(task, "a.task-button")["href"]).endswith("/edit/main/docs/en/newsletters/2021-05.md")


def test_the_version_to_type_is_the_one_that_makes_the_page_current(behind: Path) -> None:
    status = read_statuses(load_project(behind.parent)).by_page["newsletters/2021-05.md"]

    assert (
        text_of(one(tasks(behind, "en")["task-newsletters-2021-05"], "pre")) == f"version: {status.version}"
    )


def test_what_a_page_holds_is_shown_as_text(behind: Path) -> None:
    task = tasks(behind, "ro")["task-index"]

    assert "<translate>" in text_of(task)
    assert task.select("translate") == []


def test_a_language_with_nothing_to_do_is_thanked(built_site: Path) -> None:
    assert "Allt är översatt och aktuellt. Tack!" in text_of(read(built_site, "sv/translations/"))


def test_the_site_tells_other_programs_what_pubs_status_tells(built_site: Path) -> None:
    published = json.loads((built_site / "status.json").read_text(encoding="utf-8"))

    assert published == json.loads(json.dumps(told(read_statuses(load_project(ROOT)), ())))


def test_it_works_without_script(behind: Path) -> None:
    main = one(read(behind, "ro/translations/"), "main")

    assert main.select("script") == []
    assert main.select("button") == []
