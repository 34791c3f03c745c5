"""Labels: what a menu entry is called in a reader's language."""

from __future__ import annotations

from publications.catalogs import Catalog
from publications.pages import section_of
from publications.project import MenuEntry, Project


def menu_label(project: Project, catalog: Catalog, entry: MenuEntry) -> str:
    """By its kind's own names, where it has some (data/kinds.yml), else by the catalogs."""
    if not has_own_names(project, entry):
        return catalog.gettext(entry.label)
    return project.kinds.in_folder(section_of(entry.page)).name.get(catalog.locale, entry.label)


def has_own_names(project: Project, entry: MenuEntry) -> bool:
    """Whether an entry is called what its kind is called, in words of the site's own."""
    names = project.kinds.in_folder(section_of(entry.page)).name
    return "" not in names and entry.label in names.values()
