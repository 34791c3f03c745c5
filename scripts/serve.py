"""`pubs serve`: the website while it is written, made anew at every change."""

from __future__ import annotations

import signal
import socket
import tempfile
from concurrent.futures import Executor
from contextlib import suppress
from pathlib import Path

import click
from mkdocs.livereload import LiveReloadServer

from publications.faults import PublicationError
from publications.site.build import build_site, building_processes
from scripts.messages import show
from scripts.project_option import project_option

WATCHED = ("mkdocs.yml", "docs", "data", "i18n", "theme")


@click.command(
    epilog="""\b
    Examples:
      pubs serve
      pubs serve --open
      pubs serve --port 8001"""
)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Another port.")
@click.option("--open", "open_browser", is_flag=True, help="Open the website in the browser.")
@project_option
def serve(root: Path, port: int, open_browser: bool) -> None:
    """See the website while you write: a saved file is on the screen a moment later.

    A fault is shown here and the last good website stays on the screen. Ctrl+C ends it.
    """
    _refuse_taken(port)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ended by another program, as by Ctrl+C
    with (
        tempfile.TemporaryDirectory(prefix="pubs-") as folder,
        building_processes() as processes,
    ):
        site_dir = Path(folder) / "site"
        _rebuild(root, site_dir, processes)
        server = _server(root, site_dir, processes, port)
        click.echo(f"Open {server.url} in your browser. Save a file, and it reloads. Ctrl+C ends.")
        with suppress(KeyboardInterrupt):
            server.serve(open_in_browser=open_browser)  # type: ignore[no-untyped-call]  # MkDocs has no types there
        server.shutdown()


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise click.UsageError(
                f"port {port} is taken: is another `pubs serve` running? Try: pubs serve --port {port + 1}"
            )


def _server(root: Path, site_dir: Path, processes: Executor, port: int) -> LiveReloadServer:
    server = LiveReloadServer(
        builder=lambda: _rebuild(root, site_dir, processes), host="127.0.0.1", port=port, root=str(site_dir)
    )
    server.error_handler = lambda code: _error_page(site_dir, code)
    for name in WATCHED:
        if (root / name).exists():
            server.watch(str(root / name))
    return server


def _error_page(site_dir: Path, code: int) -> bytes | None:
    page = site_dir / f"{code}.html"
    return page.read_bytes() if page.is_file() else None


def _rebuild(root: Path, site_dir: Path, processes: Executor) -> None:
    try:
        show(build_site(root, site_dir, processes=processes).faults)
        click.echo("Built. Waiting for changes …")
    except PublicationError as error:
        show(error.faults)
        click.echo("The website on the screen is the last good one. Mend the above and save.", err=True)
