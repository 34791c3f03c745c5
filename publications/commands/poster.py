"""`pubs poster`: make one infographic's poster, in one language, and say where it is."""

from __future__ import annotations

import time
from pathlib import Path

import click

from publications.commands.project_option import project_option
from publications.facts.library import read_facts
from publications.faults import Fault, PublicationError, did_you_mean
from publications.layouts.agreement import Text, disagreements
from publications.layouts.layout_file import has_layout, read_layout
from publications.pages import Publications, read_publications
from publications.paper.poster import PosterMaker
from publications.project import load_project
from publications.reading.source_page import read_source_page
from publications.writing import write_bytes


@click.command(
    epilog="""\b
    Examples:
      pubs poster city-strategies --locale it
      pubs poster city-strategies --locale sv --open
      pubs poster background-and-method --locale sv --out poster.pdf"""
)
@click.argument("page")
@click.option("--locale", metavar="LOCALE", required=True, help="The language of the poster, such as sv.")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Where the PDF goes."
)
@click.option("--open", "open_it", is_flag=True, help="Show it in the program that opens PDF files here.")
@project_option
def poster(root: Path, page: str, locale: str, out: Path | None, open_it: bool) -> None:
    """Make the poster of an infographic as an A4 PDF that prints well and can be read aloud.

    PAGE is the infographic's name, or its file. What does not fit is told with its line, and by how much.
    """
    started = time.monotonic()
    publications = read_publications(load_project(root))
    publications.project.locale(locale)
    chosen = _sheet(publications, page)
    maker = PosterMaker(publications, read_facts(root))
    layout, faults = read_layout(publications.project, chosen, maker.facts)
    text = publications.published(layout.page).get(locale)
    if text is None:
        raise PublicationError(_untranslated(publications, layout.page, locale))
    source = read_source_page(text.path, locale, layout.page)
    told = disagreements(layout, Text(source.path, source.anatomy.headings)) if layout.sections else ()
    own = faults if has_layout(publications.project, chosen) else ()
    if found := (*own, *told):
        raise PublicationError(*found)
    made = maker.poster(layout.page, locale)
    target = out or Path(f"{Path(chosen).stem}.{locale}.pdf")
    write_bytes(target.absolute(), made.pdf if made else b"")
    click.echo(f"Made {target} in {time.monotonic() - started:.1f} s.")
    if open_it:
        click.launch(str(target.absolute()))
    else:
        click.echo(
            f"Next: look at it, or let this open it: pubs poster {Path(chosen).stem} --locale {locale} --open"
        )


def _sheet(publications: Publications, page: str) -> str:
    """The page that an editor means by "city-strategies", or by a path to it or to its layout."""
    name = Path(page).name.partition(".")[0]
    kinds = publications.project.kinds
    known = {Path(one).stem: one for one in publications.pages if (kind := kinds.of(one)) and kind.is_sheet}
    if name not in known:
        message = f"there is no infographic '{name}'. {did_you_mean(name, known)}"
        raise PublicationError(Fault(page, 0, message))
    return known[name]


def _untranslated(publications: Publications, page: str, locale: str) -> Fault:
    have = ", ".join(publications.published(page))
    message = f"is not written in '{locale}' yet, so there is no poster. There is one in: {have}."
    return Fault(f"docs/{locale}/{page}", 0, message)
