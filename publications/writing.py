"""Writing files so that a reader of the folder sees the old text or the new one, never half of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from publications.faults import Fault, PublicationError


def write_text(path: Path, text: str) -> None:
    """Put `text` in place of a file, or make it, in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_new_text(path: Path, text: str) -> None:
    """Make a file, whole or not at all; one that is there already is never touched: a PublicationError says so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
        _give_name(Path(name), path)
    except FileExistsError:
        raise PublicationError(Fault(str(path), 0, "is there already, and was left as it is.")) from None
    finally:
        Path(name).unlink(missing_ok=True)


def _give_name(draft: Path, path: Path) -> None:
    """A second name for the finished file: of two who do so at once, one fails and neither overwrites."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second names, such as a memory stick
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(draft.read_bytes().decode("utf-8"))
