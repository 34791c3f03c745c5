"""The feeds: valid Atom in each language, whole, with ids that stay."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
from bs4 import BeautifulSoup

from tests.conftest import pubs
from tests.newsletters.conftest import LOCALES

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SITE = "https://www.epi-project.com/"
ALL = [
    "feed.xml",
    *(
        f"{locale}/{section}feed.xml"
        for locale in LOCALES
        for section in ("", "newsletters/", "infographics/")
    ),
]


def feed_in(root: Path, name: str) -> ET.Element:
    return ET.fromstring((root / "site" / name).read_bytes())  # noqa: S314 (ours)


def entries(root: Path, name: str) -> dict[str, ET.Element]:
    found = {str(entry.findtext(f"{ATOM}id")): entry for entry in feed_in(root, name).iter(f"{ATOM}entry")}
    assert len(found) == len(list(feed_in(root, name).iter(f"{ATOM}entry")))
    return found


@pytest.mark.parametrize("name", ALL)
def test_a_feed_has_all_that_the_standard_asks_for_and_nothing_else(filled: Path, name: str) -> None:
    data = (filled / "site" / name).read_bytes()
    parsed = feedparser.parse(data)
    feed = feed_in(filled, name)

    assert (parsed.bozo, parsed.version) == (False, "atom10")
    assert feed.find(f"{ATOM}link[@rel='self']").attrib["href"] == SITE + name  # type: ignore[union-attr]
    # RFC 4287, 4.1.1 and 4.1.2: exactly one each.
    for one in ("id", "title", "updated"):
        assert len(feed.findall(f"{ATOM}{one}")) == 1
        assert all(len(entry.findall(f"{ATOM}{one}")) == 1 for entry in feed.iter(f"{ATOM}entry"))
    assert len(feed.findall(f"{ATOM}author")) == 1
    alternates = [
        (entry, link.get("type"), link.get("hreflang"))
        for entry in feed.iter(f"{ATOM}entry")
        for link in entry.findall(f"{ATOM}link[@rel='alternate']")
    ]
    assert len(alternates) == len(set(alternates))
    assert feed.findtext(f"{ATOM}updated") == max(
        (str(entry.findtext(f"{ATOM}updated")) for entry in feed.iter(f"{ATOM}entry")),
        default=feed.findtext(f"{ATOM}updated"),
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_a_feed_is_in_one_language_and_shows_no_fallback(filled: Path, locale: str) -> None:
    feed = feed_in(filled, f"{locale}/feed.xml")

    assert feed.get(LANGUAGE) == locale
    assert {entry.get(LANGUAGE) for entry in feed.iter(f"{ATOM}entry")} == {locale}
    names = {urlsplit(one).path for one in entries(filled, f"{locale}/feed.xml")}
    assert (f"/{locale}/infographics/background-and-method/" in names) == (locale in ("sv", "en"))


def test_an_entry_has_the_whole_text_with_absolute_addresses(filled: Path) -> None:
    for entry in entries(filled, "feed.xml").values():
        html = BeautifulSoup(str(entry.findtext(f"{ATOM}content")), "html5lib")
        addresses = [str(tag.get("href") or tag.get("src")) for tag in html.select("[href], [src]")]

        assert html.select("p")
        assert all(urlsplit(address).scheme in ("https", "mailto") for address in addresses)
        assert html.select("script, style, iframe, form, [style], [onclick]") == []
    whole = "".join(
        str(entry.findtext(f"{ATOM}content")) for entry in entries(filled, "ro/newsletters/feed.xml").values()
    )
    assert "Săptămâna de formare le-a oferit tuturor" in whole


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_names_the_feeds_of_its_language(filled: Path, locale: str) -> None:
    for page in ("index.html", "project/index.html", "newsletters/2021-05/index.html"):
        html = BeautifulSoup((filled / "site" / locale / page).read_bytes(), "html5lib")
        links = [
            str(link["href"]) for link in html.select('link[rel="alternate"][type="application/atom+xml"]')
        ]
        folder = (filled / "site" / locale / page).parent

        assert {(folder / link).resolve().relative_to(filled / "site").as_posix() for link in links} == {
            f"{locale}/{section}feed.xml" for section in ("", "newsletters/", "infographics/")
        }


def test_an_edit_changes_no_id_and_no_date_unless_its_editor_says_so(a_copy: Path) -> None:
    page, name = a_copy / "docs/sv/newsletters/2021-05.md", "sv/newsletters/feed.xml"
    assert pubs("build", "--project", a_copy).returncode == 0
    before = entries(a_copy, name)

    page.write_text(
        page.read_text(encoding="utf-8").replace("tre dagars mötet", "tredagarsmötet"), encoding="utf-8"
    )
    assert pubs("build", "--project", a_copy).returncode == 0
    edited = entries(a_copy, name)
    page.write_text(
        page.read_text(encoding="utf-8").replace("date: '2021-05'", "date: '2021-05'\nupdated: '2021-06-02'"),
        encoding="utf-8",
    )
    assert pubs("build", "--project", a_copy).returncode == 0
    updated = entries(a_copy, name)

    assert before.keys() == edited.keys() == updated.keys()
    may = f"{SITE}sv/newsletters/2021-05/"
    dates = [str(found[may].findtext(f"{ATOM}updated")) for found in (before, edited, updated)]
    assert dates == ["2021-05-01T00:00:00Z", "2021-05-01T00:00:00Z", "2021-06-02T00:00:00Z"]
    assert "tredagarsmötet" in str(edited[may].findtext(f"{ATOM}content"))
    html = (a_copy / "site/sv/newsletters/2021-05/index.html").read_text(encoding="utf-8")
    assert "Uppdaterad 2\u00a0juni 2021" in html


def test_a_page_that_was_renamed_keeps_its_id_and_one_that_was_removed_gives_it_to_nobody(
    a_copy: Path,
) -> None:
    project = ("--project", str(a_copy))
    assert pubs("rename", "newsletters/2021-05", "newsletters/may", *project).returncode == 0
    assert pubs("rm", "newsletters/rich", "--to", "newsletters/may", *project).returncode == 0
    assert pubs("build", *project).returncode == 0

    found = entries(a_copy, "sv/newsletters/feed.xml")
    assert list(found) == [f"{SITE}sv/newsletters/2021-05/"]
    links = {str(link.get("href")) for link in found[f"{SITE}sv/newsletters/2021-05/"].findall(f"{ATOM}link")}
    assert f"{SITE}sv/newsletters/may/" in links


def test_a_title_with_marks_of_html_breaks_no_feed(a_copy: Path) -> None:
    page = a_copy / "docs/sv/newsletters/2021-05.md"
    title = "R&D: 3 < 5 & 'mer'"
    old = page.read_text(encoding="utf-8").split("\n")
    page.write_text("\n".join([old[0], f'title: "{title}"', *old[2:]]), encoding="utf-8")
    assert pubs("build", "--project", a_copy).returncode == 0

    titles = [entry.findtext(f"{ATOM}title") for entry in entries(a_copy, "sv/newsletters/feed.xml").values()]
    assert title in titles
