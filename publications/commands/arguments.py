"""The arguments LOCALE and PAGE, the same for every subcommand: what is mistyped is answered with the nearest."""

from __future__ import annotations

import click

from publications.faults import did_you_mean
from publications.project import Locale, Project
from publications.status.page_files import pages_on_disk
from publications.status.page_names import page_named


def chosen_locale(project: Project, typed: str, hint: str = "LOCALE") -> Locale:
    """The language of a code as typed, else the command ends with the codes there are."""
    code = next((code for code in project.codes if code.casefold() == typed.strip().casefold()), None)
    if code is None:
        known = ", ".join(f"{locale.code} ({locale.name})" for locale in project.locales)
        raise click.BadParameter(f"there is no language '{typed}'. Known: {known}.", param_hint=hint)
    return project.locale(code)


def chosen_page(project: Project, typed: str) -> str:
    """The page that is meant, else the command ends with the nearest there is."""
    pages = pages_on_disk(project)
    page = page_named(typed, pages, project.codes)
    if page is None:
        names = [name_of_page(page) for page in pages]
        raise click.BadParameter(
            f"there is no page '{typed}'. {did_you_mean(typed, names)}", param_hint="PAGE"
        )
    return page


def name_of_page(page: str) -> str:
    """A page as commands are told it: without its ending."""
    return page.removesuffix(".md")


def number(count: int, noun: str) -> str:
    """How many, with its noun: 1 word, 2 words."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
