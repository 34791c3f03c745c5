"""Measuring: a command run as a person would, with the time that it took and the memory that it held."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_EVERY = 0.05  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Cost:
    """wall: seconds on the clock; cpu: of all its processes together; memory: of these at the most, in MB (Linux only)."""

    wall: float
    cpu: float
    memory: float


def cost_of(root: Path, program: str, *arguments: str, code: int = 0) -> Cost:
    """Run a program of this environment in a folder; another exit code than `code` ends the measurement."""
    command = [str(Path(sys.executable).with_name(program)), *arguments]
    before, started = os.times(), time.perf_counter()
    running = subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    watch = _Memory(running.pid)
    watch.start()
    said, _ = running.communicate()
    wall, after = time.perf_counter() - started, os.times()
    watch.ended.set()
    watch.join()
    if running.returncode != code:
        sys.exit(said.decode(errors="replace"))
    children = (after.children_user - before.children_user, after.children_system - before.children_system)
    return Cost(wall, sum(children), watch.most)


def median(costs: Iterable[Cost]) -> Cost:
    """The median of each figure."""
    found = list(costs)
    return Cost(
        statistics.median(cost.wall for cost in found),
        statistics.median(cost.cpu for cost in found),
        statistics.median(cost.memory for cost in found),
    )


def ratio(first: Sequence[float], second: Sequence[float]) -> float:
    """How the first figures compare with the second: the median of the ratios, run by run."""
    return statistics.median(one / other for one, other in zip(first, second, strict=True) if other)


class _Memory(Thread):
    """Looks at the memory of a program and of all that it has started. most: MB."""

    def __init__(self, group: int) -> None:
        super().__init__(daemon=True)
        self.group, self.most, self.ended = group, 0.0, Event()

    def run(self) -> None:
        while not self.ended.wait(_EVERY):
            self.most = max(self.most, sum(map(_share, self._processes())) / 1024)

    def _processes(self) -> Iterable[str]:
        for entry in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if os.getpgid(int(entry.name)) == self.group:
                    yield entry.name


def _share(process: str) -> int:
    """The memory of a process in kB, what it shares with others counted in parts (PSS)."""
    with suppress(OSError):
        lines = Path("/proc", process, "smaps_rollup").read_text(encoding="ascii").splitlines()
        return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return 0
