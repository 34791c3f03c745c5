"""Writing files so that a reader of the folder sees the old text or the new one, never half of it."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from publications.faults import Fault, PublicationError

# A file that is being written, beside the one that it will take the place of.
_DRAFT = re.compile(r"/\.[^/]*\.(?P<process>\d+)\.draft$")


def write_text(path: Path, text: str) -> None:
    """Put `text` in place of a file, or make it, in one step."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """The same for what is no text."""
    with _draft(path, data) as draft:
        draft.replace(path)


def replace_text(path: Path, old: str, new: str) -> bool:
    """Put `new` in place of a file that says `old`, and say whether it did: one that says anything else is left alone.

    An editor takes no lock of ours. It is looked at when the new text lies ready on the disk, just before it gets the name.
    """
    with _draft(path, new.encode()) as draft:
        if not path.is_file() or path.read_bytes() != old.encode():
            return False
        draft.replace(path)
    return True


def write_new_text(path: Path, text: str) -> None:
    """Make a file, whole or not at all; one that is there already is never touched: a PublicationError says so."""
    write_new_bytes(path, text.encode())


def write_new_bytes(path: Path, data: bytes) -> None:
    """The same for what is no text."""
    with _draft(path, data) as draft:
        try:
            _give_name(draft, path)
        except FileExistsError:
            message = "is there already, and was left as it is."
            said = "There is a page of this name already: {typed}. Choose another name."
            raise PublicationError(Fault(str(path), 0, message, typed=path.stem, said=said)) from None


def clear_draft(file: str) -> None:
    """Take a draft away whose writer was killed; anything else, and a draft that is being written, is left alone."""
    found = _DRAFT.search(file)
    if found and not _is_running(int(found["process"])):
        Path(file).unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's
    return True


@contextmanager
def _draft(path: Path, data: bytes) -> Iterator[Path]:
    """A whole file beside `path`, also after a power cut; it is gone when the block ends, unless it was renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(
        prefix=f".{path.name}.", suffix=f".{os.getpid()}.draft", dir=path.parent
    )
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(0o644)
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _give_name(draft: Path, path: Path) -> None:
    """A second name for the finished file: of two who do so at once, one fails and neither overwrites."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second names, such as a memory stick
        path.touch(exist_ok=False)
        draft.replace(path)
