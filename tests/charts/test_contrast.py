"""The colours of charts can be told apart by readers with weak sight (WCAG 2.1, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest

from tests.conftest import THEME

STYLES = THEME / "assets" / "stylesheets"
SHAPES = ("chart-bar", "chart-part-2", "chart-part-3", "chart-part-4", "chart-outline")
TEXTS = ("heading", "muted")
GROUNDS = ("page", "surface", "tint", *(f"panel-{number}" for number in range(1, 6)))
_COLOUR = re.compile(r"--([\w-]+):\s*(?:light-dark\((#\w{6}),\s*(#\w{6})\)|(#\w{6}))")


def colours(scheme: int) -> dict[str, str]:
    """The colours of the site and its charts, by day (0) or by night (1)."""
    css = "".join((STYLES / name).read_text(encoding="utf-8") for name in ("identity.css", "charts.css"))
    return {name: both or (day, night)[scheme] for name, day, night, both in _COLOUR.findall(css)}


def luminance(colour: str) -> float:
    """WCAG's relative luminance of "#14777c"."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["day", "night"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_shapes_stand_out_and_words_can_be_read_on_every_ground(ground: str, scheme: int) -> None:
    palette = colours(scheme)

    for shape in SHAPES:
        assert contrast(palette[shape], palette[ground]) >= 3, shape
    for text in TEXTS:
        assert contrast(palette[text], palette[ground]) >= 4.5, text
    # The big figure is of the colour of the bars.
    assert contrast(palette["chart-bar"], palette[ground]) >= 4.5


def test_paper_has_the_colours_of_the_day() -> None:
    print_css = (STYLES.parent.parent / "charts" / "print.css").read_text(encoding="utf-8")

    assert set(re.findall(r"#\w{6}", print_css)) <= set(colours(0).values())


@pytest.mark.parametrize("scheme", [0, 1], ids=["day", "night"])
def test_numbers_on_a_part_can_be_read(scheme: int) -> None:
    palette = colours(scheme)

    for shape in SHAPES[:-1]:
        assert contrast(palette["chart-on-part"], palette[shape]) >= 4.5, shape
