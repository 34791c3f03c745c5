"""The imprint: who publishes, who funds and who is liable, as every sheet and every e-mail says it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from publications.catalogs import Catalog
from publications.paper.palette import read_palette
from publications.paper.pictures import svg_text
from publications.project import Project


def imprint(project: Project, catalog: Catalog) -> Mapping[str, object]:
    """Values for templates, by name. catalog: of the language in which it is said; mark, emblem: SVG."""
    gettext, images = catalog.gettext, project.theme_dir / "assets" / "images"
    return {
        "lang": catalog.locale,
        "colours": dict(read_palette(project.theme_dir)),
        "site": project.site_name,
        "author": project.site_name,
        "mark": svg_text(images / "mark.svg"),
        "emblem": svg_text(images / "eu-emblem.svg"),
        "emblem-alt": gettext("Emblem of the European Union"),
        "funding": gettext(
            "Funded by the Asylum, Migration and Integration Fund (AMIF) of the European Union"
        ),
        "agreement": gettext("Grant agreement No %(number)s")
        % {"number": project.extra.get("grant_agreement", "")},
        "disclaimer": gettext(
            "This publication reflects only the authors’ view and not that of the European Union. Neither the European Union "
            "nor any member of the EPI consortium is liable for any use that may be made of the information it contains."
        ),
        "address-label": urlsplit(project.site_url).netloc,
    }
