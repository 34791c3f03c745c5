"""`pubs facts`: what is said once, as each language has it."""

from __future__ import annotations

import json
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from publications.commands.project_option import project_option
from publications.facts.fact import Fact
from publications.facts.library import PATH, Facts, read_facts
from publications.faults import Fault, PublicationError, nearest
from publications.project import load_project


@click.command(
    epilog="""\b
    Examples:
      pubs facts                      all facts, in every language
      pubs facts training-week        one fact, in all its forms
      pubs facts --json > facts.json"""
)
@click.argument("fact_id", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="For programs: every fact with all its forms.")
@project_option
def facts(root: Path, fact_id: str | None, as_json: bool) -> None:
    """List the facts that pages can write as {{ ID }}, as each language has them.

    With an ID, show one fact in all its forms: a page writes {{ ID | form }}.
    """
    library, codes = read_facts(root), load_project(root).codes
    chosen = [_chosen(library, fact_id)] if fact_id else list(library.facts.values())
    if as_json:
        click.echo(json.dumps([_as_json(fact, codes) for fact in chosen], ensure_ascii=False, indent=2))
    elif fact_id:
        _print_forms(chosen[0], codes)
    else:
        _print_all(chosen, codes)
    if library.faults:
        raise PublicationError(*library.faults)


def _chosen(library: Facts, fact_id: str) -> Fact:
    if fact_id not in library.facts:
        close = nearest(fact_id, library.facts)
        hint = f"Did you mean '{close}'?" if close else "To see them all: pubs facts"
        raise PublicationError(Fault(PATH, 0, f"there is no fact '{fact_id}'. {hint}"))
    return library.facts[fact_id]


def _print_all(chosen: list[Fact], codes: tuple[str, ...]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Fact", no_wrap=True)
    for heading in (*codes, "Source"):
        table.add_column(heading, overflow="fold")
    for fact in chosen:
        publisher = fact.source.publisher if fact.source else ""
        table.add_row(fact.id, *(_cell(fact, code, "") for code in codes), publisher)
    Console().print(table)
    click.echo("\nNext: write {{ ID }} in a page, or see all forms of a fact with: pubs facts ID")


def _print_forms(fact: Fact, codes: tuple[str, ...]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Form", no_wrap=True)
    for heading in codes:
        table.add_column(heading, overflow="fold")
    for form in fact.forms:
        table.add_row(form, *(_cell(fact, code, form) for code in codes))
    Console().print(table)
    details = {
        "Kind": fact.kind,
        "As of": str(fact.as_of or ""),
        "Source": _source(fact),
        "Note": fact.note,
        "Where": f"{PATH}:{fact.line}",
    }
    click.echo("\n" + "\n".join(f"{name}: {text}" for name, text in details.items() if text))
    usual, *others = fact.forms
    more = f", or another form: {{{{ {fact.id} | {others[0]} }}}}" if others else ""
    click.echo(f"\nNext: write {{{{ {fact.id} }}}} in a page for the {usual} form{more}")


def _cell(fact: Fact, locale: str, form: str) -> Text:
    """The text with plain spaces, so that a narrow terminal can break it."""
    text = _text(fact, locale, form)
    return Text(" ".join(text.split())) if text else Text("–", style="yellow")


def _text(fact: Fact, locale: str, form: str) -> str:
    try:
        return fact.text(locale, form)
    except PublicationError:
        return ""


def _source(fact: Fact) -> str:
    source = fact.source
    if not source:
        return ""
    parts = (source.publisher, f"“{source.title}”", source.published, source.url)
    return ", ".join(str(part) for part in parts if part)


def _as_json(fact: Fact, codes: tuple[str, ...]) -> dict[str, object]:
    return {
        "id": fact.id,
        "kind": fact.kind,
        "as_of": str(fact.as_of or ""),
        "source": fact.source.id if fact.source else "",
        "note": fact.note,
        "forms": {form: {code: _text(fact, code, form) for code in codes} for form in fact.forms},
    }
