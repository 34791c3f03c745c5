"""Every colour that stands on another is told from it, by day and by night (WCAG 2.1: 1.4.3 and 1.4.11)."""

from __future__ import annotations

import pytest

from publications.paper.palette import read_palette
from tests.conftest import THEME

GROUNDS = ("page", "surface", "tint", *(f"panel-{number}" for number in range(1, 6)))
STRONG = ("marigold", "coral", "lilac", "sky", "mint")
TEXT = [
    *((words, ground) for words in ("text", "heading", "muted", "link") for ground in GROUNDS),
    *(("ink", strong) for strong in STRONG),
    *((words, "night") for words in ("on-night", "on-night-soft")),
    ("chart-on-part", "chart-bar"),
    *(("chart-on-part", f"chart-part-{number}") for number in (2, 3, 4)),
]
SHAPES = [
    *(("chart-bar", ground) for ground in GROUNDS),
    *(("chart-outline", ground) for ground in GROUNDS),
    *((f"chart-part-{number}", ground) for number in (2, 3, 4) for ground in GROUNDS),
    ("current", "page"),
    ("current", "tint"),
    ("focus", "page"),
    ("control", "page"),
]


@pytest.mark.parametrize("dark", [False, True], ids=["by day", "by night"])
@pytest.mark.parametrize(("words", "ground"), TEXT, ids=str)
def test_words_are_read_on_their_ground(words: str, ground: str, dark: bool) -> None:
    palette = read_palette(THEME, dark=dark)

    assert contrast(palette[words], palette[ground]) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["by day", "by night"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES, ids=str)
def test_shapes_that_mean_something_are_seen(shape: str, ground: str, dark: bool) -> None:
    palette = read_palette(THEME, dark=dark)

    assert contrast(palette[shape], palette[ground]) >= 3


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.1 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
