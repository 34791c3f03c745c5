"""`pubs diff`: what has changed in the source, word by word, beside the lines of the translator's own file."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from publications.commands.arguments import chosen_locale, chosen_page, name_of_page, number
from publications.commands.messages import show
from publications.commands.project_option import project_option
from publications.project import load_project
from publications.status.page_files import name_of, read_page
from publications.status.reading import read_page_status
from publications.translation.diff import Mark, Pieces, SideBySide, side_by_side
from publications.translation.gaps import Gap
from publications.translation.status import PageStatus, State, TranslationStatus
from publications.translation.touch_up import touch_up

# What is told without colour too: as wdiff and git write it.
MARKS = {Mark.GONE: ("[-", "-]", "red strike"), Mark.CAME: ("{+", "+}", "green underline")}
_WORDS = {
    "link": "a link",
    "number": "a number or date",
    "typo": "a misspelling, perhaps",
    "text": "the text",
    "added": "new",
    "removed": "taken out",
    "moved": "moved",
}


@click.command(
    epilog="""\b
    Examples:
      pubs diff en newsletters/2021-05
      pubs diff ro docs/ro/project.md
      pubs diff it project > changes.txt"""
)
@click.argument("locale")
@click.argument("page")
@project_option
def diff(root: Path, locale: str, page: str) -> None:
    """Show what a translation still has to follow: its source before and now, side by side.

    [-These words-] are gone from the source, {+these words+} came. Above each change stands the line of
    your own file that says it. Parts that are still in the source language come after the changes.
    """
    project = load_project(root)
    code, chosen = chosen_locale(project, locale).code, chosen_page(project, page)
    status = read_page_status(project, chosen)
    show(status.faults)
    own = status.translations.get(code)
    if own is None or own.state is State.MISSING:
        _tell_no_text(status, code, own)
        return
    text = read_page(project.root, chosen, code)
    console = Console()
    for number_, change in enumerate(side_by_side(own.changes), start=1):
        _print_change(console, change, _place(status, own, change, number_), text)
    for gap in own.gaps:
        _print_gap(console, status, own, gap)
    _tell_end(status, own)


def _tell_no_text(status: PageStatus, code: str, own: TranslationStatus | None) -> None:
    name = name_of_page(status.page)
    if own is None:
        click.echo(f"{name_of(status.page, code)} is the original: it follows no other text.")
        click.echo("\nNext: pubs status")
    else:
        click.echo(f"{name_of(status.page, code)} is not there.\n\nNext: pubs start {code} {name}")


def _place(status: PageStatus, own: TranslationStatus, shown: SideBySide, count: int) -> str:
    change, file = shown.change, name_of(status.page, own.locale)
    lines = (
        f"line {change.line}" if change.line == change.end_line else f"lines {change.line}–{change.end_line}"
    )
    where = f"below line {change.end_line}" if change.is_near else lines
    what = _WORDS[change.kind] + (", moved" if change.is_moved and change.kind != "moved" else "")
    return f"{count} of {len(own.changes)}, {what}: {file}, {where}"


def _print_change(console: Console, shown: SideBySide, place: str, text: str) -> None:
    change = shown.change
    console.print(Rule(Text(place, style="bold"), align="left", characters="─"))
    table = Table(box=None, pad_edge=False, expand=True, header_style="dim")
    table.add_column("before", ratio=1, overflow="fold")
    table.add_column(f"now (line {change.source_line} of the source)", ratio=1, overflow="fold")
    table.add_row(_marked(shown.old), _marked(shown.new))
    console.print(table)
    if change.translation:
        console.print(Text("yours: ", style="dim") + Text(change.translation))
    for replacement in touch_up(change, text):
        console.print(
            Text(f"line {replacement.line} could be: ", style="dim") + Text(replacement.new.strip())
        )
    console.print()


def _marked(pieces: Pieces) -> Text:
    text = Text()
    for piece in pieces:
        before, after, style = MARKS.get(piece.mark, ("", "", ""))
        text.append(f"{before}{piece.text}{after}", style=style)
    return text


def _print_gap(console: Console, status: PageStatus, own: TranslationStatus, gap: Gap) -> None:
    file = name_of(status.page, own.locale)
    where = (
        f"below line {gap.end_line}, left out" if gap.is_left_out else f"line {gap.line}, not translated yet"
    )
    console.print(Rule(Text(f"{file}, {where}", style="bold"), align="left", characters="─"))
    console.print(Text(gap.text))
    console.print()


def _tell_end(status: PageStatus, own: TranslationStatus) -> None:
    file, source = name_of(status.page, own.locale), name_of(status.page, own.source or "")
    command = f"pubs done {own.locale} {name_of_page(status.page)}"
    if not own.has_diff:
        click.echo(
            f"{file} follows version {own.version}, of which no text is known, so what has changed cannot be "
            f"shown.\nRead it beside {source}."
        )
    elif own.state is State.UNKNOWN:
        click.echo(f"{file} does not say which version of its source it follows. Read it beside {source}.")
    elif not own.changes and not own.gaps:
        click.echo(f"{file} is {own.state}: it says what version {own.version} of {source} says.")
        if own.state is not State.DRAFT:
            click.echo(f"\nNext: pubs status {own.locale}")
            return
    else:
        click.echo(f"{number(own.words, 'word')} to do.")
    click.echo(
        f"\nNext: mend {file}, then run: {command}\n"
        f"      On the web, write this into its front matter instead: version: {own.current_version}"
    )
