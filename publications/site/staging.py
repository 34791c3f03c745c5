"""A build replaces the site whole or not at all: it is made beside the old one and swapped in."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from publications.faults import Fault, PublicationError


@contextmanager
def staging(site_dir: Path, *, wait: float) -> Iterator[Path]:
    """An empty folder beside `site_dir` that takes its place when the block ends well.

    If the block raises, the old site stays as it was. While another build of the same site runs, this
    one waits, `wait` seconds at most; then it is a PublicationError.
    """
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    with _only_build(site_dir, wait):
        _mend_broken_swap(site_dir)
        staged = Path(tempfile.mkdtemp(prefix=f".{site_dir.name}-", dir=site_dir.parent))
        try:
            yield staged
            _swap(staged, site_dir)
        finally:
            shutil.rmtree(staged, ignore_errors=True)


@contextmanager
def _only_build(site_dir: Path, wait: float) -> Iterator[None]:
    lock = FileLock(site_dir.with_name(f".{site_dir.name}.lock"))
    try:
        with lock.acquire(timeout=wait):
            yield
    except Timeout:
        message = (
            f"another build of this folder is running and did not end within {wait:.0f} seconds. Try again."
        )
        raise PublicationError(Fault(str(site_dir), 0, message)) from None


def _swap(staged: Path, site_dir: Path) -> None:
    staged.chmod(0o755)
    old = _old(site_dir)
    if site_dir.exists():
        site_dir.replace(old)
    staged.replace(site_dir)
    shutil.rmtree(old, ignore_errors=True)


def _mend_broken_swap(site_dir: Path) -> None:
    """A build that was killed between the two renames has left the old site under its spare name."""
    old = _old(site_dir)
    if old.exists() and not site_dir.exists():
        old.replace(site_dir)
    shutil.rmtree(old, ignore_errors=True)
    for left_over in site_dir.parent.glob(f".{site_dir.name}-*"):
        shutil.rmtree(left_over, ignore_errors=True)


def _old(site_dir: Path) -> Path:
    return site_dir.with_name(f".{site_dir.name}-old")
