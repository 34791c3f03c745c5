"""The archive and the page: what a reader finds, and how it is narrowed down."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from tests.browser.conftest import readers, serve
from tests.conftest import pubs


def read(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_bytes(), "html5lib")


def test_the_list_is_narrowed_to_a_topic_without_script_and_with_the_keyboard(
    a_copy: Path, browser: Browser
) -> None:
    rich = a_copy / "docs/sv/newsletters/rich.md"
    text = rich.read_text(encoding="utf-8").replace(
        "date: '2021-12-10'", "date: '2022-01'\ntopics: [training]"
    )
    rich.write_text(text, encoding="utf-8")
    assert pubs("build", "--project", a_copy).returncode == 0

    with serve(a_copy / "site") as address, readers(browser, address) as reader:
        page = reader("/sv/newsletters/", script=False)
        shown = page.locator(".card:visible .card-title")
        assert (shown.count(), page.locator(".year:visible").count()) == (2, 2)
        page.get_by_role("radio", name="Fakta och siffror").check()
        assert [title.split(":")[0] for title in shown.all_inner_texts()] == ["Nyhetsbrev maj 2021"]
        assert page.locator(".year:visible").count() == 1
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        assert page.get_by_role("radio", name="Utbildning").is_checked()
        assert shown.count() == 2


def test_a_card_says_in_which_other_languages_a_newsletter_can_be_read(filled: Path) -> None:
    cards = {
        str(card.select_one(".card-title a")["href"]): " ".join(card.get_text().split())  # type: ignore[index]
        for card in read(filled / "site/it/newsletters/index.html").select(".card")
    }

    assert "Anche in svedese, rumeno e inglese" in cards["2021-05/"]
    assert "In svedese" in cards["rich/"]


def test_a_page_says_how_long_it_takes_and_leads_to_the_issues_before_and_after(filled: Path) -> None:
    page = read(filled / "site/ro/newsletters/2021-05/index.html")

    assert "Timp de citire: 5 min" in page.get_text()
    assert [str(link["href"]) for link in page.select(".neighbours a")] == ["../rich/"]


def test_steps_over_time_and_questions_are_drawn_and_stay_lists_for_those_who_hear_them(filled: Path) -> None:
    page = read(filled / "site/it/newsletters/2021-05/index.html")

    assert [
        len(group.select('[role="listitem"]')) for group in page.select('.newsletter-text [role="list"]')
    ] == [3, 3, 6]
    assert page.select_one(".periods .month") is not None
    titles = [title.get_text() for title in page.select(".aspect .part-title")]
    assert titles == ["Pertinenza", "Efficacia", "Società", "Sostenibilità", "Efficienza", "Impatto"]
    assert page.select_one('.colophon [lang="en"]') is not None


def test_a_newsletter_without_a_layout_is_drawn_plainly_and_loses_no_word(filled: Path) -> None:
    page = read(filled / "site/sv/newsletters/rich/index.html")

    assert [heading.get_text() for heading in page.select(".newsletter-text h2")] == [
        "Siffror",
        "Ord",
        "Lång tabell",
    ]
    assert len(page.select(".newsletter-text tr")) == 18 + 3
    assert "Den andra noten." in page.get_text()
    assert page.select("figure.chart svg")


def test_a_newsletter_without_a_date_and_two_of_one_day_are_told(a_copy: Path) -> None:
    rich = a_copy / "docs/sv/newsletters/rich.md"
    text = rich.read_text(encoding="utf-8")
    rich.write_text(text.replace("date: '2021-12-10'\n", ""), encoding="utf-8")
    undated = pubs("check", "--project", a_copy)
    rich.write_text(text.replace("'2021-12-10'", "'2021-05'"), encoding="utf-8")
    twice = pubs("check", "--project", a_copy)

    assert "it has no date" in undated.stdout
    assert "date: 2021-05-14" in undated.stdout
    assert "it has the date of newsletters/" in twice.stdout


def test_a_topic_that_nobody_knows_is_told_with_the_nearest(a_copy: Path) -> None:
    page = a_copy / "docs/sv/newsletters/2021-05.md"
    page.write_text(page.read_text(encoding="utf-8").replace("[training,", "[trainings,"), encoding="utf-8")

    told = pubs("check", "--project", a_copy).stdout

    assert "there is no topic 'trainings' in data/topics.yml. Did you mean 'training'?" in told
