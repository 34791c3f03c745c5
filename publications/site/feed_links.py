"""Feed links: which feeds a language has, where they lie, and what they are called."""

from __future__ import annotations

from dataclasses import dataclass

from publications.catalogs import read_catalog
from publications.pages import Publications, section_of
from publications.site.labels import menu_label

FILE = "feed.xml"


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed. path: below the site's root; title: in the reader's language; section: "" for all publications."""

    path: str
    title: str
    section: str


def feed_links(publications: Publications, locale: str) -> tuple[FeedLink, ...]:
    """The feeds of a language: of all its publications, and of each section of the menu that has some."""
    catalog, project = read_catalog(publications.project, locale), publications.project
    name = project.identity.name.said(locale).text
    whole = catalog.gettext("%(site)s: all publications") % {"site": name}
    found = [FeedLink(f"{locale}/{FILE}", whole, "")]
    for entry in publications.menu(project.menu):
        if (section := section_of(entry.page)) and publications.section(section):
            title = f"{name}: {menu_label(project, catalog, entry)}"
            found.append(FeedLink(f"{locale}/{section}/{FILE}", title, section))
    return tuple(found)
