"""The search index of a finished site: one for each language, of the texts written in it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from pagefind.service import get_executable

from publications.faults import Fault, PublicationError

BUNDLE = "search"
"""The folder of the index, below the site's root. The theme's search box reads it from there."""


def write_search_index(site_dir: Path) -> None:
    """Index a folder of finished pages into its `search/`; an index that is there is replaced.

    Pagefind sorts pages by their `<html lang>` and reads only what lies in an element with
    `data-pagefind-body`. A page that has none, such as a fallback page, is not found. The same pages give
    the same bytes, and every file but the entry and the program is named by its content.

    Raises PublicationError when Pagefind cannot be found or run, or finds no page.
    """
    bundle = site_dir / BUNDLE
    if bundle.exists():
        shutil.rmtree(bundle)
    _run_pagefind(site_dir)
    wasm_names = _sort_entry(bundle / "pagefind-entry.json")
    _drop_unused(bundle, wasm_names)


def _run_pagefind(site_dir: Path) -> None:
    program = _pagefind()
    # "=" keeps a folder whose name begins with a dash from being read as an option.
    command = [str(program), f"--site={site_dir}", f"--output-subdir={BUNDLE}", "--silent"]
    try:
        done = subprocess.run(  # noqa: S603 (Pagefind's own program; no shell reads the arguments)
            command, capture_output=True, encoding="utf-8", errors="replace", check=False
        )
    except OSError as error:
        raise _fault(f"{program} cannot be run: {error}. {_REINSTALL}") from None
    if done.returncode:
        lines = dict.fromkeys(map(str.strip, done.stderr.splitlines()))  # Pagefind says each twice
        said = " ".join(filter(None, lines)) or f"exit code {done.returncode}"
        raise _fault(f"Pagefind could not index {site_dir}: {said}")


def _pagefind() -> Path:
    """The program in the `pagefind_bin` wheel, or the one on the path."""
    try:
        program = get_executable()
    except FileNotFoundError:
        program = None
    if program is None:
        raise _fault(f"the search program, Pagefind, is not installed. {_REINSTALL}")
    return program


def _sort_entry(path: Path) -> frozenset[str]:
    """Write the languages in a fixed order, since Pagefind's differs from run to run.

    Returns the names of the WebAssembly files that they need; a language without word stems
    shares the one named "unknown".
    """
    entry = json.loads(path.read_text(encoding="utf-8"))
    text = json.dumps(entry, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8", newline="\n")
    return frozenset(f"wasm.{index['wasm'] or 'unknown'}.pagefind" for index in entry["languages"].values())


def _drop_unused(bundle: Path, wasm_names: frozenset[str]) -> None:
    """Remove Pagefind's own boxes, its worker and unused WebAssembly: the theme has a box of its own."""
    for path in bundle.iterdir():
        is_extra = path.name.startswith("pagefind-") and path.suffix in {".css", ".js"}
        is_unused_wasm = path.name.startswith("wasm.") and path.name not in wasm_names
        if is_extra or is_unused_wasm:
            path.unlink()


def _fault(message: str) -> PublicationError:
    return PublicationError(Fault(BUNDLE, 0, message, rule="search-index"))


_REINSTALL = "Install the project's requirements again: make site."
