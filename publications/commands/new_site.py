"""`pubs new-site`: a site that builds and passes the check at once, in the languages of a project."""

from __future__ import annotations

import re
import sys
from datetime import datetime
from pathlib import Path

import click

from publications.catalogs import ships_words
from publications.commands.arguments import number
from publications.faults import Fault, PublicationError
from publications.identity.identity import ADDRESS, COLOUR
from publications.layers import lay_schemas
from publications.starter.starter import NewSite, known_language, site_files
from publications.upgrading import STATE, state_text
from publications.writing import write_new_text


@click.command(
    "new-site",
    epilog="""\b
    Examples:
      pubs new-site our-site --languages pl,el,fi --name "Open Harbours" --contact hello@example.org
      pubs new-site our-site
      pubs new-site our-site --languages ar,en --name "Neighbours" --dry-run""",
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--languages", metavar="CODES", help="Codes with commas: pl,el,fi. The samples are written in the first."
)
@click.option("--name", help="What the project is called.")
@click.option("--contact", metavar="ADDRESS", help="The e-mail address that readers write to.")
@click.option(
    "--url", default="https://example.org/", show_default=True, help="Where the site will be published."
)
@click.option("--repository", default="", help="Where its files will lie: https://github.com/…")
@click.option(
    "--colour", default="#14777c", show_default=True, help="The project's colour, from which others follow."
)
@click.option(
    "--funder", type=click.Choice(["eu", "none"]), default="eu", show_default=True, help="Who pays."
)
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
def new_site(
    folder: Path,
    languages: str | None,
    name: str | None,
    contact: str | None,
    url: str,
    repository: str,
    colour: str,
    funder: str,
    dry_run: bool,
) -> None:
    """Begin a site for a project in FOLDER: sample pages in all its languages, an infographic, a newsletter.

    It builds and passes the check at once. What is not said is asked for on a terminal.
    A file that is there already is never overwritten.
    """
    name = name or _asked("name", "What is the project called?")
    codes = _languages(
        languages or _asked("languages", "In which languages? Codes with commas, such as pl,el,fi")
    )
    contact = contact or _asked("contact", "Which e-mail address do readers write to?", "hello@example.org")
    site = NewSite(
        name=name.strip(),
        languages=codes,
        contact=_matching(contact, ADDRESS, "--contact", "an e-mail address: hello@example.org"),
        url=_web_address(url, "--url").rstrip("/") + "/",
        repository=_web_address(repository, "--repository") if repository else "",
        colour=_matching(colour, COLOUR, "--colour", "a colour: #14777c"),
        is_eu_funded=funder == "eu",
        today=datetime.now().astimezone().date(),
    )
    files = site_files(site)
    there = [path for path in files if (folder / path).exists()]
    if dry_run:
        click.echo(f"Would write {number(len(files) - len(there), 'file')} to {folder}:\n")
        click.echo("\n".join(f"  {path}" for path in files if path not in there))
        return
    for path, text in files.items():
        if path not in there:
            write_new_text(folder / path, text)
    lay_schemas(folder)
    if not (folder / STATE).exists():
        write_new_text(folder / STATE, state_text(folder))
    click.echo(f"Wrote {number(len(files) - len(there), 'file')} to {folder}.")
    for path in there:
        click.echo(f"  {path} is there already, and was left as it is.")
    click.echo(
        f"\nNext: cd {folder}\n      pubs serve --open\nThen change data/identity.yml, and the sample texts."
    )


def _asked(option: str, question: str, default: str | None = None) -> str:
    """An answer from the terminal; where there is none, the default, or the end of the command."""
    if sys.stdin.isatty():
        return str(click.prompt(question, default=default))
    if default:
        return default
    raise click.UsageError(f"say the {option}: --{option} …")


def _languages(typed: str) -> tuple[str, ...]:
    codes = []
    for code in filter(None, re.split(r"[,;\s]+", typed)):
        try:
            known = known_language(code)
        except PublicationError:
            raise click.BadParameter(
                f"there is no language '{code}'. Use ISO 639 codes, such as pl or pt-BR.",
                param_hint="--languages",
            ) from None
        if not ships_words(known):
            path = f"i18n/locale/{known}/LC_MESSAGES/site.po"
            message = f"has no words of '{known}'. Begin without it; CONTRIBUTING says how a catalog ({path}) is added."
            raise PublicationError(Fault("the engine", 0, message))
        codes.append(known)
    if not codes:
        raise click.BadParameter("name one language at least: --languages pl,el,fi", param_hint="--languages")
    return tuple(dict.fromkeys(codes))


def _matching(value: str, pattern: re.Pattern[str], option: str, what: str) -> str:
    if not pattern.fullmatch(value.strip()):
        raise click.BadParameter(f"'{value}' is not {what}", param_hint=option)
    return value.strip()


def _web_address(value: str, option: str) -> str:
    if not value.startswith(("https://", "http://")):
        raise click.BadParameter(f"'{value}' is no web address. Begin it with https://", param_hint=option)
    return value
