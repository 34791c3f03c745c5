"""`pubs start`: the page that a translator fills in."""

from __future__ import annotations

from pathlib import Path

import click

from publications.commands.arguments import chosen_locale, chosen_page, name_of_page, number
from publications.commands.project_option import project_option
from publications.project import load_project
from publications.status.page_files import name_of
from publications.status.starting import Starting, read_starting, write_starting
from publications.translation.memory import Suggestion

_SAME = 100.0


@click.command(
    epilog="""\b
    Examples:
      pubs start ro newsletters/2021-05
      pubs start it newsletters/2021-05 --from en
      pubs start ro infographics/background-and-method --dry-run"""
)
@click.argument("locale")
@click.argument("page")
@click.option(
    "--from", "source", metavar="LOCALE", help="Translate from this language. Default: the original."
)
@click.option("--dry-run", is_flag=True, help="Show the page, and write nothing.")
@project_option
def start(root: Path, locale: str, page: str, source: str | None, dry_run: bool) -> None:
    """Begin a translation: the page with its source's text in place, to be written over.

    Headings, links, pictures, facts and ids are there already. The page is a draft, which readers are not
    shown, until `pubs done` says that it is finished. Sentences that were translated in other pages are
    offered with their line. A page that is there already is never overwritten.
    """
    project = load_project(root)
    code = chosen_locale(project, locale).code
    chosen = chosen_locale(project, source, "--from").code if source else None
    starting = read_starting(project, chosen_page(project, page), code, source=chosen)
    file = name_of(starting.page, code)
    if dry_run:
        click.echo(f"Would write {file}:\n\n{starting.text}")
        return
    write_starting(project, starting)
    click.echo(f"Wrote {file}, with the text of {name_of(starting.page, starting.source)} in it.")
    _tell_source(starting)
    _tell_suggestions(starting)
    click.echo(
        "\nNext: open it and write over what is there; pictures, addresses and {{ facts }} stay.\n"
        f"      Then: pubs done {code} {name_of_page(starting.page)}"
    )


def _tell_source(starting: Starting) -> None:
    if starting.source_state and starting.source_state.is_behind:
        source = name_of(starting.page, starting.source)
        click.echo(f"Mind: {source} is {starting.source_state} itself; the original may say something newer.")


def _tell_suggestions(starting: Starting) -> None:
    if not starting.suggestions:
        return
    click.echo(f"\n{number(len(starting.suggestions), 'part')} of it were translated in other pages:\n")
    for suggestion in starting.suggestions:
        click.echo(f"  line {suggestion.line}, {_how_like(suggestion)}")
        click.echo(f"    {suggestion.remembered.source}")
        click.echo(f"    → {suggestion.remembered.translation}")
        click.echo(f"    {suggestion.remembered.page}:{suggestion.remembered.line}")


def _how_like(suggestion: Suggestion) -> str:
    return "the same words" if suggestion.likeness >= _SAME else f"alike ({suggestion.likeness:.0f} %)"
