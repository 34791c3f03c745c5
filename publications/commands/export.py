"""`pubs export`: pages, the memory and the glossary as files for translation agencies and their tools."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from publications.agencies import tbx, tmx
from publications.agencies.formats import PO, TBX, TMX, WORD, XLIFF_12, XLIFF_21, Format
from publications.agencies.gathering import Gathered, Wish, gather
from publications.agencies.parcel import Parcel
from publications.commands.arguments import chosen_locale, chosen_page, name_of_page
from publications.commands.exported_file import ExportedFile
from publications.commands.project_option import project_option
from publications.project import Project, load_project
from publications.status.page_files import pages_on_disk
from publications.translation.glossary import GLOSSARY, read_glossary

_FORMATS = {"xliff": XLIFF_12, "po": PO, "docx": WORD}
_VERSIONS = {"1.2": XLIFF_12, "2.1": XLIFF_21}


@click.command(
    epilog="""\b
    Examples:
      pubs export ro --format xliff
      pubs export ro newsletters/2021-05 --format docx --output for-ana.docx
      pubs export it --format po --from sv
      pubs export ro --format tmx
      pubs export ro --format tbx"""
)
@click.argument("locale")
@click.argument("pages", nargs=-1)
@click.option(
    "--format",
    "kind",
    required=True,
    type=click.Choice([*_FORMATS, TMX, TBX]),
    help="xliff, po and docx are translated in and come back; tmx is the memory, tbx the glossary.",
)
@click.option("--xliff", "version", type=click.Choice([*_VERSIONS]), default="1.2", show_default=True)
@click.option("--from", "source", metavar="LOCALE", help="Only what is translated from this language.")
@click.option("--output", type=click.Path(path_type=Path), help="A file, or a folder. Default: here.")
@click.option("--all", "is_all", is_flag=True, help="Finished pages as well.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.option("--dry-run", is_flag=True, help="Count, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Say it for a machine.")
@project_option
def export(
    root: Path,
    locale: str,
    pages: tuple[str, ...],
    kind: str,
    version: str,
    source: str | None,
    output: Path | None,
    is_all: bool,
    force: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Write what there is to translate into LOCALE as a file for an agency; `pubs import` brings it home.

    Links, facts and bold words are codes there, which no tool can break. Without PAGES, everything that waits goes out.
    What has been edited meanwhile, here or in the source, is not lost when the file comes home.
    """
    project = load_project(root)
    code = chosen_locale(project, locale).code
    chosen = chosen_locale(project, source, "--from").code if source else ""
    named = tuple(dict.fromkeys(chosen_page(project, page) for page in pages))
    pages_sent = named or tuple(pages_on_disk(project))
    wish = Wish(code, pages_sent, chosen, is_all=is_all or kind == TMX, has_candidates=kind == "xliff")
    gathered = Gathered((), ()) if kind == TBX else gather(project, wish)
    if kind == TBX:
        files = [_glossary(project, code, output)]
    elif kind == TMX:
        files = [_memory(project, code, output, gathered.parcels)]
    else:
        form = _VERSIONS[version] if kind == "xliff" else _FORMATS[kind]
        files = list(_parcels(project, form, gathered.parcels, output))
    for file in () if dry_run else files:
        file.write(force=force)
    if as_json:
        click.echo(_as_json(files, gathered, dry_run=dry_run))
    else:
        shown = gathered if named else replace(gathered, skipped=())
        click.echo(_told(files, shown, code, dry_run=dry_run))


def _parcels(
    project: Project, form: Format, parcels: Sequence[Parcel], output: Path | None
) -> Iterator[ExportedFile]:
    if len(parcels) > 1 and output and not _is_folder(output):
        sources = ", ".join(parcel.source_locale for parcel in parcels)
        message = (
            f"there is something to translate from several languages ({sources}), and each has a file of its own: "
            "say a folder, or one language with --from."
        )
        raise click.BadParameter(message, param_hint="--output")
    for parcel in parcels:
        pair = f"{parcel.source_locale}-{parcel.locale}" if len(parcels) > 1 else parcel.locale
        yield ExportedFile(_path(project, output, f"{pair}.{form.ending}"), form.write(parcel), parcel)


def _memory(project: Project, locale: str, output: Path | None, parcels: Sequence[Parcel]) -> ExportedFile:
    count = sum(1 for parcel in parcels for _ in tmx.known(parcel))
    return ExportedFile(
        _path(project, output, f"{locale}.tmx"), tmx.write(parcels), None, count, "translation"
    )


def _glossary(project: Project, locale: str, output: Path | None) -> ExportedFile:
    terms = read_glossary(project.root)
    if not terms:
        raise click.UsageError(f"there is no term in {GLOSSARY} yet.")
    data = tbx.write(terms, project.codes, project.site_name)
    return ExportedFile(_path(project, output, f"{locale}.tbx"), data, None, len(terms), "term")


def _path(project: Project, output: Path | None, ending: str) -> Path:
    slug = re.sub(r"[^a-z0-9]+", "-", project.site_name.lower()).strip("-") or "site"
    if output and not _is_folder(output):
        return output
    return (output or Path()) / f"{slug}-{ending}"


def _is_folder(path: Path) -> bool:
    return path.is_dir() or not path.suffix


def _told(files: Sequence[ExportedFile], gathered: Gathered, locale: str, *, dry_run: bool) -> str:
    lines = [line for file in files for line in file.told("Would write" if dry_run else "Wrote")]
    lines += [f"Not sent: {name_of_page(page)} {why}." for page, why in gathered.skipped]
    if not files:
        lines.append("There is nothing to translate.")
    return "\n".join((*lines, "", f"Next: {files[0].next_step if files else f'pubs status {locale}'}"))


def _as_json(files: Sequence[ExportedFile], gathered: Gathered, *, dry_run: bool) -> str:
    told = {
        "written": not dry_run,
        "files": [file.as_json for file in files],
        "skipped": [{"page": page, "why": why} for page, why in gathered.skipped],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
