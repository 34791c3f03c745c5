"""Icons: the project's logo as browsers and phones want it, unless the theme has its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial

from publications.identity.palette import painted, palette
from publications.paper.cache import Cache
from publications.paper.pictures import svg_text
from publications.paper.typesetting import Typesetter
from publications.project import Project

TEMPLATE = "poster/icon.typ"
_PPI = 72


def site_icons(project: Project) -> Mapping[str, bytes]:
    """Name of a PNG in theme/assets/images → its bytes: the tab's, 48 pixels wide, and a phone's, 180 on a ground."""
    colours = palette(project)
    images = project.theme_dir / "assets" / "images"
    mark = painted(svg_text(project.identity.logo or images / "mark.svg"), colours)
    wanted = {"favicon.png": (48, 0, ""), "touch-icon.png": (180, 22, colours["page"])}
    return {
        name: _icon(project, {"mark": mark, "width": width, "inset": inset, "ground": ground})
        for name, (width, inset, ground) in wanted.items()
        if not (images / name).is_file()
    }


def _icon(project: Project, values: Mapping[str, object]) -> bytes:
    told = json.dumps(values, sort_keys=True)
    make = partial(Typesetter(project.theme_dir).png, TEMPLATE, told, _PPI)
    return Cache(project).files(f"{TEMPLATE} {told}", lambda: {"png": make()}, ("png",))["png"]
