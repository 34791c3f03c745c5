"""`pubs import`: a newsletter that exists as a Word file, a PDF or text, as a page to edit; what an agency gave back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

import click

from publications.agencies.formats import format_of
from publications.commands.arguments import chosen_locale, number
from publications.commands.new import checked_name, front_matter, kind_named
from publications.commands.project_option import project_option
from publications.commands.returned_file import import_returned
from publications.faults import Fault, PublicationError
from publications.importing.document import Document, read_document
from publications.language.typography.page import mend
from publications.project import Project, load_project
from publications.reading.front_edit import quoted
from publications.reading.frontmatter import Front, split
from publications.reading.pasted import pasted_in, unpasted
from publications.reading.reading import Reading
from publications.status.page_files import name_of, pages_on_disk
from publications.status.starting import Starting, read_starting, write_starting
from publications.writing import write_new_bytes, write_new_text

_PICTURES = "docs/assets/pictures"
_TITLE = re.compile(r"(?m)^title:.*$")


@click.command(
    name="import",
    epilog="""\b
    Examples:
      pubs import may.docx --locale sv --as newsletter --name 2021-09
      pubs import scan.pdf --locale ro --as newsletter --name 2021-09 --dry-run
      pubs import european-pact-for-integration-ro.xlf
      pubs import terms.tbx""",
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--locale", help="The language it is written in: sv, ro, it, en …")
@click.option("--as", "kind", metavar="KIND", help="What it becomes: newsletter, infographic.")
@click.option(
    "--name", help="The end of its address: a month (2021-09) or a few words. Default: the file's name."
)
@click.option("--dry-run", is_flag=True, help="Show the page and what was lost, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Say it for a machine.")
@project_option
def import_(
    root: Path,
    file: Path,
    locale: str | None,
    kind: str | None,
    name: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Turn a FILE (.docx, .odt, .html, .pdf with text, plain text) into a page to edit.

    Headings, lists, tables, links, footnotes and pictures are kept; what could not be is listed with its place. A page
    or a picture that is there already is never overwritten.

    A file that `pubs export` made goes back into its pages, and needs neither --locale nor --as; so do a memory (.tmx)
    and a glossary (.tbx). What somebody edited meanwhile is kept, and shown beside what came back.
    """
    project = load_project(root)
    data = file.read_bytes()
    returned = format_of(data)
    if returned:
        import_returned(project, file, data, returned, dry_run=dry_run, as_json=as_json)
        return
    for typed, option in ((locale, "--locale"), (kind, "--as")):
        if typed is None:
            message = f"{file.name} is no file that pubs export made, so it becomes a page: say {option} too."
            raise click.UsageError(message)
    _import_page(project, file, locale or "", kind or "", name, dry_run=dry_run, as_json=as_json)


def _import_page(
    project: Project,
    file: Path,
    locale: str,
    kind: str,
    name: str | None,
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    root = project.root
    code = chosen_locale(project, locale, "--locale").code
    stem = checked_name(name or file.stem, "--name")
    page = f"{kind_named(project, kind).folder}/{stem}.md"
    starting = _starting(project, page, code)
    document = read_document(file)
    pictures = dict(_places(document, stem))
    front = starting.text if starting else front_matter(stem, stem)
    text = _page_text(document, pictures, front, code)
    path = root / "docs" / code / page
    if not dry_run:
        _write_pictures(root, {new: document.pictures[old] for old, new in pictures.items()})
        write_new_text(path, text) if starting is None else write_starting(
            project, replace(starting, text=text)
        )
    if as_json:
        click.echo(_as_json(path.relative_to(root), text, document, pictures, dry_run=dry_run))
        return
    if dry_run:
        click.echo(f"Would write {path.relative_to(root).as_posix()}:\n\n{text}")
    else:
        also = f", and {number(len(pictures), 'picture')} in {_PICTURES}" if pictures else ""
        click.echo(f"Wrote {path.relative_to(root).as_posix()}{also}.")
    _tell_losses(document)
    if not dry_run:
        _tell_next(file, page, code, starting)


def _starting(project: Project, page: str, locale: str) -> Starting | None:
    """The translation that the file becomes, of a page that there is in another language; None for a new page."""
    existing = pages_on_disk(project).get(page, ())
    if locale in existing:
        raise PublicationError(Fault(name_of(page, locale), 0, "is there already, and was left as it is."))
    return read_starting(project, page, locale) if existing else None


def _places(document: Document, stem: str) -> Iterator[tuple[str, str]]:
    """The address of each picture in the text, and its file's name on the site."""
    for count, address in enumerate(document.pictures, start=1):
        yield address, f"{stem}-{count}{PurePosixPath(address).suffix.lower()}"


def _page_text(document: Document, pictures: Mapping[str, str], front: str, locale: str) -> str:
    """The page, its quotes, dashes and spaces as its language sets them."""
    opening = split(front).front_matter
    title = document.title or str(Front(opening).values.get("title", ""))
    titled = _TITLE.sub(lambda _: f"title: {quoted(title)}", opening, count=1)
    body = document.markdown
    for old, new in pictures.items():
        for typed in (f"]({old})", f"](<{old}>)"):
            body = body.replace(typed, f"](../../assets/pictures/{new})")
    text = f"---\n{titled.strip()}\n---\n\n# {title}\n\n{body.strip()}\n"
    reading = Reading.of(text)
    return mend(unpasted(reading, pasted_in(reading)), locale, ignored=()).text


def _write_pictures(root: Path, pictures: Mapping[str, bytes]) -> None:
    """Before the page, which so never names one that is not there."""
    folder = root / _PICTURES
    for name in pictures:
        if (folder / name).exists():
            message = "is there already, and was left as it is. Say another --name."
            raise PublicationError(Fault(f"{_PICTURES}/{name}", 0, message))
    for name, data in pictures.items():
        write_new_bytes(folder / name, data)


def _tell_next(file: Path, page: str, locale: str, starting: Starting | None) -> None:
    click.echo(f"\nNext: read it beside {file.name}, and mend what is to be mended: pubs check")
    if starting:
        name = page.removesuffix(".md")
        click.echo(
            f"      It is a draft that nobody is shown. When it says what its source says: pubs done {locale} {name}"
        )


def _tell_losses(document: Document) -> None:
    if document.losses:
        click.echo(f"\n{number(len(document.losses), 'thing')} could not be kept:")
        for loss in document.losses:
            click.echo(f"  {loss.place}: {loss.what}")


def _as_json(path: Path, text: str, document: Document, pictures: Mapping[str, str], *, dry_run: bool) -> str:
    told = {
        "page": path.as_posix(),
        "written": not dry_run,
        "title": document.title,
        "text": text,
        "pictures": [f"{_PICTURES}/{name}" for name in pictures.values()],
        "lost": [{"place": loss.place, "what": loss.what} for loss in document.losses],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
