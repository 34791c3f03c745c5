"""The palette: the colours of the theme's style sheets, and those that the identity has instead, by day and by night."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from publications.faults import Fault, Level, did_you_mean
from publications.identity.contrast import SHAPE, TEXT, contrast, mixed, nearest_passing
from publications.identity.identity import PATH, RULE, Identity
from publications.project import Project

BRAND = "brand"
"""Not a colour of the theme, but one that several are made of."""

_SHEETS = ("identity.css", "charts.css")
_COLOUR = re.compile(
    r"--(?P<name>[\w-]+):\s*(?:light-dark\(\s*)?(?P<light>#[0-9a-f]{6})(?:\s*,\s*(?P<dark>#[0-9a-f]{6})\s*\))?;",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"\{([a-z0-9-]+)\}")
_LABEL = 10.0
"""The contrast of white words on the ground of the head and the foot."""

_GROUNDS = ("page", "surface", "tint", *(f"panel-{number}" for number in range(1, 6)))
_PARTS = tuple(f"chart-part-{number}" for number in (2, 3, 4))
PAIRS: tuple[tuple[str, tuple[str, ...], float], ...] = (
    *((words, _GROUNDS, TEXT) for words in ("text", "heading", "muted", "link")),
    *((words, ("night",), TEXT) for words in ("on-night", "on-night-soft")),
    ("ink", ("marigold", "coral", "lilac", "sky", "mint"), TEXT),
    ("chart-on-part", ("chart-bar", *_PARTS), TEXT),
    *((shape, _GROUNDS, SHAPE) for shape in ("chart-bar", "chart-outline", *_PARTS)),
    ("current", ("page", "tint"), SHAPE),
    ("focus", ("page",), SHAPE),
    ("control", ("page",), SHAPE),
)
"""What must be told from what, and the contrast that it needs at least."""


def palette(project: Project, *, dark: bool = False) -> Mapping[str, str]:
    """Name, as in `--coral` or `--chart-bar` ("coral", "chart-bar"), → colour, as #f4775c."""
    shipped = _shipped(project.theme_dir)
    side = 1 if dark else 0
    own = {name: (colour.light, colour.dark) for name, colour in project.identity.colours.items()}
    branded = dict(_branded(shipped, own.pop(BRAND))) if BRAND in own else {}
    return MappingProxyType({name: pair[side] for name, pair in ({**shipped, **branded, **own}).items()})


def style_of(project: Project) -> str:
    """The rule that gives the style sheet the identity's colours, "" where these are the theme's."""
    light, dark = palette(project), palette(project, dark=True)
    shipped = _shipped(project.theme_dir)
    other = [name for name in light if (light[name], dark[name]) != shipped.get(name)]
    said = "".join(
        f"--{name}:{light[name] if light[name] == dark[name] else f'light-dark({light[name]},{dark[name]})'};"
        for name in other
    )
    return f":root{{{said}}}\n" if said else ""


def painted(picture: str, colours: Mapping[str, str]) -> str:
    """A drawing of the theme in the site's colours: `{coral}` stands for one."""
    return _TOKEN.sub(lambda found: colours.get(found[1], found[0]), picture)


def palette_faults(project: Project) -> Iterator[Fault]:
    """Colours that no page has, and those that cannot be told from what they stand on, with the nearest that can."""
    identity = project.identity
    if not identity.colours:
        return
    known = (BRAND, *_shipped(project.theme_dir))
    for name, colour in identity.colours.items():
        if name not in known:
            yield _fault(colour.line, f"there is no colour '{name}'. {did_you_mean(name, known)}")
    for is_dark in (False, True):
        yield from _too_close(identity, palette(project, dark=is_dark), "by night" if is_dark else "by day")


def _too_close(identity: Identity, colours: Mapping[str, str], when: str) -> Iterator[Fault]:
    for name, grounds, least in PAIRS:
        worst = min(grounds, key=lambda ground: contrast(colours[name], colours[ground]))
        found = contrast(colours[name], colours[worst])
        said = next((identity.colours[one] for one in (name, worst, BRAND) if one in identity.colours), None)
        if found < least and said:
            better = nearest_passing(colours[name], [colours[ground] for ground in grounds], least)
            advice = f'The nearest that can: {name}: "{better}"' if better else f"Choose another {worst}."
            message = (
                f"{when}, {name} ({colours[name]}) on {worst} ({colours[worst]}) has a contrast of {found:.1f}, and readers with weak "
                f"sight need {least:g} (WCAG 2.1 AA). {advice}"
            )
            yield _fault(said.line, message)


def _branded(
    shipped: Mapping[str, tuple[str, str]], brand: tuple[str, str]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """The colours that follow from one: the deep ground, links, the bars of charts."""
    colour, white = brand[0], "#ffffff"
    night = nearest_passing(colour, [white], _LABEL)
    links = tuple(
        nearest_passing(brand[side], [shipped[ground][side] for ground in _GROUNDS], TEXT + 0.5)
        for side in (0, 1)
    )
    yield "night", (night, night)
    yield "night-line", ((line := mixed(night, white, 0.25)), line)
    yield "on-night-soft", ((soft := mixed(night, white, 0.85)), soft)
    yield "petrol", ((strong := nearest_passing(colour, [white], TEXT)), strong)
    for name in ("link", "chart-bar"):
        yield name, (links[0], links[1])


@lru_cache(maxsize=8)
def _shipped(theme_dir: Path) -> Mapping[str, tuple[str, str]]:
    """The colours of the style sheets, by day and by night."""
    found: dict[str, tuple[str, str]] = {}
    for sheet in _SHEETS:
        css = (theme_dir / "assets" / "stylesheets" / sheet).read_text(encoding="utf-8")
        found |= {one["name"]: (one["light"], one["dark"] or one["light"]) for one in _COLOUR.finditer(css)}
    return MappingProxyType(found)


def _fault(line: int, message: str) -> Fault:
    return Fault(PATH, line, message, Level.WARNING, RULE)
