"""A project of any size to measure on: pages in four languages, whose translations correspond block by block.

The same number gives the same corpus, byte for byte. Versions and stored sources are made by the project's
own functions, so that at first every translation is current.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.drafting import drafted
from benchmarks.page import Page, written
from publications.status.at_hand import sources_of

ROOT = Path(__file__).parent.parent
PARTS = ("mkdocs.yml", "docs", "hooks", "i18n", "theme", "data")


@dataclass(frozen=True, slots=True)
class Corpus:
    """A project in a folder of its own. pages: those that were made; the project's real ones are there too."""

    root: Path
    pages: tuple[Page, ...]


def write_corpus(root: Path, pages: int, *, missing: float = 0.25) -> Corpus:
    """Make a project in `root`: the real one, and so many newsletters, some without a Romanian or Italian text."""
    for name in PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        root.mkdir(parents=True, exist_ok=True)
        copy(ROOT / name, root / name)
    made = tuple(drafted(number, pages, missing=missing) for number in range(pages))
    for page in made:
        version = _keep_source(root, page)
        write_page(root, page, version, page.locales)
    return Corpus(root, made)


def write_page(root: Path, page: Page, version: str, locales: Iterable[str]) -> None:
    """Write the files of a page in these locales."""
    for code in locales:
        path = root / "docs" / code / page.name
        path.write_bytes(written(page, code, version).text.encode())


def _keep_source(root: Path, page: Page) -> str:
    return sources_of(root).add(written(page, page.original).text).version.code
