"""The real publications: a translation that follows its source as it is now raises no false alarm."""

from __future__ import annotations

from pathlib import Path

import pytest

from publications.reading.reading import read_blocks
from publications.translation.comparison import compare_page
from publications.translation.counterparts import counterparts

DOCS = Path(__file__).parent.parent.parent / "docs"
LOCALES = ("sv", "ro", "it", "en")
PAGES = sorted(
    {path.relative_to(DOCS / code).as_posix() for code in LOCALES for path in (DOCS / code).rglob("*.md")}
)


def read(page: str) -> dict[str, str]:
    paths = {locale: DOCS / locale / page for locale in LOCALES}
    return {locale: path.read_text(encoding="utf-8") for locale, path in paths.items() if path.is_file()}


@pytest.mark.parametrize("page", PAGES)
def test_a_translation_that_follows_its_source_has_no_gap(page: str) -> None:
    status = compare_page(page, read(page), locales=LOCALES, source_text=lambda *_: None).status

    following = [told for told in status.translations.values() if told.version == told.current_version]
    assert {told.locale: told.gaps for told in following if told.gaps} == {}


@pytest.mark.parametrize("page", PAGES)
def test_every_page_compared_with_itself_is_the_same(page: str) -> None:
    for text in read(page).values():
        blocks = read_blocks(text)
        assert [(pair.source, pair.translation) for pair in counterparts(blocks, blocks)] == [
            (block, block) for block in blocks
        ]
