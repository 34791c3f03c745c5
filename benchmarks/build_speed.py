"""How long a whole build takes, beside the stock stack's, in one run: python benchmarks/build_speed.py [PAGES …].

Stock is MkDocs with Material, static-i18n and Material's search as their manuals set them up, a menu of
sections only, on the same texts. The two are run in turn; the figures are medians, and the ratio is taken pair by pair.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.corpus import write_corpus

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


def main() -> None:
    """Print a table: pages, seconds of stock, seconds of pubs, ratio."""
    print("pages  stock s  pubs s  pubs/stock")
    for pages in [int(argument) for argument in sys.argv[1:]] or [25, 250]:
        with tempfile.TemporaryDirectory() as folder:
            root = write_corpus(Path(folder) / "project", pages)
            (root / "stock.yml").write_text(STOCK, encoding="utf-8")
            stock, ours = [], []
            for _ in range(RUNS):
                stock.append(_timed(root, "mkdocs", "build", "-q", "-f", "stock.yml", "-d", "stock-site"))
                ours.append(_timed(root, "pubs", "build"))
                shutil.rmtree(root / "site")
            ratio = statistics.median(one / other for one, other in zip(ours, stock, strict=True))
            print(
                f"{pages:5}  {statistics.median(stock):7.1f}  {statistics.median(ours):6.1f}  {ratio:10.2f}"
            )


def _timed(root: Path, program: str, *arguments: str) -> float:
    command = [str(Path(sys.executable).with_name(program)), *arguments]
    started = time.perf_counter()
    done = subprocess.run(command, cwd=root, capture_output=True, check=False)
    if done.returncode:
        sys.exit(done.stderr.decode())
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
