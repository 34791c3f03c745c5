"""`pubs adopt`: make a site of one that another generator makes, in a new folder."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from publications.adopting.adopted import Adopted
from publications.adopting.adopted import adopt as adopted
from publications.adopting.generators import read_site
from publications.commands.arguments import number
from publications.commands.messages import show
from publications.faults import Fault, PublicationError
from publications.layers import lay_schemas
from publications.upgrading import STATE, state_text
from publications.writing import write_new_bytes, write_new_text


@click.command(
    epilog="""\b
    Examples:
      pubs adopt ../old-site --to new-site --dry-run
      pubs adopt ../old-site --to new-site"""
)
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--to", "target", required=True, type=click.Path(path_type=Path, file_okay=False), help="The new folder."
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
def adopt(folder: Path, target: Path, dry_run: bool) -> None:
    """Make a site of the one in FOLDER: of MkDocs with static-i18n, Hugo, Docusaurus, Starlight, or Markdown by language.

    Languages, menu, pages, front matter and pictures are carried over; git says which text a translation follows.
    What could not be carried over is listed with its file and line. FOLDER itself is only read.
    """
    if target.exists() and any(target.iterdir()):
        raise PublicationError(
            Fault(str(target), 0, "is not empty. Say a new folder, so that nothing is overwritten.")
        )
    made = adopted(read_site(folder.resolve()), datetime.now().astimezone().date())
    _tell(made)
    show(made.told)
    if dry_run:
        click.echo(f"\nNext: pubs adopt {folder} --to {target}")
        return
    for path, text in sorted(made.files.items()):
        write_new_text(target / path, text)
    for path, file in sorted(made.assets.items()):
        write_new_bytes(target / path, file.read_bytes())
    lay_schemas(target)
    write_new_text(target / STATE, state_text(target))
    click.echo(f"\nWrote {number(len(made.files) + len(made.assets), 'file')} to {target}.")
    click.echo(f"Next: cd {target}\n      pubs check\n      pubs serve --open")


def _tell(made: Adopted) -> None:
    found = made.found
    click.echo(
        f"{found.name}: {found.generator}, {number(len(found.pages), 'text')}, {number(len(found.assets), 'other file')}.\n"
    )
    for code, name in found.languages.items():
        texts = sum(page.locale == code for page in found.pages)
        click.echo(
            f"  {name} ({code}): {number(texts, 'page')}{', the one that others follow' if code == found.default else ''}"
        )
    if made.told:
        click.echo(f"\n{number(len(made.told), 'thing')} could not be carried over as it was:\n")
