"""`pubs serve`: the website while it is written, each page made when it is looked at."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.parse import unquote, urlsplit

import click

from publications.commands.messages import show
from publications.commands.progress import progress
from publications.commands.project_option import project_option
from publications.commands.watching import watch
from publications.layers import lay_schemas
from publications.site.preview import CHANGES, Preview

# An editor's program writes a file in several steps.
_SETTLING = 0.02  # seconds
# The search index is made anew when nothing was saved for so long.
_QUIET = 2.0  # seconds
_BREATH = 15.0  # seconds; how often a browser that hears nothing is told that we are there


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

    What is wrong is shown here and below the page, and the last good page stays on the screen. Ctrl+C ends it.
    """
    _refuse_taken(port)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ended by another program, as by Ctrl+C
    lay_schemas(root)
    with tempfile.TemporaryDirectory(prefix="pubs-") as folder:
        preview = Preview(root, Path(folder, "site"))
        with progress("Reading every page"):
            preview.refresh()
        server = _Server(preview, port)
        url = f"http://127.0.0.1:{port}/"
        click.echo(f"Open {url} in your browser. Save a file, and it reloads. Ctrl+C ends.")
        if open_browser:
            click.launch(url)
        changed = Event()
        watcher = watch(root, changed.set)
        follower = _Follower(preview, changed)
        follower.start()
        with suppress(KeyboardInterrupt):
            server.serve_forever()
        watcher.stop()
        follower.end_building()


def _refuse_taken(port: int) -> None:
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise click.UsageError(
                f"port {port} is taken: is another `pubs serve` running? Try: pubs serve --port {port + 1}"
            )


class _Server(ThreadingHTTPServer):
    """One thread for each request; those that listen for changes wait in theirs."""

    daemon_threads = True

    def __init__(self, preview: Preview, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.preview = preview


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == CHANGES:
            self._tell_changes()
            return
        answer = self.server.preview.answer(path)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.data)

    do_HEAD = do_GET  # noqa: N815 (the standard library asks for this name)

    def _tell_changes(self) -> None:
        """Server-sent events (https://html.spec.whatwg.org/#server-sent-events), one for each change."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        generation = self.server.preview.generation
        with suppress(OSError):  # the browser has gone elsewhere
            while True:
                has_changed = self.server.preview.wait_for_change(generation, _BREATH)
                generation = self.server.preview.generation
                self.wfile.write(b"data: changed\n\n" if has_changed else b": still here\n\n")
                self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """A browser's requests are no news to an editor."""


class _Follower(Thread):
    """Shows each change, and when there is peace makes what is behind it: all faults, all pages, the search index."""

    def __init__(self, preview: Preview, changed: Event) -> None:
        super().__init__(daemon=True)
        self.preview, self.changed = preview, changed
        self.building: subprocess.Popen[bytes] | None = None
        self.is_behind = True

    def run(self) -> None:
        while True:
            if self.changed.wait(_QUIET):
                time.sleep(_SETTLING)
                self.changed.clear()
                self.end_building()
                show(self.preview.refresh())
                self.is_behind = True
            elif self.is_behind:
                show(self.preview.site.faults)
                click.echo("Waiting for changes …")
                self.building = self._build()
                self.is_behind = False

    def end_building(self) -> None:
        if self.building:
            self.building.terminate()
            self.building.wait()
        self.building = None

    def _build(self) -> subprocess.Popen[bytes]:
        where = ("--site-dir", str(self.preview.search_dir), "--project", str(self.preview.root))
        command = [sys.executable, "-m", "publications.commands.cli", "build", *where]
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command, stdout=quiet, stderr=quiet)  # noqa: S603 (this very program)
