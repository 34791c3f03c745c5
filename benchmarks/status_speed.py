"""What `pubs status --json` costs: python benchmarks/status_speed.py [--runs RUNS] [PAGES …].

On corpora of so many pages (default 250, 500 and 1,000) in four languages, half of
whose originals were edited since. Every run is a new process, and the figures are medians of the runs (default 3):

cold        nothing is remembered: every page is compared with what its translations were made from
a page      the same in milliseconds of processor time for each page: equal in all rows when the cost is linear
again       the second run, which finds nothing new, as a share of the cold one: under 0.1 is asked for
one core    the cold run held to one core, as a multiple of the cold run on all of them (Linux only)
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpus import write_corpus
from benchmarks.edits import edit_corpus
from benchmarks.measuring import Cost, cost_of, median, ratio

COMMAND = ("pubs", "status", "--json")


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(description="Time pubs status: cold, again, and on one core.")
    parser.add_argument("pages", nargs="*", type=int, default=[250, 500, 1000])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print("pages  cold s (cpu s)  ms a page (cpu)  again: wall (cpu)  one core: wall (cpu)")
    for pages in options.pages:
        with tempfile.TemporaryDirectory() as folder:
            corpus = write_corpus(Path(folder) / "project", pages)
            edit_corpus(corpus)
            print(_row(corpus.root, pages, options.runs), flush=True)


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
    main()
