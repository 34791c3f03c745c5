"""The newsletter that a command is about, by PAGE and --locale."""

from __future__ import annotations

from pathlib import Path

import click

from publications.faults import Fault, PublicationError, did_you_mean
from publications.layouts.layout import NEWSLETTERS
from publications.newsletters.issue import Issue, is_newsletter
from publications.project import load_project
from publications.site.live import LiveSite
from scripts.arguments import chosen_locale


def chosen_issue(root: Path, page: str, locale: str) -> Issue:
    """The issue of "2021-05" or a file of it; one that is not there, or not written in the language, ends the command."""
    project = load_project(root)
    code = chosen_locale(project, locale, "--locale").code
    site = LiveSite.read(project)
    publications = site.findings.publications
    known = {
        known.removesuffix(".md").partition("/")[2]: known
        for known in publications.pages
        if is_newsletter(known)
    }
    name = Path(page).name.removesuffix(".md")
    if name not in known:
        message = f"there is no newsletter '{name}'. {did_you_mean(name, known)}"
        raise click.BadParameter(message, param_hint="PAGE")
    if code not in publications.published(known[name]):
        have = ", ".join(publications.published(known[name]))
        message = (
            f"is not written in '{code}', or has an error, so there is nothing to send. There is one in: {have}. "
            f"To translate it: pubs start {code} {NEWSLETTERS}/{name}"
        )
        raise PublicationError(Fault(f"docs/{code}/{known[name]}", 0, message))
    return site.renderer.issue(known[name], code, site.content(known[name], code))
