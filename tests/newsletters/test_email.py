"""The e-mail of a newsletter: whole in every language, light enough, without a trace of who reads."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from publications.faults import PublicationError
from publications.newsletters.exports import Target, export
from publications.newsletters.issue import Issue
from publications.newsletters.letter import MOST_BYTES, letter_of
from tests.browser.conftest import accessibility_faults, serve
from tests.newsletters.conftest import LOCALES, issue_of

IssueIn = Callable[..., Issue]
WORDS = {
    "sv": ("träningsvecka", "åt att lära"),
    "ro": ("săptămână de formare", "științific"),
    "it": ("Società", "l’attuazione"),
    "en": ("training week", "Coordination structure"),
}
# https://listmonk.app/docs/apis/campaigns/#post-apicampaigns
LISTMONK = {
    "name": str,
    "subject": str,
    "lists": list,
    "from_email": str,
    "type": str,
    "content_type": str,
    "body": str,
    "altbody": str,
    "send_at": str,
    "messenger": str,
    "template_id": int,
    "tags": list,
    "headers": list,
}


def read(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content())


@pytest.mark.parametrize("locale", LOCALES)
def test_a_mail_program_opens_it_with_every_letter_right(issue_in: IssueIn, locale: str) -> None:
    issue = issue_in(locale)
    message = read(export(issue, Target.EML))

    assert message["Subject"] == issue.text.title
    assert message["Content-Language"] == locale
    for kind in ("plain", "html"):
        whole = " ".join(body(message, kind).split())
        assert all(word in whole for word in WORDS[locale])
    data = export(issue, Target.EML)
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 998


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("target", list(Target))
def test_it_is_the_same_file_every_time(issue_in: IssueIn, locale: str, target: Target, filled: Path) -> None:
    assert export(issue_in(locale), target) == export(issue_of(filled, locale), target)


@pytest.mark.parametrize("locale", LOCALES)
def test_it_says_its_language_its_preheader_and_who_funds_it(issue_in: IssueIn, locale: str) -> None:
    issue = issue_in(locale)
    letter = letter_of(issue).by(None)
    page = BeautifulSoup(letter.html, "html5lib")

    assert page.html is not None
    assert (page.html["lang"], page.html["dir"]) == (locale, "ltr")
    assert page.body is not None
    assert page.body.get_text().strip().startswith(issue.text.summary)
    assert "863614" in letter.text
    assert "863614" in page.get_text()
    assert len(letter.html.encode()) < MOST_BYTES


@pytest.mark.parametrize("locale", LOCALES)
def test_every_link_and_picture_is_absolute_and_nothing_else_is_loaded(
    issue_in: IssueIn, locale: str
) -> None:
    html = letter_of(issue_in(locale)).by(None).html
    page = BeautifulSoup(html, "html5lib")
    links = [str(link["href"]) for link in page.select("a[href]")]
    pictures = [str(picture["src"]) for picture in page.select("img")]

    assert links
    assert all(urlsplit(link).scheme in ("https", "mailto") for link in links)
    assert all(picture.startswith("https://www.epi-project.com/") for picture in pictures)
    assert all(picture.has_attr("alt") and picture.has_attr("width") for picture in page.select("img"))
    assert page.select("link, script, iframe, object, form, audio, video, svg") == []
    assert "url(" not in html
    assert "@import" not in html
    assert re.findall(r"fonts\.g\w+", html) == []


def test_charts_timelines_and_pictures_are_png_beside_their_words(issue_in: IssueIn) -> None:
    rich, may = letter_of(issue_in("sv", "newsletters/rich.md")), letter_of(issue_in("sv"))

    names = {picture.name.partition("-")[0].partition(".")[0] for picture in (*rich.pictures, *may.pictures)}
    assert {"chart", "timeline", "emblem", "city", "newsletter"} <= names
    assert all(picture.data.startswith((b"\x89PNG", b"\xff\xd8")) for picture in rich.pictures)
    chart = next(picture for picture in rich.pictures if picture.name.startswith("chart"))
    assert f'src="{chart.address}" alt="De flesta arbetslösa är EU-medborgare."' in rich.html
    assert "26\u00a0809\u00a0473" in BeautifulSoup(rich.html, "html5lib").get_text()
    assert "Den andra noten." in rich.text


def test_the_file_for_mail_programs_holds_its_pictures(issue_in: IssueIn) -> None:
    message = read(export(issue_in("sv"), Target.EML))
    html = body(message, "html")
    held = {str(part["Content-ID"])[1:-1] for part in message.walk() if part["Content-ID"]}

    assert set(re.findall(r'src="cid:([^"]+)"', html)) == held
    assert 'src="http' not in html


@pytest.mark.parametrize("locale", LOCALES)
def test_listmonk_gets_what_its_api_asks_for(issue_in: IssueIn, locale: str) -> None:
    issue = issue_in(locale)
    campaign = json.loads(export(issue, Target.LISTMONK, (3, 4)))

    assert {"name", "subject", "lists", "type", "content_type", "body"} <= campaign.keys() <= LISTMONK.keys()
    assert all(isinstance(value, LISTMONK[name]) for name, value in campaign.items())
    assert (campaign["lists"], campaign["type"], campaign["content_type"]) == ([3, 4], "regular", "html")
    assert campaign["subject"] == issue.text.title
    for text in (campaign["body"], campaign["altbody"]):
        assert re.findall(r"\{\{.*?\}\}", text) == ["{{ UnsubscribeURL }}"]


def test_curly_brackets_of_a_text_are_none_of_listmonks(a_copy: Path) -> None:
    page = a_copy / "docs/sv/newsletters/2021-05.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("## Senaste nytt?", "## Senaste \\{\\{ .Secret }}?"),
        encoding="utf-8",
    )
    body_of = json.loads(export(issue_of(a_copy, "sv"), Target.LISTMONK))["body"]

    assert re.findall(r"\{\{.*?\}\}", body_of.replace('{{ "{{" }}', "")) == ["{{ UnsubscribeURL }}"]
    assert '{{ "{{" }} .Secret }}' in body_of


@pytest.mark.parametrize("locale", LOCALES)
def test_mailchimp_finds_its_own_tags(issue_in: IssueIn, locale: str) -> None:
    html = export(issue_in(locale), Target.MAILCHIMP).decode()

    assert html.count('href="*|UNSUB|*"') == 1
    assert "*|HTML:LIST_ADDRESS_HTML|*" in html


def test_one_that_mail_programs_would_cut_off_is_refused_with_its_heaviest_section(a_copy: Path) -> None:
    page = a_copy / "docs/sv/newsletters/2021-05.md"
    long = "\n\n".join(
        "Ett stycke som är ganska långt, och som kommer om och om igen. " * 4 for _ in range(300)
    )
    text = page.read_text(encoding="utf-8")
    page.write_text(
        text.replace("Migration är fortfarande", f"{long}\n\nMigration är fortfarande"), encoding="utf-8"
    )

    with pytest.raises(PublicationError) as told:
        letter_of(issue_of(a_copy, "sv"))

    message = str(told.value.faults[0].message)
    assert "kB of HTML" in message
    assert "Fakta &amp; siffror" in message or "Fakta & siffror" in message


@pytest.fixture(scope="session")
def mail_page(filled: Path, browser: Browser) -> Iterator[Callable[..., Page]]:
    """The published e-mail as a browser shows it, its pictures from the same site."""
    contexts = []
    with serve(filled / "site") as address:

        def open_mail(
            locale: str, width: int, scheme: str, *, pictures: bool = True, name: str = "2021-05"
        ) -> Page:
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
            contexts.append(context)
            page = context.new_page()
            page.route(
                "https://www.epi-project.com/**",
                lambda route: (
                    route.fulfill(path=filled / "site" / urlsplit(route.request.url).path.lstrip("/"))
                    if pictures
                    else route.abort()
                ),
            )
            page.goto(f"{address}/{locale}/newsletters/{name}/email/newsletter.html")
            return page

        yield open_mail
    for context in contexts:
        context.close()


def faults_in(page: Page) -> list[str]:
    """What axe-core finds; landmarks are the mail program's, in whose page an e-mail is an article."""
    return [
        fault for fault in accessibility_faults(page) if not fault.startswith(("landmark-one-main", "region"))
    ]


