"""What `pubs status --json` costs: python benchmarks/status_speed.py [PAGES [RUNS]].

On a corpus of so many pages (default 250), of twice and of four times as many, in four languages, half of
whose originals were edited since. Every run is a new process, and the figures are medians of the runs (default 3):

cold        nothing is remembered: every page is compared with what its translations were made from
a page      the same in milliseconds of processor time for each page: equal in all rows when the cost is linear
again       the second run, which finds nothing new, as a share of the cold one: under 0.1 is asked for
one core    the cold run held to one core, as a multiple of the cold run on all of them (Linux only)
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpus import write_corpus
from benchmarks.edits import edit_corpus
from benchmarks.measuring import Cost, cost_of, median, ratio

COMMAND = ("pubs", "status", "--json")


def main(pages: int = 250, runs: int = 3) -> None:
    """Print a row for each size."""
    print("pages  cold s (cpu s)  ms a page (cpu)  again: wall (cpu)  one core: wall (cpu)")
    for size in (pages, 2 * pages, 4 * pages):
        with tempfile.TemporaryDirectory() as folder:
            corpus = write_corpus(Path(folder) / "project", size)
            edit_corpus(corpus)
            print(_row(corpus.root, size, runs), flush=True)


def _row(root: Path, pages: int, runs: int) -> str:
    cold, again, one_core = [], [], []
    for _ in range(runs):
        cold.append(_cold(root))
        again.append(cost_of(root, *COMMAND))
        one_core.append(_cold(root, cores=1))
    whole, second, alone = median(cold), ratio(again, cold), ratio(one_core, cold)
    return (
        f"{pages:5}  {whole.wall:6.2f} ({whole.cpu:5.2f})  {1000 * whole.cpu / pages:15.1f}"
        f"  {second.wall:9.3f} ({second.cpu:.3f})  {alone.wall:12.2f} ({alone.cpu:.2f})"
    )


def _cold(root: Path, cores: int | None = None) -> Cost:
    shutil.rmtree(root / ".cache", ignore_errors=True)
    return cost_of(root, *COMMAND, cores=cores)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
