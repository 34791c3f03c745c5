"""`pubs send`: a newsletter as a test to one address, or into a file."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from publications.commands.issue_option import chosen_issue
from publications.commands.project_option import project_option
from publications.newsletters.exports import sender_of
from publications.newsletters.letter import letter_of
from publications.newsletters.message import message_of
from publications.newsletters.sending import Server
from publications.newsletters.sending import send as hand_over
from publications.writing import write_bytes

PASSWORD = "PUBS_SMTP_PASSWORD"  # noqa: S105 (the name of the variable)
_PORT = 587


@click.command(
    epilog="""\b
    Examples:
      pubs send 2021-05 --locale sv --to me@example.org --to-file test.eml
      pubs send 2021-05 --locale sv --to me@example.org --smtp mail.example.org --user me"""
)
@click.argument("page")
@click.option("--locale", metavar="LOCALE", required=True, help="The language of the e-mail, such as sv.")
@click.option("--to", metavar="ADDRESS", required=True, help="Who gets it: one address.")
@click.option("--from", "sender", metavar="ADDRESS", help="Who it is from. Default: the project's address.")
@click.option(
    "--smtp", metavar="HOST[:PORT]", help="The mail server; its port is 587 unless you say another."
)
@click.option(
    "--user", metavar="NAME", default="", help=f"Your name there; the password is read from {PASSWORD}."
)
@click.option(
    "--to-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write it, do not send it.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be sent, and send nothing.")
@project_option
def send(
    root: Path,
    page: str,
    locale: str,
    to: str,
    sender: str | None,
    smtp: str | None,
    user: str,
    to_file: Path | None,
    dry_run: bool,
) -> None:
    """Send a newsletter as a test to one address, or write into a file what would be sent.

    Mailing lists are the work of a mailing tool, which knows who has unsubscribed: pubs email --for listmonk.
    The connection is encrypted, and the password is never an argument: it would stand in the shell's history.
    """
    if (smtp is None) == (to_file is None):
        raise click.UsageError("Say where to: --smtp HOST, or --to-file FILE.")
    server = _server(smtp, user) if smtp else None
    issue = chosen_issue(root, page, locale)
    try:
        message = message_of(
            issue, letter_of(issue).by(None), sender=sender or sender_of(issue), to=to, date=datetime.now(UTC)
        )
    except ValueError:
        hint = (
            f"'{to}' or '{sender or sender_of(issue)}' is no e-mail address. Write one, as name@example.org."
        )
        raise click.BadParameter(hint, param_hint="--to") from None
    what = f"“{message['Subject']}” to {to}"
    if dry_run:
        click.echo(f"Would send {what} ({len(message.as_bytes()) / 1000:,.0f} kB).")
    elif to_file:
        write_bytes(to_file.absolute(), message.as_bytes())
        click.echo(f"Wrote {what} into {to_file}.\nNext: open it in a mail program")
    elif server:
        hand_over(message, server)
        click.echo(
            f"Sent {what}.\nNext: look at it there, then for everybody: pubs email {page} --locale {locale} --for listmonk"
        )


def _server(smtp: str, user: str) -> Server:
    host, colon, port = smtp.rpartition(":") if smtp.count(":") == 1 else (smtp, "", "")
    if colon and not port.isdecimal():
        raise click.BadParameter(
            f"'{port}' is no port. Write it as mail.example.org:587.", param_hint="--smtp"
        )
    password = os.environ.get(PASSWORD, "")
    if user and not password:
        raise click.UsageError(f"There is no password for '{user}'. Put it into the variable {PASSWORD}.")
    return Server(host or smtp, int(port) if port else _PORT, user, password)
