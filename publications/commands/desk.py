"""`pubs desk`: translate and write in the browser, side by side, on the project's own files."""

from __future__ import annotations

import secrets
import signal
import socket
import tempfile
from pathlib import Path
from threading import Thread

import click
import uvicorn

from publications.commands.arguments import chosen_locale, chosen_page, name_of_page
from publications.commands.progress import progress
from publications.commands.project_option import project_option
from publications.commands.watching import watch
from publications.desk.server import desk_app
from publications.desk.session import Session
from publications.project import load_project
from publications.site.live import Audience
from publications.site.preview import Preview

_PORT = 8010


@click.command(
    epilog="""\b
    Examples:
      pubs desk
      pubs desk ro
      pubs desk ro newsletters/2021-05"""
)
@click.argument("locale", required=False)
@click.argument("page", required=False)
@click.option("--port", type=click.IntRange(1, 65535), default=_PORT, show_default=True, help="Another port.")
@click.option("--no-open", is_flag=True, help="Print the address, and open no browser.")
@project_option
def desk(root: Path, locale: str | None, page: str | None, port: int, no_open: bool) -> None:
    """Open the translators' desk in the browser: a page beside its source, block beside block.

    What you type is in the file a moment later, and only the lines of that block change. Nobody else can reach the
    desk: it answers this machine alone, and only who has the address that is printed here. Ctrl+C ends it.
    """
    project = load_project(root)
    where = "/desk/"
    if locale:
        code = chosen_locale(project, locale).code
        where += f"{code}/" + (name_of_page(chosen_page(project, page)) if page else "")
    listening = _listening(port)
    session = Session(root, secrets.token_urlsafe(24))
    with tempfile.TemporaryDirectory(prefix="pubs-") as folder:
        preview = Preview(root, Path(folder), audience=Audience.TRANSLATORS)
        with progress("Reading the project"):
            session.around.facts  # noqa: B018 (read before somebody waits for it)
        server = uvicorn.Server(
            uvicorn.Config(desk_app(session, preview, port), log_level="error", timeout_graceful_shutdown=1)
        )
        url = f"http://127.0.0.1:{port}{where}?token={session.token}"
        click.echo(f"Open {url}\nWhat you type is saved in the files. Ctrl+C ends.")
        if not no_open:
            Thread(target=click.launch, args=(url,), daemon=True).start()
        watcher = watch(root, session.note_change)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        server.run(sockets=[listening])
        watcher.stop()


def _listening(port: int) -> socket.socket:
    """The desk's door, open to this machine alone."""
    door = socket.socket()
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind(("127.0.0.1", port))
    except OSError:
        raise click.UsageError(
            f"port {port} is taken: is another `pubs desk` running? Try: pubs desk --port {port + 1}"
        ) from None
    return door
