"""What `pubs import` says of a file that an agency gave back, a memory or a glossary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from publications.agencies.formats import TBX, TMX, Format
from publications.agencies.learning import learn_memory, learn_terms
from publications.agencies.receiving import Received, ReceivedPage, receive
from publications.commands.arguments import name_of_page, number
from publications.commands.messages import show
from publications.faults import Fault, PublicationError
from publications.project import Project

_OURS, _THEIRS = "here now", "in the file"


def import_returned(
    project: Project, file: Path, data: bytes, form: Format | str, *, dry_run: bool, as_json: bool
) -> None:
    """Bring a file home; exit code 1 when something of it could not be taken, or two have edited one block."""
    try:
        if form == TMX:
            _memory(project, file, data, dry_run=dry_run, as_json=as_json)
        elif form == TBX:
            _terms(project, data, dry_run=dry_run, as_json=as_json)
        elif isinstance(form, Format):
            received = receive(project, form.read(data), file.name, dry_run=dry_run)
            _tell(received, dry_run=dry_run, as_json=as_json)
    except ValueError as error:
        message = f"cannot be read: {error}. Ask for the file once more, as the tool saves it."
        raise PublicationError(Fault(file.name, 0, message)) from None


def _tell(received: Received, *, dry_run: bool, as_json: bool) -> None:
    if as_json:
        click.echo(_as_json(received, dry_run=dry_run))
    else:
        for page in received.pages:
            click.echo("\n".join(_page(page, dry_run=dry_run)))
        show(received.faults)
        click.echo(f"\n{_next(received)}")
    if received.faults or any(page.home.conflicts for page in received.pages):
        raise SystemExit(1)


def _page(page: ReceivedPage, *, dry_run: bool) -> Iterator[str]:
    home = page.home
    if page.sent_as != page.enclosed.page:
        yield f"{name_of_page(page.sent_as)} was sent, and is {name_of_page(page.enclosed.page)} by now."
    if not page.is_written:
        yield (
            f"{page.file}: nothing came back otherwise than it was sent."
            if not home.edits
            else (f"{page.file}: has all of it already.")
        )
        return
    verb = (
        ("Would make" if page.is_new else "Would change")
        if dry_run
        else ("Made" if page.is_new else "Changed")
    )
    yield f"{verb} {page.file}: {number(home.edits, 'block')}{_follows(page)}."
    if home.left:
        yield f"  {number(home.left, 'block')} still to be translated."
    if home.unfollowed:
        lines = ", ".join(str(change.line) for change in home.unfollowed)
        yield f"  Its source has changed and these lines show no trace of it, so they stay outdated: {lines}."
    for conflict in home.conflicts:
        yield f"  {page.file}:{conflict.line} was edited here and there; what is here was kept."
        yield from _side(_OURS, conflict.ours)
        yield from _side(_THEIRS, conflict.theirs)


def _follows(page: ReceivedPage) -> str:
    version = page.home.version
    return f"; it follows {version} of its text in '{page.enclosed.source_locale}'" if version else ""


def _side(name: str, text: str) -> Iterator[str]:
    yield f"    {name}:"
    yield from (f"      {line}" for line in text.strip("\n").split("\n"))


def _next(received: Received) -> str:
    conflicted = next((page for page in received.pages if page.home.conflicts), None)
    if conflicted:
        where = conflicted.enclosed
        return f"Next: choose in {conflicted.file}, then: pubs done {where.locale} {name_of_page(where.page)}"
    written = [page for page in received.pages if page.is_written]
    if not written:
        return (
            f"Next: pubs status {received.pages[0].enclosed.locale}"
            if received.pages
            else "Next: pubs status"
        )
    waiting = next((page for page in written if page.home.unfollowed or page.home.left), None)
    if waiting:
        return f"Next: pubs diff {waiting.enclosed.locale} {name_of_page(waiting.enclosed.page)}"
    return "Next: pubs check"


def _memory(project: Project, file: Path, data: bytes, *, dry_run: bool, as_json: bool) -> None:
    found = learn_memory(project, data, file.stem, dry_run=dry_run)
    if as_json:
        click.echo(
            json.dumps({"written": not dry_run and found.new > 0, **asdict(found)}, ensure_ascii=False)
        )
        return
    verb = "Would keep" if dry_run else "Kept"
    click.echo(f"{verb} {number(found.new, 'translation')} in {found.file}.")
    if found.known:
        click.echo(f"{found.known:,} of them were there already.")
    if found.others:
        click.echo(f"Left out, since they are not in two of this project's languages: {found.others:,}.")
    click.echo("\nNext: pubs start offers them with the file they come from")


def _terms(project: Project, data: bytes, *, dry_run: bool, as_json: bool) -> None:
    found = learn_terms(project, data, dry_run=dry_run)
    if as_json:
        click.echo(json.dumps({"written": not dry_run, **asdict(found)}, ensure_ascii=False))
    else:
        verb = "Would add" if dry_run else "Added"
        languages = f", and {number(found.languages, 'language')} to terms that were there"
        click.echo(
            f"{verb} {number(found.terms, 'term')} to {found.file}{languages if found.languages else ''}."
        )
        for one in found.contradictions:
            ours = " or ".join(f"'{form}'" for form in one.ours[:3])
            click.echo(
                f"Left out: '{one.theirs}' ({one.locale}) for {one.term}, which is {ours} here.", err=True
            )
        click.echo(f"\nNext: look at {found.file}, then: pubs check")
    if found.contradictions:
        raise SystemExit(1)


def _as_json(received: Received, *, dry_run: bool) -> str:
    told = {
        "written": not dry_run,
        "pages": [_told(page) for page in received.pages],
        "faults": [str(fault) for fault in received.faults],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _told(page: ReceivedPage) -> dict[str, object]:
    home = page.home
    return {
        "file": page.file,
        "sent_as": page.sent_as,
        "changed": page.is_written,
        "new": page.is_new,
        "blocks": home.edits,
        "left": home.left,
        "version": home.version,
        "outdated": [change.line for change in home.unfollowed],
        "conflicts": [asdict(conflict) for conflict in home.conflicts],
    }
