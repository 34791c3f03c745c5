"""The PDF of a newsletter: PDF/UA-1, in its language, with the words of its page in their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import page as pdf_checker
import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from publications.newsletters.issue import Issue
from publications.newsletters.paper import paper_of
from tests.conftest import pubs
from tests.infographics.pdf import fonts, language_of, open_pdf, tagged_order
from tests.newsletters.conftest import LOCALES, MAY

IssueIn = Callable[..., Issue]
each_issue = pytest.mark.parametrize(
    ("locale", "page"), [*((locale, MAY) for locale in LOCALES), ("sv", "newsletters/rich.md")]
)


def letters(text: str) -> str:
    """A text without what the end of a line may add to it or take from it."""
    return re.sub(r"[\W_]+", "", text).casefold()


def words_of(pdf: PdfReader) -> str:
    return letters("".join(page.extract_text() for page in pdf.pages))


@each_issue
def test_it_passes_the_validator_of_accessible_pdf(issue_in: IssueIn, locale: str, page: str) -> None:
    report = pdf_checker.validate_pdf_bytes(paper_of(issue_in(locale, page)), profile="ua1")

    assert report.is_compliant, [failure.message for failure in report.failures]


@each_issue
def test_it_says_its_language_and_title_and_embeds_its_fonts(
    issue_in: IssueIn, locale: str, page: str
) -> None:
    issue = issue_in(locale, page)
    pdf = open_pdf(paper_of(issue))

    assert language_of(pdf) == locale
    assert pdf.metadata is not None
    assert pdf.metadata.title == issue.text.title
    assert [round(float(side) / 72 * 25.4) for side in pdf.pages[0].mediabox[2:]] == [210, 297]
    assert all("Inter" in font for font in fonts(pdf))
    assert all(fonts(pdf).values())


@each_issue
def test_its_words_are_those_of_the_page_in_their_order(
    issue_in: IssueIn, filled: Path, locale: str, page: str
) -> None:
    web = BeautifulSoup(
        (filled / "site" / issue_in(locale, page).text.url / "index.html").read_bytes(), "html5lib"
    )
    text = web.select_one(".newsletter-text")
    assert text is not None
    for hidden in text.select(
        "[aria-hidden], svg, .footnote, table, .footnote-ref, figure details, .visually-hidden"
    ):
        hidden.decompose()
    printed = words_of(open_pdf(paper_of(issue_in(locale, page))))
    place = 0
    for block in text.select("h2, h3, p, li:not(:has(p))"):
        words = letters(block.get_text())
        found = printed.find(words, place)
        # The end of a page may stand within a paragraph, with the running heads between its lines.
        found = found if found >= 0 else printed.find(words[:40], place)
        assert found >= 0, block.get_text()
        place = found


@each_issue
def test_it_is_read_aloud_in_the_order_of_its_pages(issue_in: IssueIn, locale: str, page: str) -> None:
    order = tagged_order(open_pdf(paper_of(issue_in(locale, page))))

    assert len(order) > 20


def test_every_page_after_the_first_has_a_running_head_and_each_its_number(issue_in: IssueIn) -> None:
    issue = issue_in("ro")
    pages = open_pdf(paper_of(issue)).pages

    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        words = " ".join(page.extract_text().split())
        assert f"Pagina {number} din {len(pages)}" in words
        assert (letters(issue.text.title) in letters(words[:200])) == (number > 1) or number == 1


def test_it_is_offered_on_the_page_and_in_the_archive(filled: Path) -> None:
    for locale in LOCALES:
        page = BeautifulSoup(
            (filled / f"site/{locale}/newsletters/2021-05/index.html").read_bytes(), "html5lib"
        )
        archive = BeautifulSoup((filled / f"site/{locale}/newsletters/index.html").read_bytes(), "html5lib")

        assert page.select('a[href="../2021-05.pdf"][type="application/pdf"]')
        assert archive.select('a[href="2021-05.pdf"][type="application/pdf"]')
        assert (filled / f"site/{locale}/newsletters/2021-05.pdf").read_bytes().startswith(b"%PDF")


def test_a_letter_that_no_font_has_is_told_and_the_page_is_published_without_the_pdf(a_copy: Path) -> None:
    page = a_copy / "docs/sv/newsletters/2021-05.md"
    text = page.read_text(encoding="utf-8").replace(
        "Migration är fortfarande", "Migration \U00012000 är fortfarande"
    )
    page.write_text(text, encoding="utf-8")

    done = pubs("build", "--project", a_copy)

    assert done.returncode == 0
    assert "(U+12000) is in no font of the PDF" in done.stdout + done.stderr
    assert (a_copy / "site/sv/newsletters/2021-05/index.html").is_file()
    assert not (a_copy / "site/sv/newsletters/2021-05.pdf").exists()


def test_a_picture_of_many_megabytes_is_printed_and_mailed_small(a_copy: Path, noise: bytes) -> None:
    (a_copy / "docs/assets/pictures/photo.png").write_bytes(noise)
    page = a_copy / "docs/sv/newsletters/2021-05.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("newsletter-2021-05.svg", "photo.png"), encoding="utf-8")

    assert len(noise) > 20_000_000
    assert pubs("build", "--project", a_copy).returncode == 0
    folder = a_copy / "site/sv/newsletters"
    assert (folder / "2021-05.pdf").stat().st_size < 2_000_000
    assert (folder / "2021-05/email/newsletter.eml").stat().st_size < 2_000_000
    assert (folder / "2021-05/email/photo.jpeg").stat().st_size < 1_000_000
