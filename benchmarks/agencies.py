"""To agencies and home: python benchmarks/agencies.py [PAGES].

Half as many pages and so many (default 1,000) are exported into Romanian and imported again as they are, in each format.
The ratio of the second to the first is 2 where the cost grows with the pages and no faster.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpus import write_corpus
from benchmarks.measuring import Cost, cost_of

_FORMATS = (("xliff",), ("xliff", "--xliff", "2.1"), ("po",), ("docx",))


def main() -> None:
    """Print what each way costs, in seconds of processor time, and how it grows."""
    parser = argparse.ArgumentParser(description="Export and import, and how the cost grows.")
    parser.add_argument("pages", nargs="?", type=int, default=1000)
    pages = parser.parse_args().pages
    half, whole = (_costs(number) for number in (pages // 2, pages))
    print(f"{'seconds of cpu':28} {pages // 2:>8} {pages:>8} {'ratio':>8} {'MB':>8}")
    for name, cost in whole.items():
        print(
            f"{name:28} {half[name].cpu:8.1f} {cost.cpu:8.1f} {cost.cpu / half[name].cpu:8.2f} {cost.memory:8.0f}"
        )


def _costs(pages: int) -> dict[str, Cost]:
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        root = write_corpus(Path(folder) / "project", pages).root
        for words in _FORMATS:
            name, out = " ".join(words), Path(folder) / "-".join(words)
            out.mkdir()
            sent = ("ro", "--all", "--format", *words, "--output", str(out))
            found[f"export {name}"] = cost_of(root, "pubs", "export", *sent)
            # One pair of languages is enough to see how it grows.
            file = max(out.iterdir(), key=lambda path: path.stat().st_size)
            found[f"import {name}"] = cost_of(root, "pubs", "import", str(file))
    return found


if __name__ == "__main__":
    main()
