"""Small pictures of every poster, as somebody looked at them and found them good.

After a change that is meant, look at the posters (`pubs poster … --open`), then write the pictures anew:

    python -m tests.infographics.pictures
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from publications.paper.poster import Poster
from tests.infographics.conftest import ROOT, maker_of, posters_of

FOLDER = ROOT / "tests" / "cases" / "infographics" / "pictures"
SIZE = (140, 198)
_TILE = 14


def small(poster: Poster) -> Image.Image:
    """The sheet in a size in which words are grey and shapes are seen."""
    picture = Image.open(BytesIO(poster.preview)).convert("RGB")
    return picture.resize(SIZE, Image.Resampling.BOX)


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures differ where they differ most, 0 to 255: the mean of a tile of 21 × 21 mm."""
    compared = ImageChops.difference(one, other)
    tiles = (
        compared.crop((left, top, left + _TILE, top + _TILE))
        for left in range(0, SIZE[0], _TILE)
        for top in range(0, SIZE[1], _TILE)
    )
    return max(sum(ImageStat.Stat(tile).mean) / 3 for tile in tiles)


def write(posters: Mapping[str, Poster], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, poster in posters.items():
        small(poster).quantize(64).save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    write(posters_of(maker_of(ROOT)), FOLDER)
