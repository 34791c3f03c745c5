"""The option `--project`, the same for every subcommand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from publications.faults import Fault, PublicationError

Command = TypeVar("Command", bound=Callable[..., object])


def project_option(command: Command) -> Command:
    """Give a command the argument `root`: the folder of mkdocs.yml, found from here or from --project."""
    return click.option(
        "--project",
        "root",
        metavar="DIR",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        default=".",
        callback=lambda _ctx, _option, folder: project_folder(folder),
        help="The folder that holds mkdocs.yml. Default: this one, or the nearest above it.",
    )(command)


def project_folder(start: Path) -> Path:
    """The folder at or above `start` that holds mkdocs.yml."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise PublicationError(
        Fault(str(start), 0, "no mkdocs.yml here or above. Go to the project's folder, or say --project DIR.")
    )
