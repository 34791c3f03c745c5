"""What readers get: facts in the language of the text they read, and no braces."""

from __future__ import annotations

from pathlib import Path

import pytest


def words(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("sv/newsletters/2021-05", "10–12 maj 2021"),
        ("en/newsletters/2021-05", "10–12 May 2021"),
        ("it/infographics/city-strategies", "(luglio–agosto 2021)"),
        ("ro/infographics/city-strategies", "(iulie–august 2021)"),
    ],
)
def test_a_reader_gets_a_fact_in_their_language(built_site: Path, address: str, text: str) -> None:
    assert text in words(built_site, address)


def test_on_a_fallback_page_a_fact_is_in_the_language_of_the_text(built_site: Path) -> None:
    page = words(built_site, "it/newsletters/2021-05")

    assert "‘training week’ on 10–12 May 2021" in page


def test_no_reader_sees_a_fact_that_was_not_written_out(built_site: Path) -> None:
    assert [path for path in built_site.rglob("*.html") if "{{" in path.read_text(encoding="utf-8")] == []
