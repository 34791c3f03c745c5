"""`pubs new`: begin a publication, with its front matter, in the right place."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from pathlib import Path

import click

from publications.commands.project_option import project_option
from publications.faults import Fault, PublicationError, did_you_mean
from publications.kinds import Kind
from publications.language.dates import ISO_DATE, date_text, parse_date
from publications.pages import read_publications
from publications.project import Project, load_project
from publications.reading.front_edit import quoted
from publications.starter.publication import new_publication
from publications.writing import write_new_text, write_text

_LIKE_A_DATE = re.compile(r"(\d{4})-?(\d{1,2})(?:-?(\d{1,2}))?(?:-\d+)*")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


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
    page = f"{chosen.folder}/{checked_name(name)}.md"
    _refuse_odd_date(name)
    _refuse_existing(project, page, locale)
    today = datetime.now().astimezone().date()
    made = new_publication(project, chosen, name, locale, _heading(name, locale, title), today)
    if dry_run:
        for path, text in {**made.new, **made.changed}.items():
            click.echo(f"Would write {path}:\n\n{text}")
        return
    for path, text in made.new.items():
        write_new_text(root / path, text)
        click.echo(f"Wrote {path}.")
    for path, text in made.changed.items():
        write_text(root / path, text)
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
    if NAME.fullmatch(name):
        return name
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    advice = f" Try: {better}" if better else ""
    message = f"'{name}' cannot be part of an address: small letters a–z, digits and hyphens only.{advice}"
    raise click.BadParameter(message, param_hint=hint)


def _refuse_odd_date(name: str) -> None:
    """A name that was meant as a date is one that readers, and the order of the newsletters, can tell."""
    found = _LIKE_A_DATE.fullmatch(name)
    if found and not ISO_DATE.fullmatch(name):
        year, *others = (part for part in found.groups() if part)
        better = "-".join([year, *(other.zfill(2) for other in others)])
        hint = f"Did you mean {better}?" if parse_date(better) else "Write it as 2021-09, or 2021-09-15."
        raise click.BadParameter(f"'{name}' is no date. {hint}", param_hint="NAME")


def checked_path(path: str) -> str:
    """A page's path without its ending, each part of which can be part of an address."""
    return "/".join(map(checked_name, path.removesuffix(".md").strip("/").split("/")))


def _refuse_existing(project: Project, page: str, locale: str) -> None:
    existing = read_publications(project).translations.get(page, {})
    path = f"docs/{locale}/{page}"
    if locale in existing:
        raise PublicationError(Fault(path, 0, "is there already, and was left as it is."))
    if existing:
        other = next(iter(existing))
        name = page.removesuffix(".md")
        message = f"this page exists in '{other}'. To translate it: pubs start {locale} {name}"
        raise PublicationError(Fault(path, 0, message))


def _heading(name: str, locale: str, title: str | None) -> str:
    words = title or (date_text(name, locale) if ISO_DATE.fullmatch(name) else name.replace("-", " "))
    return words[:1].upper() + words[1:]


def front_matter(name: str, title: str) -> str:
    """What a new page opens with; one that is named by a date is dated."""
    date = f'date: "{name}"\n' if ISO_DATE.fullmatch(name) else ""
    return f'---\ntitle: {quoted(title)}\nsummary: ""\n{date}---\n'
