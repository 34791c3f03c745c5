"""The command `pubs` in a process of its own, forked from one that has imported the engine already.

The tests run it many hundred times, and to import the engine takes longer than most of what they ask for.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from subprocess import CompletedProcess

from publications.commands.cli import main

COMMANDS = Path(main.callback.__code__.co_filename).parent if main.callback else Path()
CAN_FORK = "forkserver" in multiprocessing.get_all_start_methods()
PROCESSES = multiprocessing.get_context("forkserver") if CAN_FORK else multiprocessing.get_context("spawn")
PROCESSES.set_forkserver_preload(
    [
        "publications.site.build",
        "publications.site.summary",
        *(f"publications.commands.{file.stem}" for file in COMMANDS.glob("[!_]*.py")),
    ]
)


def forked(arguments: Sequence[str], cwd: Path, environment: Mapping[str, str]) -> CompletedProcess[str]:
    """What the command said, and its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        said = [Path(folder, name) for name in ("stdout", "stderr")]
        process = PROCESSES.Process(target=_pubs, args=(arguments, cwd, dict(environment), said))
        process.start()
        process.join()
        stdout, stderr = (file.read_text(encoding="utf-8") for file in said)
    return CompletedProcess(["pubs", *arguments], process.exitcode or 0, stdout, stderr)


def _pubs(arguments: Sequence[str], cwd: Path, environment: Mapping[str, str], said: Sequence[Path]) -> None:
    for descriptor, file in enumerate(said, start=1):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), descriptor)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["pubs", *arguments]
    main()
