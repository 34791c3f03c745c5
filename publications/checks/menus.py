"""Menus: their entries lead to pages, and every section can be reached from them."""

from __future__ import annotations

from collections.abc import Iterator

from publications.checks.config_lines import config_lines
from publications.checks.corpus import Corpus
from publications.faults import Fault, Level, did_you_mean
from publications.pages import section_of
from publications.project import CONFIG

HOME = "index.md"


def menu_faults(corpus: Corpus) -> Iterator[Fault]:
    """Faults between the menus of mkdocs.yml and the pages."""
    lines = config_lines(corpus.project)
    pages = frozenset(corpus.publications.pages)
    if not pages:  # `folder_faults` says so once
        return
    entries = (*corpus.project.menu, *corpus.project.footer)
    for entry in entries:
        if entry.page not in pages:
            message = (
                f"the menu entry '{entry.label}' leads to '{entry.page}', which is published in no language. "
                f"{did_you_mean(entry.page, pages)} Or write docs/{corpus.project.codes[0]}/{entry.page}"
            )
            yield Fault(CONFIG, lines.get(entry.page, 0), message, Level.ERROR, "menu")
    if HOME not in pages and not any(entry.page == HOME for entry in entries):
        message = f"there is no home page. Write docs/{corpus.project.codes[0]}/{HOME}"
        yield Fault("docs", 0, message, Level.ERROR, "menu")
    yield from _sections(corpus)


def _sections(corpus: Corpus) -> Iterator[Fault]:
    """Sections that readers cannot find: without an index page, or in no menu."""
    pages = corpus.publications.pages
    reached = {section_of(entry.page) for entry in (*corpus.project.menu, *corpus.project.footer)}
    first_pages = {section_of(page): page for page in reversed(pages) if section_of(page)}
    for section, page in sorted(first_pages.items()):
        original = corpus.publications.original(page)
        locale = original.locale if original else corpus.project.codes[0]
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
