"""How long a whole build takes, beside the stock stack's: python benchmarks/build_speed.py [PAGES …].

Stock is MkDocs with Material, static-i18n and Material's search as their manuals set them up, with a menu of
sections, on the same texts; it checks nothing, and its facts stay unexpanded. Ours is `pubs build`, which also checks
everything, and `pubs check` alone. For each number of pages (default 25 and 250) in four languages the three are
run in turn, three times; the seconds are medians, and each ratio is the median of the ratios run by run. `cpu` is
the time of all processes on all cores.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpus import write_corpus
from benchmarks.measuring import Cost, cost_of, median, ratio

RUNS = 3
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


def main(*sizes: int) -> None:
    """Print a row for each number of pages."""
    print("pages  stock s (cpu)   build s (cpu)   build/stock (cpu)  check s (cpu)  check/build (cpu)")
    for pages in sizes or (25, 250):
        with tempfile.TemporaryDirectory() as folder:
            root = write_corpus(Path(folder) / "project", pages).root
            (root / "stock.yml").write_text(STOCK, encoding="utf-8")
            print(f"{pages:5}  {_row(root)}", flush=True)


def _row(root: Path) -> str:
    stock, build, check = [], [], []
    for _ in range(RUNS):
        stock.append(cost_of(root, *STOCK_BUILD))
        build.append(_cold(root, "build"))
        check.append(_cold(root, "check"))
    parts = (_told(median(stock), 1), _told(median(build), 1), _told(ratio(build, stock), 2))
    return "   ".join((*parts, _told(median(check), 1), _told(ratio(check, build), 2)))


def _cold(root: Path, command: str) -> Cost:
    """Nothing of an earlier run is remembered."""
    shutil.rmtree(root / ".cache", ignore_errors=True)
    shutil.rmtree(root / "site", ignore_errors=True)
    return cost_of(root, "pubs", command)


def _told(cost: Cost, digits: int) -> str:
    return f"{cost.wall:.{digits}f} ({cost.cpu:.{digits}f})".rjust(13)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
