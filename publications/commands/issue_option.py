"""The newsletter that a command is about, by PAGE and --locale."""

from __future__ import annotations

from pathlib import Path

import click

from publications.commands.arguments import chosen_locale, name_of_page
from publications.faults import Fault, PublicationError, did_you_mean
from publications.kinds import Output
from publications.newsletters.issue import Issue
from publications.project import load_project
from publications.site.live import LiveSite
from publications.status.page_names import page_named


def chosen_issue(root: Path, page: str, locale: str) -> Issue:
    """The issue of "2021-05" or a file of it; one that is not there, or not written in the language, ends the command."""
    project = load_project(root)
    code = chosen_locale(project, locale, "--locale").code
    site = LiveSite.read(project)
    publications = site.findings.publications
    pages = tuple(
        page
        for page in publications.pages
        if (kind := project.kinds.of(page)) and Output.EMAIL in kind.outputs
    )
    found = page_named(page, pages, project.codes)
    if found is None:
        names = [name_of_page(known).partition("/")[2] for known in pages]
        message = f"there is no newsletter '{page}'. {did_you_mean(page, names)}"
        raise click.BadParameter(message, param_hint="PAGE")
    if code not in publications.published(found):
        have = ", ".join(publications.published(found))
        message = (
            f"is not written in '{code}', or has an error, so there is nothing to send. There is one in: {have}. "
            f"To translate it: pubs start {code} {name_of_page(found)}"
        )
        raise PublicationError(Fault(f"docs/{code}/{found}", 0, message))
    return site.renderer.issue(found, code, site.content(found, code))
