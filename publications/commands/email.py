"""`pubs email`: a newsletter as e-mail, for a mail program or a mailing tool."""

from __future__ import annotations

from pathlib import Path

import click

from publications.commands.issue_option import chosen_issue
from publications.commands.project_option import project_option
from publications.newsletters.exports import DEFAULT_LIST, Target, export, file_name
from publications.writing import write_bytes

_NEXT = {
    Target.EML: "open it in a mail program, or send it to one address: pubs send",
    Target.HTML: "open it in a browser; its pictures are those of the published site",
    Target.LISTMONK: "curl -u USER:TOKEN -H 'Content-Type: application/json' -d @{file} https://YOUR-LISTMONK/api/campaigns",
    Target.MAILCHIMP: "in Mailchimp: Create, Email, Code your own, Paste in code",
}


@click.command(
    epilog="""\b
    Examples:
      pubs email 2021-05 --locale sv
      pubs email newsletters/2021-05 --locale en --for listmonk --list 3
      pubs email 2021-05 --locale sv --for mailchimp --out may.html"""
)
@click.argument("page")
@click.option("--locale", metavar="LOCALE", required=True, help="The language of the e-mail, such as sv.")
@click.option(
    "--for",
    "target",
    type=click.Choice([target.value for target in Target]),
    default=Target.EML.value,
    show_default=True,
    help="What it is for.",
)
@click.option(
    "--list",
    "lists",
    type=int,
    multiple=True,
    metavar="ID",
    help="For listmonk: the list it goes to. Default: 1.",
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Where it is written."
)
@click.option("--dry-run", is_flag=True, help="Make it, say how large it is, and write nothing.")
@project_option
def email(
    root: Path,
    page: str,
    locale: str,
    target: Target,
    lists: tuple[int, ...],
    out: Path | None,
    dry_run: bool,
) -> None:
    """Make the e-mail of a newsletter, with plain text and pictures, for a mail program or a mailing tool.

    PAGE is the newsletter's name, or its file. No link in it tells who reads. Every build makes the same files, beside
    the page: newsletters/PAGE/email/ on the website.
    """
    issue = chosen_issue(root, page, locale)
    data = export(issue, Target(target), lists or (DEFAULT_LIST,))
    name = file_name(Target(target))
    file = out or Path(f"{issue.name}.{issue.locale}.{name.removeprefix('newsletter.')}")
    size = f"{len(data) / 1000:,.0f} kB"
    if dry_run:
        click.echo(f"Would write {file} ({size}).")
        return
    write_bytes(file.absolute(), data)
    click.echo(f"Made {file} ({size}).\nNext: {_NEXT[Target(target)].format(file=file)}")