@pytest.mark.parametrize(
    ("locale", "scheme"), [("sv", "light"), ("ro", "dark"), ("it", "light"), ("en", "dark")]
)
def test_it_can_be_read_on_phone_and_desktop_by_day_and_night_and_without_pictures(
    mail_page: Callable[..., Page], locale: str, scheme: str
) -> None:
    for width, pictures in ((600, True), (320, True), (320, False)):
        page = mail_page(locale, width, scheme, pictures=pictures)

        assert faults_in(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        loaded = page.evaluate("[...document.images].every(image => image.naturalWidth > 0)")
        assert loaded == pictures


def test_one_with_charts_and_tables_has_no_accessibility_fault_either(mail_page: Callable[..., Page]) -> None:
    page = mail_page("sv", 320, "dark", name="rich")

    assert faults_in(page) == []


def test_a_picture_that_is_not_there_leaves_its_words(a_copy: Path) -> None:
    for locale in ("sv", "en"):
        page = a_copy / "docs" / locale / "newsletters/2021-05.md"
        text = page.read_text(encoding="utf-8").replace("## Fakta", "![En karta.](karta.png)\n\n## Fakta")
        page.write_text(text.replace("newsletter-2021-05.svg", "borta.svg"), encoding="utf-8")

    letter = letter_of(issue_of(a_copy, "sv")).by(None)

    assert "En karta." in letter.html
    assert "karta.png" not in letter.html
    assert {picture.name.partition("-")[0] for picture in letter.pictures} == {"emblem.png", "timeline"}


def test_two_pictures_of_one_name_are_both_there(a_copy: Path) -> None:
    pictures = a_copy / "docs/assets/pictures"
    (pictures / "other").mkdir()
    shutil.copy(pictures / "newsletter-2021-05.svg", pictures / "other/city-strategies.svg")
    page = a_copy / "docs/sv/newsletters/rich.md"
    second = "![Den andra.](../../assets/pictures/other/city-strategies.svg)"
    page.write_text(
        page.read_text(encoding="utf-8").replace("## Lång", f"{second}\n\n## Lång"), encoding="utf-8"
    )

    letter = letter_of(issue_of(a_copy, "sv", "newsletters/rich.md")).by(None)

    shown = [picture for picture in letter.pictures if picture.name.startswith("city-strategies")]
    assert len({picture.data for picture in shown}) == len({picture.address for picture in shown}) == 2
    assert all(picture.address in letter.html for picture in shown)
