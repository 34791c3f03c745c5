"""The way from the translators' page into the CMS."""

from __future__ import annotations

from pathlib import Path

import pytest

from publications.site.build import build_site
from tests.cms.test_command import IDENTITY
from tests.site.html import one, read, text_of
from tests.site.small_site import SmallSite

CONFIG = "docs/admin/config.yml"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    site = SmallSite.make(tmp_path_factory.mktemp("cms") / "site")
    site.write("data/identity.yml", IDENTITY)
    return site


def built(small: SmallSite) -> Path:
    build_site(small.root, small.root / "site")
    return small.root / "site"


def test_a_translator_is_led_to_the_form_of_the_page_in_their_language(small: SmallSite) -> None:
    before = read(built(small), "it/translations/")
    small.write(CONFIG, "collections: []\n")

    after = read(built(small), "it/translations/")

    assert before.select("a[href*='/admin/']") == []
    links = after.select(".task-links a[href*='/admin/']")
    assert len(links) == len(after.select("article.task"))
    task = one(after, "article.task:has(h3#task-newsletters-first)")
    link = one(task, "a[href*='/admin/']")
    assert link["href"] == "../../admin/#/collections/newsletters/entries/first?_locale=it"
    assert text_of(link).startswith("Traduci nel browser")


def test_what_lies_in_the_folder_is_published_and_taken_for_no_page(small: SmallSite) -> None:
    small.write(CONFIG, "collections: []\n")
    small.write("docs/admin/index.html", "<!doctype html><title>A</title>\n")
    small.write("docs/admin/sveltia-1/npm/index.js", "export {};\n")

    site = built(small)

    for name in ("config.yml", "index.html", "sveltia-1/npm/index.js"):
        assert (site / "admin" / name).read_bytes() == (small.root / "docs/admin" / name).read_bytes()
    assert "admin" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "admin" not in (site / "status.json").read_text(encoding="utf-8")
