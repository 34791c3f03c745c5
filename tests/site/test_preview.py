"""An editor sees each saved file at once, and after a mistake the last good page with what to mend."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

import pytest

from publications.site.preview import Preview
from tests.site.small_site import SmallSite

ADDRESS = "/en/newsletters/first/"
PAGE = "docs/en/newsletters/first.md"


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return SmallSite.make(tmp_path / "project")


@pytest.fixture
def preview(site: SmallSite, tmp_path: Path) -> Preview:
    made = Preview(site.root, tmp_path / "site")
    made.refresh()
    return made


def shown(preview: Preview, address: str = ADDRESS) -> str:
    return preview.answer(address).data.decode()


def test_a_saved_page_fact_template_and_catalog_are_seen_at_once(site: SmallSite, preview: Preview) -> None:
    site.change(PAGE, r"\Z", "\n- {{ visitors }} *saved*\n")
    site.change("data/facts.yml", r"number: \d+", "number: 4711")
    site.change("theme/main.html", "</body>", "<b>template</b></body>")
    site.change(
        "i18n/locale/en/LC_MESSAGES/site.po", r'(?<=msgid "Skip to content"\nmsgstr ")[^"]*', "Onward"
    )
    preview.refresh()

    page = shown(preview)

    assert "4,711 <em>saved</em>" in page
    assert "<b>template</b>" in page
    assert "Onward" in page


def test_a_mistake_in_a_text_is_told_below_the_page_with_its_line(site: SmallSite, preview: Preview) -> None:
    site.change(PAGE, r"\Z", "\nNew words and [a] (index.md).\n")
    preview.refresh()

    page = shown(preview)

    assert "New words" in page
    assert "To be mended:" in page
    assert f"{PAGE}:" in page
    assert "Write it without the space: [a](index.md)" in page


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("theme/main.html", "</body>", "{% oops %}</body>"), ("mkdocs.yml", "site_name", "site: [")],
)
def test_what_breaks_the_page_leaves_the_last_good_one(
    site: SmallSite, preview: Preview, name: str, old: str, new: str
) -> None:
    before = shown(preview)
    text = site.read(name) or ""
    site.change(name, old, new)
    preview.refresh()

    page = shown(preview)

    assert before.partition("</main>")[0] in page
    assert "To be mended (this is the last good page):" in page
    assert name in page

    site.write(name, text)
    preview.refresh()
    assert "To be mended" not in shown(preview)


def test_an_address_that_leads_nowhere_has_the_sites_own_page_for_that(preview: Preview) -> None:
    assert preview.answer("/en/nowhere/").status == HTTPStatus.NOT_FOUND
    assert 'lang="it"' in shown(preview, "/en/nowhere/")
