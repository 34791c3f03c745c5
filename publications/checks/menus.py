"""Menus: their entries lead to pages, and every section can be reached from them."""

from __future__ import annotations

from collections.abc import Iterator

from publications.checks.config_lines import config_lines
from publications.faults import Fault, Level, did_you_mean
from publications.findings import SiteFindings
from publications.pages import section_of
from publications.project import CONFIG
from publications.redirects import PATH, read_redirects

HOME = "index.md"


def menu_faults(site: SiteFindings) -> Iterator[Fault]:
    """Faults between the menus of mkdocs.yml and the pages; an entry that leads nowhere is left out."""
    lines = config_lines(site.project)
    pages = site.pages_meant
    if not pages:  # `folder_faults` says so once
        return
    entries = (*site.project.menu, *site.project.footer)
    for entry in entries:
        if entry.page not in pages:
            message = (
                f"the menu entry '{entry.label}' leads to '{entry.page}', which is published in no language. "
                f"{did_you_mean(entry.page, pages)} Or write docs/{site.project.codes[0]}/{entry.page}"
            )
            yield Fault(CONFIG, lines.get(entry.page, 0), message, Level.WARNING, "menu")
    if HOME not in pages and not any(entry.page == HOME for entry in entries):
        message = f"there is no home page. Write docs/{site.project.codes[0]}/{HOME}"
        yield Fault("docs", 0, message, Level.ERROR, "menu")
    yield from _sections(site)


def redirect_faults(site: SiteFindings) -> Iterator[Fault]:
    """Faults in i18n/redirects.txt: lines that lead nowhere."""
    redirects = read_redirects(site.project.root)
    yield from redirects.faults
    for old, new in redirects.to.items():
        if new not in site.pages_meant and new not in redirects.to:
            message = f"'{old}' leads to '{new}', which is no page. {did_you_mean(new, site.pages_meant)}"
            yield Fault(PATH, redirects.lines[old], message, Level.WARNING, "redirect")


def _sections(site: SiteFindings) -> Iterator[Fault]:
    """Sections that readers cannot find: without an index page, or in no menu."""
    pages = site.publications.pages
    reached = {section_of(entry.page) for entry in (*site.project.menu, *site.project.footer)}
    first_pages = {section_of(page): page for page in reversed(pages) if section_of(page)}
    for section, page in sorted(first_pages.items()):
        original = site.publications.original(page)
        locale = original.locale if original else site.project.codes[0]
        folder = f"docs/{locale}/{section}"
        if f"{section}/{HOME}" not in pages:
            message = (
                f"the section '{section}' has no page that lists its publications. Write {folder}/{HOME}"
            )
            yield Fault(folder, 0, message, Level.WARNING, "section")
        elif section not in reached:
            message = (
                f"the section '{section}' is in no menu, so readers do not find it. Add a line below `nav:` in "
                f"{CONFIG}: - {section.replace('-', ' ').capitalize()}: {section}/{HOME}"
            )
            yield Fault(folder, 0, message, Level.WARNING, "section")
