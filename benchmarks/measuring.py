"""Measuring: a command run as a person would, with the time that it took on the clock and on the processors."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds. wall: on the clock; cpu: of all its processes together, which a busy machine changes little."""

    wall: float
    cpu: float


def cost_of(root: Path, program: str, *arguments: str, cores: int | None = None, code: int = 0) -> Cost:
    """Run a program of this environment in a folder; another exit code than `code` ends the measurement.

    cores: how many it may use at most (Linux only), None for all.
    """
    command = [str(Path(sys.executable).with_name(program)), *arguments]
    before, allowed = os.times(), _allowed()
    started = time.perf_counter()
    try:
        _allow(allowed[:cores])
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    finally:
        _allow(allowed)
    wall, after = time.perf_counter() - started, os.times()
    if done.returncode != code:
        sys.exit((done.stdout + done.stderr).decode(errors="replace"))
    children = (after.children_user - before.children_user, after.children_system - before.children_system)
    return Cost(wall, sum(children))


def median(costs: Sequence[Cost]) -> Cost:
    """The median of each time."""
    return Cost(statistics.median(cost.wall for cost in costs), statistics.median(cost.cpu for cost in costs))


def ratio(first: Sequence[Cost], second: Sequence[Cost]) -> Cost:
    """How the first ones compare with the second: the median of the ratios, run by run."""
    pairs = list(zip(first, second, strict=True))
    return Cost(
        statistics.median(one.wall / other.wall for one, other in pairs),
        statistics.median(one.cpu / other.cpu for one, other in pairs),
    )


def _allowed() -> list[int]:
    """The processors that this process may use; none where the system cannot say."""
    return sorted(os.sched_getaffinity(0)) if sys.platform == "linux" else []


def _allow(cores: Sequence[int]) -> None:
    """Of this process, which its children inherit."""
    if cores and sys.platform == "linux":
        os.sched_setaffinity(0, cores)
