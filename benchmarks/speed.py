"""What everything costs beside Hugo and the stock stack: python benchmarks/speed.py [--runs RUNS] [PAGES …].

On corpora of so many pages (default 25, 250 and 1,000) in four languages, a quarter of which is missing in two of
them. The programs take turns, and each run is a new process. Seconds and MB are medians of the runs (default 3), and a
ratio is the median of the ratios run by run. Hugo checks nothing; neither does the stock stack (MkDocs, Material,
static-i18n), which is asked for up to 250 pages only.

build again     nothing has changed                    build page    one page was edited since
build fact      a fact that ten pages name was edited  serve save    until the page is there that was saved
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpus import write_corpus
from benchmarks.measuring import Cost, cost_of, median, ratio
from benchmarks.rivals import HUGO_BUILD, STOCK_BUILD, write_hugo, write_stock
from benchmarks.serving import seconds_to_the_page

_MOST_FOR_STOCK = 250
_TEN = 10
_FACT = "\nmeasured:\n  number: {number}\n  source: epi-background\n"
Costs = dict[str, list[Cost]]


def main() -> None:
    """Print a table for each number of pages, and how the costs grow from one to the next."""
    parser = argparse.ArgumentParser(description="Time the commands beside Hugo and the stock stack.")
    parser.add_argument("pages", nargs="*", type=int, default=[25, 250, 1000])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    before: Costs = {}
    for pages in options.pages:
        with tempfile.TemporaryDirectory() as folder:
            root = write_corpus(Path(folder) / "project", pages).root
            found = _measured(root, pages, options.runs)
        print(f"\n{pages} pages\n{'':16} seconds     cpu      MB   / Hugo  / stock  growth")
        for name, costs in found.items():
            print(_row(name, costs, found, before.get(name, [])), flush=True)
        before = found


def _row(name: str, costs: list[Cost], found: Costs, before: list[Cost]) -> str:
    cost, times = median(costs), [one.wall for one in costs]
    beside = (
        f"{ratio(times, [one.wall for one in found[rival]]):8.3f}" if found.get(rival) else " " * 8
        for rival in ("hugo", "stock")
    )
    growth = f"{ratio(times, [one.wall for one in before]):8.2f}" if before else ""
    return f"{name:16}{cost.wall:8.2f}{cost.cpu:8.2f}{cost.memory:8.0f} {' '.join(beside)}{growth}"


def _measured(root: Path, pages: int, runs: int) -> Costs:
    write_stock(root)
    write_hugo(root)
    _name_a_fact(root)
    found: Costs = defaultdict(list)
    for run in range(runs):
        for name, cost in _one_run(root, run, with_stock=pages <= _MOST_FOR_STOCK):
            found[name].append(cost)
    return found


def _one_run(root: Path, run: int, *, with_stock: bool) -> Iterator[tuple[str, Cost]]:
    """Every command once, with what it costs."""
    shutil.rmtree(root / "hugo" / "public", ignore_errors=True)
    yield "hugo", cost_of(root, *HUGO_BUILD)
    if with_stock:
        yield "stock", cost_of(root, *STOCK_BUILD)
    yield "python -c pass", cost_of(root, "python", "-c", "pass")
    yield "pubs --help", cost_of(root, "pubs", "--help")
    for command in ("check", "status", "build"):
        _forget(root)
        yield f"{command} cold", cost_of(root, "pubs", command)
        yield f"{command} again", cost_of(root, "pubs", command)
    page, facts = _newsletters(root)[0], root / "data" / "facts.yml"
    _add(page, f"\nThis was run {run}.\n")
    yield "build page", cost_of(root, "pubs", "build")
    text = facts.read_text(encoding="utf-8")
    facts.write_text(re.sub(r"(?<=\nmeasured:\n  number: )\d+", str(run + 1000), text), encoding="utf-8")
    yield "build fact", cost_of(root, "pubs", "build")
    seconds = seconds_to_the_page(root, page)
    yield "serve save", Cost(seconds, seconds, 0)


def _name_a_fact(root: Path) -> None:
    """Let ten pages name one fact."""
    _add(root / "data" / "facts.yml", _FACT.format(number=999))
    for page in _newsletters(root)[:_TEN]:
        for text in (root / "docs").glob(f"*/newsletters/{page.name}"):
            _add(text, "\n{{ measured }}\n")


def _newsletters(root: Path) -> list[Path]:
    return sorted((root / "docs" / "en" / "newsletters").glob("issue-*.md"))


def _add(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    time.sleep(0.1)  # what is written in the moment of looking is looked at again


def _forget(root: Path) -> None:
    """Nothing of an earlier run is remembered."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    shutil.rmtree(root / "site", ignore_errors=True)


if __name__ == "__main__":
    main()
