"""Serving: how long an editor waits from a save to the new page, with `pubs serve` and a browser that listens."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path

_PATIENCE = 300.0  # seconds for the first look at all pages


def seconds_to_the_page(root: Path, page: Path) -> float:
    """From the save of a newsletter in English until its new page has come, told by the server that it has changed."""
    address = f"/en/newsletters/{page.stem}/"
    mark = f"Saved at {time.time_ns()}."
    with _served(root) as port:
        _get(port, address)
        listener = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        listener.request("GET", "/.changes")
        changes = listener.getresponse()
        page.write_text(f"{page.read_text(encoding='utf-8')}\n{mark}\n", encoding="utf-8")
        started = time.perf_counter()
        while changes.readline().strip() != b"data: changed" or mark not in _get(port, address):
            pass
        return time.perf_counter() - started


@contextmanager
def _served(root: Path) -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [str(Path(sys.executable).with_name("pubs")), "serve", "--port", str(port)]
    running = subprocess.Popen(
        command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        _wait_for(port)
        yield port
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait()


def _wait_for(port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    sys.exit("pubs serve does not answer")


def _get(port: int, address: str) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    connection.request("GET", address)
    return connection.getresponse().read().decode()
