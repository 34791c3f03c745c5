"""Work spread over the machine's cores: processes that share what they work with, and end with who began them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, TypeVar

_Shared = TypeVar("_Shared")
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
Step = Callable[[int, int], None]
"""Told after each item: how many are done, and of how many."""

# Below this many items, a second process would cost more than it saves.
_WORTH_A_PROCESS = 16
_ITEMS_AT_ONCE = 8
# A worker makes many small values that live as long as a page: looking for cycles among them all the time finds none.
_GARBAGE = 50_000


def spread(
    task: Callable[[_Shared, _Item], _Result],
    shared: _Shared,
    items: Sequence[_Item],
    step: Step | None = None,
) -> Iterator[_Result]:
    """The results of `task(shared, item)` for every item, in their order.

    task: a function of a module. shared: what all of them need; processes are forked where the system can, so it
    costs nothing to hand it over, however large. A process that has threads already does the work by itself.
    """
    for number, result in enumerate(_results(task, shared, items), start=1):
        if step:
            step(number, len(items))
        yield result


def _results(
    task: Callable[[_Shared, _Item], _Result], shared: _Shared, items: Sequence[_Item]
) -> Iterator[_Result]:
    cores = os.cpu_count() or 1
    if len(items) < _WORTH_A_PROCESS or cores == 1 or _has_threads():
        yield from (task(shared, item) for item in items)
        return
    parts = [items[start : start + _ITEMS_AT_ONCE] for start in range(0, len(items), _ITEMS_AT_ONCE)]
    gc.freeze()
    try:
        with ProcessPoolExecutor(cores, _context(), _begin, (task, shared)) as pool:
            for results in pool.map(_work, parts):
                yield from results
    finally:
        gc.unfreeze()


def _has_threads() -> bool:
    """Whether this process has threads, of other languages too: a forked one would wait for them for ever."""
    own = Path("/proc/self/task")
    return (len(list(own.iterdir())) if own.is_dir() else threading.active_count()) > 1


def _context() -> multiprocessing.context.BaseContext:
    is_forking = "fork" in multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if is_forking else None)


class _Worker:
    """What a worker process was given when it began."""

    task: Callable[[Any, Any], Any]
    shared: Any


def _begin(task: Callable[[Any, Any], Any], shared: object) -> None:
    _Worker.task, _Worker.shared = staticmethod(task), shared
    gc.set_threshold(_GARBAGE)
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _work(items: Sequence[Any]) -> list[Any]:
    return [_Worker.task(_Worker.shared, item) for item in items]


def _end_after(parent: BaseProcess) -> None:
    """Who is killed takes its workers along: by themselves they would wait for work for ever."""
    parent.join()
    os._exit(1)
