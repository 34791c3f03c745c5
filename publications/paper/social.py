"""What the picture beside a link to a page shows, and the pictures that all posters share."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from publications.catalogs import read_catalog
from publications.identity.imprint import imprint_of
from publications.identity.palette import painted, palette
from publications.language.cldr import direction
from publications.pages import Translation
from publications.paper.pictures import svg_text
from publications.project import Project


def social_values(project: Project, text: Translation) -> str:
    """All values of the picture that stands beside a link to a page, as JSON."""
    colours = dict(palette(project))
    imprint = imprint_of(project, read_catalog(project, text.locale))
    images = project.theme_dir / "assets" / "images"
    emblems = [svg_text(credit.emblem) for credit in imprint.credits if credit.emblem]
    values = {
        "lang": text.locale,
        "rtl": direction(text.locale) == "rtl",
        "colours": colours,
        "site": imprint.name.text,
        "site-lang": imprint.name.locale or text.locale,
        "title": text.title,
        "picture": picture_text(text) or painted(svg_text(images / "mosaic.svg"), colours),
        "mark": painted(svg_text(imprint.logo), colours),
        "emblems": emblems,
        "address-label": urlsplit(project.site_url).netloc,
    }
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def picture_text(text: Translation) -> str:
    """The page's picture as SVG, "" when it has none."""
    return svg_text(text.path.parent / text.picture) if text.picture else ""
