"""`pubs layout`: write the layout file of a publication that is drawn as usual, to be changed."""

from __future__ import annotations

from pathlib import Path

import click

from publications.commands.arguments import chosen_page, name_of_page
from publications.commands.project_option import project_option
from publications.faults import Fault, PublicationError
from publications.layouts.layout import layout_path
from publications.layouts.layout_writing import layout_text
from publications.layouts.story import read_story
from publications.pages import read_publications
from publications.project import load_project
from publications.reading.html import Setting
from publications.reading.reading import Reading
from publications.reading.rendered import rendered
from publications.writing import write_new_text


@click.command(
    epilog="""\b
    Examples:
      pubs layout infographics/city-strategies --dry-run
      pubs layout city-strategies"""
)
@click.argument("page")
@click.option("--dry-run", is_flag=True, help="Show the usual layout, and write nothing.")
@project_option
def layout(root: Path, page: str, dry_run: bool) -> None:
    """Write how a publication is drawn now, section by section, so that it can be changed.

    A layout that is there already is never overwritten.
    """
    project = load_project(root)
    chosen = chosen_page(project, page)
    kind, path = project.kinds.of(chosen), layout_path(chosen)
    if kind is None or not kind.is_drawn or not path:
        message = "is of no kind that is drawn. Kinds and what they are published as: data/kinds.yml"
        raise PublicationError(Fault(f"docs/…/{chosen}", 0, message))
    original = read_publications(project).original(chosen)
    if original is None:
        raise PublicationError(Fault(f"docs/…/{chosen}", 0, "is published in no language yet."))
    text = original.path.read_bytes().decode("utf-8-sig")
    story = read_story(rendered(Reading.of(text), Setting(address=str, fact=lambda _name, _form: None)).html)
    written = layout_text(chosen, story, is_sheet=kind.is_sheet)
    if dry_run:
        click.echo(f"As usual, {path} would be:\n\n{written}")
        return
    if (root / path).exists():
        raise PublicationError(Fault(path, 0, "is there already, and was left as it is. Change it there."))
    write_new_text(root / path, written)
    click.echo(f"Wrote {path}.\nNext: change it, and look at {name_of_page(chosen)} with: pubs serve")
