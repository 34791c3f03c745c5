"""Templates: read from the folders of a theme, and compiled once for every site and every command of a person."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, FileSystemLoader
from jinja2.bccache import Bucket

from publications.paper.cache import keep, kept
from publications.store import digest

_VERSION = version("jinja2")


def templates(*folders: Path, **options: Any) -> Environment:  # noqa: ANN401 (those of Jinja)
    """The templates of these folders; of two with one name the first folder's. What they show is escaped."""
    return Environment(
        loader=FileSystemLoader(folders), autoescape=True, bytecode_cache=_compiled(), **options
    )


class _Compiled(BytecodeCache):
    """Compiled templates, named by what they say and how they are read; where they lie does not matter."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:  # noqa: ARG002 (Jinja hands it over)
        habits = (environment.trim_blocks, environment.lstrip_blocks, *sorted(environment.extensions))
        key = digest(_VERSION, repr(habits), name, source)
        bucket = Bucket(environment, key, "")
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        if data := kept(self._path(bucket)):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        keep(self._path(bucket), bucket.bytecode_to_string())

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.jinja"


def _compiled() -> BytecodeCache | None:
    """None where no folder is a person's own: what is kept there is run."""
    try:
        return _Compiled(Path(FileSystemBytecodeCache().directory))
    except (OSError, RuntimeError):
        return None
