"""`pubs new`: begin a publication, with its front matter, in the right place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from publications.commands.project_option import project_option
from publications.faults import did_you_mean
from publications.kinds import Kind
from publications.language.dates import ISO_DATE
from publications.project import Project, load_project
from publications.reading.front_edit import quoted
from publications.starter.naming import date_fault, name_fault
from publications.starter.publication import begun_publication


@click.command(
    epilog="""\b
    Examples:
      pubs new newsletter 2021-09 --locale sv
      pubs new infographic housing --locale ro --title "Locuirea în orașe"
      pubs new report first-year --locale it --dry-run"""
)
@click.argument("kind")
@click.argument("name")
@click.option("--locale", required=True, help="The language it is written in: sv, ro, it, en …")
@click.option("--title", help="Its title. Default: made from the name.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@project_option
def new(root: Path, kind: str, name: str, locale: str, title: str | None, dry_run: bool) -> None:
    """Begin a new publication of a KIND (newsletter, infographic, report …) under a NAME.

    It begins as a short example that works, to be written over; an infographic has its layout beside it.
    The kinds stand in data/kinds.yml of the site, and those that every site has are named when you mistype one.
    The name is the end of its address, the same in every language: a month (2021-09) or a few short
    words (city-strategies). A page that is there already is never overwritten.
    """
    project = load_project(root)
    project.locale(locale)
    chosen = kind_named(project, kind)
    if wrong := name_fault(name) or date_fault(name):
        raise click.BadParameter(wrong.message, param_hint="NAME")
    made = begun_publication(project, chosen, name, locale, title, datetime.now().astimezone().date())
    if dry_run:
        for path, text in {**made.new, **made.changed}.items():
            click.echo(f"Would write {path}:\n\n{text}")
        return
    made.write(root)
    for path in made.new:
        click.echo(f"Wrote {path}.")
    for path in made.changed:
        click.echo(f"Put {chosen.folder} into the menu, {path}.")
    click.echo("Next: open it, write over the example, and see it with: pubs serve")


def kind_named(project: Project, kind: str) -> Kind:
    """The kind that is meant: "newsletter", "newsletters" or "fact sheet"; else the command ends with those there are."""
    typed = kind.lower().replace(" ", "-").replace("_", "-")
    for known in project.kinds.all:
        if typed in (known.id, known.folder):
            return known
    ids = [known.id for known in project.kinds.all]
    raise click.BadParameter(f"there is no '{kind}'. {did_you_mean(kind, ids)}", param_hint="KIND")


def checked_name(name: str, hint: str = "NAME") -> str:
    """A name that can be part of an address, else the command ends with one that can."""
    if wrong := name_fault(name):
        raise click.BadParameter(wrong.message, param_hint=hint)
    return name


def checked_path(path: str) -> str:
    """A page's path without its ending, each part of which can be part of an address."""
    return "/".join(map(checked_name, path.removesuffix(".md").strip("/").split("/")))


def front_matter(name: str, title: str) -> str:
    """What a new page opens with; one that is named by a date is dated."""
    date = f'date: "{name}"\n' if ISO_DATE.fullmatch(name) else ""
    return f'---\ntitle: {quoted(title)}\nsummary: ""\n{date}---\n'
