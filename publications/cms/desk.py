"""The files of docs/admin as they should be, and which of them are not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from publications.cms.config import config_text
from publications.cms.page import page_text
from publications.cms.script import FOLDER, is_there
from publications.project import Project

ADMIN = "docs/admin"
CONFIG_FILE = f"{ADMIN}/config.yml"
PAGE_FILE = f"{ADMIN}/index.html"


@dataclass(frozen=True, slots=True)
class Drift:
    """A file that is not what the project makes it. old: None where there is none."""

    path: str
    old: str | None
    new: str


def has_cms(project: Project) -> bool:
    """Whether the site has asked for it: `pubs cms --write` was run once."""
    return (project.root / CONFIG_FILE).is_file()


def drifts(project: Project) -> tuple[Drift, ...]:
    """What `pubs cms --write` would write. A project that it cannot be made for is a PublicationError."""
    return tuple(_drifts(project, {CONFIG_FILE: config_text(project), PAGE_FILE: page_text(project)}))


def lacks_script(project: Project) -> bool:
    """Whether the script of the CMS is still to be fetched, into `ADMIN`/`FOLDER`."""
    return not is_there(project.root / ADMIN, project)


def script_folder() -> str:
    """Where the script lies, below the project's root."""
    return f"{ADMIN}/{FOLDER}"


def _drifts(project: Project, wanted: Mapping[str, str]) -> Iterator[Drift]:
    for path, new in wanted.items():
        file = project.root / path
        # A checkout on Windows may have other line ends.
        old = (
            file.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n")
            if file.is_file()
            else None
        )
        if old != new:
            yield Drift(path, old, new)
