"""The option `--project`, the same for every subcommand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from publications.project import find_project

Command = TypeVar("Command", bound=Callable[..., object])


def project_option(command: Command) -> Command:
    """Give a command the argument `root`: the folder of mkdocs.yml, found from here or from --project."""
    return click.option(
        "--project",
        "root",
        metavar="DIR",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        default=".",
        callback=lambda _ctx, _option, folder: find_project(folder),
        help="The folder that holds mkdocs.yml. Default: this one, or the nearest above it.",
    )(command)
