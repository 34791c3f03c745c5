"""What the picture beside a link to a page shows, and the pictures that all posters share."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from publications.pages import Translation
from publications.paper.palette import read_palette
from publications.paper.pictures import svg_text
from publications.project import Project


def social_values(project: Project, text: Translation) -> str:
    """All values of the picture that stands beside a link to a page, as JSON."""
    images = project.theme_dir / "assets" / "images"
    values = {
        "lang": text.locale,
        "colours": dict(read_palette(project.theme_dir)),
        "site": project.site_name,
        "title": text.title,
        "picture": picture_text(text) or svg_text(images / "mosaic.svg"),
        "mark": svg_text(images / "mark.svg"),
        "emblem": svg_text(images / "eu-emblem.svg"),
        "address-label": urlsplit(project.site_url).netloc,
    }
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def picture_text(text: Translation) -> str:
    """The page's picture as SVG, "" when it has none."""
    return svg_text(text.path.parent / text.picture) if text.picture else ""
