"""The imprint on paper and in e-mails: its values by name, the pictures as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from publications.catalogs import Catalog
from publications.identity.imprint import Imprint, imprint_of
from publications.identity.palette import painted, palette
from publications.language.cldr import direction
from publications.language.figures import with_figures
from publications.paper.pictures import svg_text
from publications.project import Project


def imprint_values(project: Project, catalog: Catalog) -> Mapping[str, object]:
    """Values for templates, by name. catalog: of the language in which it is said; mark, emblem: SVG."""
    imprint, colours = imprint_of(project, catalog), dict(palette(project))
    return {
        "lang": catalog.locale,
        "rtl": direction(catalog.locale) == "rtl",
        "digits": [with_figures(str(digit), catalog.locale) for digit in range(10)],
        "colours": colours,
        "site": imprint.name.text,
        "site-lang": imprint.name.locale or catalog.locale,
        "author": project.site_name,
        "mark": painted(svg_text(imprint.logo), colours),
        "credits": _credits(imprint),
        "disclaimer": imprint.print_disclaimer.text,
        "address-label": urlsplit(project.site_url).netloc,
    }


def _credits(imprint: Imprint) -> list[Mapping[str, str]]:
    return [
        {
            "emblem": svg_text(credit.emblem) if credit.emblem else "",
            "alt": credit.alt,
            "statement": credit.statement.text,
            "lang": credit.statement.locale or imprint.name.locale,
            "agreement": credit.agreement,
        }
        for credit in imprint.credits
    ]
