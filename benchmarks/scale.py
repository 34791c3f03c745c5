"""A site built in parts: python benchmarks/scale.py [PAGES [PARTS]].

So many pages (default 1,000) in four languages are built whole, and once more in so many parts (default 4), each in a
folder of its own that remembers nothing, as on a machine of its own, and joined. The bytes must be the same.
"""

from __future__ import annotations

import argparse
import filecmp
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpus import write_corpus
from benchmarks.measuring import Cost, cost_of


def main() -> None:
    """Print what each step costs."""
    parser = argparse.ArgumentParser(description="Build a site in parts, and join them.")
    parser.add_argument("pages", nargs="?", type=int, default=1000)
    parser.add_argument("parts", nargs="?", type=int, default=4)
    options = parser.parse_args()
    pages, parts = options.pages, options.parts
    with tempfile.TemporaryDirectory() as folder:
        root = write_corpus(Path(folder) / "project", pages).root
        built = [_part(root, number, parts) for number in range(1, parts + 1)]
        whole = _copy(root, "whole")
        one = cost_of(whole, "pubs", "build")
        joined = cost_of(root, "pubs", "join", *(str(where) for where, _ in built))
        print(f"{pages} pages in 4 languages    seconds     cpu      MB")
        _tell("one build", one)
        _tell(f"the slowest of {parts} parts", max((cost for _, cost in built), key=lambda cost: cost.wall))
        _tell("join", joined)
        differences = _differences(whole / "site", root / "site")
        print("same bytes" if not differences else f"other bytes: {differences[:5]}")


def _part(root: Path, number: int, parts: int) -> tuple[Path, Cost]:
    """Where a part lies, and what it cost."""
    own = _copy(root, f"machine-{number}")
    cost = cost_of(own, "pubs", "build", "--part", f"{number}/{parts}")
    return own / "parts" / f"{number}-of-{parts}", cost


def _copy(root: Path, name: str) -> Path:
    return Path(shutil.copytree(root, root.parent / name))


def _differences(first: Path, second: Path) -> list[str]:
    names = {
        path.relative_to(site).as_posix()
        for site in (first, second)
        for path in site.rglob("*")
        if path.is_file()
    }
    _, other, missing = filecmp.cmpfiles(first, second, sorted(names), shallow=False)
    return [*other, *missing]


def _tell(name: str, cost: Cost) -> None:
    print(f"{name:26} {cost.wall:8.1f} {cost.cpu:8.1f} {cost.memory:8.0f}")


if __name__ == "__main__":
    main()
