"""What the desk's tests share: a small project, a desk that answers on this machine, and somebody who sits at it."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import pytest
import uvicorn

from publications.commands.watching import watch
from publications.desk.server import desk_app
from publications.desk.session import Session
from publications.site.live import Audience
from publications.site.preview import Preview
from tests.conftest import copy_inputs

TOKEN = "a-token-of-this-start"  # noqa: S105 (of a test)


@dataclass(frozen=True)
class Desk:
    """A desk that was started. root: the project; url: its address."""

    root: Path
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def request(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
        """What the desk answers to a request that is made by hand."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body.encode(), given)
        answer = connection.getresponse()
        told = answer.status, answer.read().decode(errors="replace")
        connection.close()
        return told

    def get(self, path: str) -> tuple[int, str]:
        return self.request("GET", path, cookie=f"desk-{self.port}={TOKEN}")

    def do(self, action: str, languages: str = "en", /, **values: Any) -> dict[str, Any]:  # noqa: ANN401 (what JSON has)
        """An action, asked for as the desk's own pages do. languages: that the browser reads."""
        _, told = self.request(
            "POST",
            f"/desk/do/{action}",
            json.dumps(values),
            cookie=f"desk-{self.port}={TOKEN}",
            origin=self.url,
            content_type="application/json",
            accept_language=languages,
        )
        answer: dict[str, Any] = json.loads(told)
        return answer


@contextmanager
def desk_of(root: Path, port: int = 0) -> Iterator[Desk]:
    """A desk as `pubs desk` starts it. port: that of an older one, 0 for any."""
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(("127.0.0.1", port))
        port = door.getsockname()[1]
        session = Session(root, TOKEN)
        preview = Preview(root, root / ".cache" / "none", audience=Audience.TRANSLATORS)
        config = uvicorn.Config(
            desk_app(session, preview, port), log_level="error", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        watcher = watch(root, session.note_change)
        while not server.started:
            sleep(0.01)
        try:
            yield Desk(root, port)
        finally:
            watcher.stop()
            server.should_exit = True
            thread.join()


@contextmanager
def as_it_was(path: Path) -> Iterator[Path]:
    """A file of a desk that several tests share; afterwards it is as it was."""
    before = path.read_bytes()
    yield path
    path.write_bytes(before)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk of a copy of the project."""
    with desk_of(copy_inputs(tmp_path / "project")) as started:
        yield started
