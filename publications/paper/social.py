"""What the picture beside a link to a page shows, and the pictures that all posters share."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

from publications.pages import Translation
from publications.paper.palette import read_palette
from publications.project import Project


def social_values(project: Project, text: Translation) -> str:
    """All values of the picture that stands beside a link to a page, as JSON."""
    images = project.theme_dir / "assets" / "images"
    values = {
        "lang": text.locale,
        "colours": dict(read_palette(project.theme_dir)),
        "site": project.site_name,
        "title": text.title,
        "picture": picture_text(text) or read_svg(images / "mosaic.svg"),
        "mark": read_svg(images / "mark.svg"),
        "emblem": read_svg(images / "eu-emblem.svg"),
        "address-label": urlsplit(project.site_url).netloc,
    }
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def picture_text(text: Translation) -> str:
    """The page's picture as SVG, "" when it has none or one of another kind."""
    if not text.picture.endswith(".svg"):
        return ""
    file = text.path.parent / text.picture
    return read_svg(file) if file.is_file() else ""


def read_svg(file: Path) -> str:
    """The text of a picture, the same on every system."""
    return file.read_bytes().decode("utf-8").replace("\r\n", "\n")
