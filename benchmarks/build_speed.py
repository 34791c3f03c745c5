"""How long a whole build takes, beside the stock stack's: python benchmarks/build_speed.py [--runs RUNS] [PAGES …].

Stock is MkDocs with Material, static-i18n and Material's search as their manuals set them up, with a menu of
sections, on the same texts; it checks nothing, and its facts stay unexpanded. Ours is `pubs build`, which also checks
everything, and `pubs check` alone. For each number of pages (default 25 and 250) in four languages the three are
run in turn, three times; the seconds are medians, and each ratio is the median of the ratios run by run. `again` is
a second build with nothing changed, beside the first. `cpu` is the time of all processes on all cores.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpus import write_corpus
from benchmarks.measuring import Cost, cost_of, median, ratio

STOCK = """
site_name: Stock
site_url: https://example.org/
theme: {name: material, font: false, language: sv}
plugins:
  - search
  - i18n:
      docs_structure: folder
      languages:
        - {locale: sv, name: Svenska, default: true}
        - {locale: ro, name: Română}
        - {locale: it, name: Italiano}
        - {locale: en, name: English}
nav: [index.md, infographics/index.md, newsletters/index.md, project.md]
markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, tables]
"""
STOCK_BUILD = ("mkdocs", "build", "-q", "-f", "stock.yml", "-d", "stock-site")


def main() -> None:
    """Print a row for each number of pages."""
    parser = argparse.ArgumentParser(description="Time a whole build beside the stock stack's.")
    parser.add_argument("pages", nargs="*", type=int, default=[25, 250])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    headings = (
        "stock s (cpu)",
        "build s (cpu)",
        "build/stock (cpu)",
        "again/build (cpu)",
        "check/build (cpu)",
    )
    print("pages", *(heading.rjust(17) for heading in headings))
    for pages in options.pages:
        with tempfile.TemporaryDirectory() as folder:
            root = write_corpus(Path(folder) / "project", pages).root
            (root / "stock.yml").write_text(STOCK, encoding="utf-8")
            print(f"{pages:5} {_row(root, options.runs)}", flush=True)


def _row(root: Path, runs: int) -> str:
    stock, build, again, check = [], [], [], []
    for _ in range(runs):
        stock.append(cost_of(root, *STOCK_BUILD))
        build.append(_cold(root, "build"))
        again.append(cost_of(root, "pubs", "build"))
        check.append(_cold(root, "check"))
    ratios = (ratio(build, stock), ratio(again, build), ratio(check, build))
    times = (_told(median(costs), 1) for costs in (stock, build))
    return " ".join((*times, *(_told(found, 2) for found in ratios)))


def _cold(root: Path, command: str) -> Cost:
    """Nothing of an earlier run is remembered."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    shutil.rmtree(root / "site", ignore_errors=True)
    return cost_of(root, "pubs", command)


def _told(cost: Cost, digits: int) -> str:
    return f"{cost.wall:.{digits}f} ({cost.cpu:.{digits}f})".rjust(17)


if __name__ == "__main__":
    main()
