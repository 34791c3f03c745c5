"""What readers are told of a translation: that it is behind, who made it, which sections have changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.behind import build_behind
from tests.site.html import one, read, text_of


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_behind(tmp_path_factory.mktemp("behind") / "project")


def test_an_outdated_page_says_so_in_the_readers_language_with_what_has_changed_and_where(site: Path) -> None:
    notice = one(read(site, "ro/"), ".notice-outdated")

    assert "Această traducere nu mai este actuală" in text_of(notice)
    assert "(engleză): 1 din 8." in text_of(notice)
    links = [(link["href"], text_of(link)) for link in notice.select("a")]
    assert links == [
        ("../en/", "Citiți pagina în limba engleză"),
        ("translations/#task-index", "Vedeți ce s-a schimbat"),
    ]


def test_the_link_to_what_has_changed_leads_there(site: Path) -> None:
    assert read(site, "ro/translations/").select("#task-index")


def test_a_reader_who_is_shown_an_outdated_text_of_another_language_is_told_too(site: Path) -> None:
    page = read(site, "ro/newsletters/2021-05/")

    assert len(page.select(".notice")) == 2
    assert "(suedeză): 1 din 33." in text_of(one(page, ".notice-outdated"))


def test_a_page_that_follows_its_source_has_no_notice(site: Path) -> None:
    assert read(site, "ro/project/").select(".notice") == []
    assert read(site, "sv/newsletters/2021-05/").select(".notice") == [], "an original is behind nothing"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("ro/project/", "Traducere automată din limba engleză, încă nerevizuită"),
        ("ro/infographics/city-strategies/", "Tradus din limba italiană, încă nerevizuit"),
        ("sv/infographics/city-strategies/", "Översatt från italienska och granskad"),
        ("sv/newsletters/2021-05/", "Original på svenska"),
    ],
)
def test_who_made_a_text_and_whether_it_was_read_is_said(site: Path, page: str, words: str) -> None:
    assert words in text_of(read(site, page))


def test_the_notice_is_no_part_of_the_text_that_search_finds(site: Path) -> None:
    assert one(read(site, "ro/"), ".notice-outdated")["data-pagefind-ignore"] == "all"


def test_changed_sections_are_marked_only_where_the_project_wants_it(site: Path, tmp_path: Path) -> None:
    assert read(site, "en/newsletters/2021-05/").select(".changed-mark") == []

    marked = build_behind(tmp_path / "project", mark=True)

    mark = one(read(marked, "en/newsletters/2021-05/"), ".changed-mark")
    assert text_of(mark) == "changed in the original"
    assert mark.parent is not None
    assert mark.parent["id"] == "latest-news"
