"""Every colour that stands on another is told from it, by day and by night (WCAG 2.1: 1.4.3 and 1.4.11)."""

from __future__ import annotations

from pathlib import Path

import pytest

from publications.identity.contrast import contrast, nearest_passing
from publications.identity.palette import PAIRS, palette, palette_faults, style_of
from publications.project import Project, load_project
from tests.conftest import ROOT, copy_inputs

COLOURS = [(name, ground, least) for name, grounds, least in PAIRS for ground in grounds]


@pytest.mark.parametrize("dark", [False, True], ids=["by day", "by night"])
@pytest.mark.parametrize(("name", "ground", "least"), COLOURS, ids=str)
def test_what_stands_on_a_ground_is_told_from_it(name: str, ground: str, least: float, dark: bool) -> None:
    colours = palette(load_project(ROOT), dark=dark)

    assert contrast(colours[name], colours[ground]) >= least


def with_colours(root: Path, colours: str) -> Project:
    copy_inputs(root)
    with (root / "data/identity.yml").open("a", encoding="utf-8") as file:
        file.write(f"\ncolours:\n{colours}")
    return load_project(root)


def test_a_colour_that_readers_with_weak_sight_cannot_read_is_named_with_the_nearest_that_they_can(
    tmp_path: Path,
) -> None:
    project = with_colours(tmp_path / "project", '  link: ["#7fb2b5", "#7fd8cf"]\n')

    (fault,) = palette_faults(project)

    light = palette(project)
    grounds = [
        light[ground]
        for ground in ("page", "surface", "tint", *(f"panel-{number}" for number in range(1, 6)))
    ]
    better = nearest_passing("#7fb2b5", grounds, 4.5)
    assert f"{fault.path}:{fault.line}".startswith("data/identity.yml:")
    assert "by day, link (#7fb2b5)" in fault.message
    assert f'link: "{better}"' in fault.message
    assert min(contrast(better, ground) for ground in grounds) >= 4.5


@pytest.mark.parametrize(
    "brand", ["#ffffff", "#000000", "#ff0000", "#ffe600", "#5b2a86", "#00a651", "#7f7f7f"]
)
def test_one_brand_colour_gives_a_palette_that_passes(tmp_path: Path, brand: str) -> None:
    project = with_colours(tmp_path / "project", f'  brand: "{brand}"\n')

    assert list(palette_faults(project)) == []
    assert "--night:" in style_of(project)


def test_a_colour_that_is_none_is_told_and_the_site_keeps_its_own(tmp_path: Path) -> None:
    project = with_colours(tmp_path / "project", '  link: teal\n  lnik: "#112233"\n')

    told = [fault.message for fault in (*project.identity.faults, *palette_faults(project))]

    assert any("'teal' is no colour" in message for message in told)
    assert any("Did you mean 'link'?" in message for message in told)
    assert palette(project)["link"] == palette(load_project(ROOT))["link"]
