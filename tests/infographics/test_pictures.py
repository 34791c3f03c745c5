"""A poster looks as somebody found it good; a picture at every size is made from the same tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from publications.paper.poster import Poster
from tests.infographics.conftest import ROOT, maker_of
from tests.infographics.pictures import FOLDER, difference, small

# Between two versions of Typst letters differ by 5 or less; a card that lost its ground differs by 19.
TOLERANCE = 14
NAMES = sorted(path.stem for path in FOLDER.glob("*.png"))


@pytest.mark.parametrize("name", NAMES)
def test_a_poster_looks_as_it_was_found_good(posters: Mapping[str, Poster], name: str) -> None:
    expected = Image.open(FOLDER / f"{name}.png").convert("RGB")

    assert difference(small(posters[name]), expected) < TOLERANCE


def test_every_poster_has_been_looked_at(posters: Mapping[str, Poster]) -> None:
    assert sorted(posters) == NAMES


def test_a_poster_that_lost_a_card_does_not_pass(
    changed: Callable[[Mapping[str, Mapping[str, str]]], Path],
) -> None:
    root = changed({"theme/components/numbered-cards/poster.typ": {"fill: ground(part.colour), ": ""}})
    poster = maker_of(root).poster("infographics/city-strategies.md", "sv")
    assert poster is not None

    expected = Image.open(FOLDER / "city-strategies.sv.png").convert("RGB")

    assert difference(small(poster), expected) > TOLERANCE


@pytest.mark.parametrize("page", ["infographics/city-strategies.md", "newsletters/2021-05.md", "index.md"])
def test_the_picture_beside_a_link_has_the_size_that_networks_want(page: str) -> None:
    maker = maker_of(ROOT)

    for text in maker.publications.published(page).values():
        picture = Image.open(BytesIO(maker.social_picture(text)))
        assert picture.size == (1200, 630)
