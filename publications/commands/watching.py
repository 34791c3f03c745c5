"""Watching: being told when a file of the project is written, by whoever."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from publications.snapshot import INPUTS


def watch(root: Path, tell: Callable[[], None]) -> BaseObserver:
    """Call `tell` whenever an input of the site has changed, from a thread of its own, until the observer is stopped."""
    observer = Observer()
    listener = _Listener(tell)
    for name in INPUTS:
        if (root / name).is_dir():
            observer.schedule(listener, str(root / name), recursive=True)
    observer.schedule(listener, str(root))
    observer.start()
    return observer


class _Listener(FileSystemEventHandler):
    def __init__(self, tell: Callable[[], None]) -> None:
        self.tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "moved", "deleted"):
            self.tell()
