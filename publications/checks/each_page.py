"""What looks no further than one page in all its languages: on all cores when there is much, and never twice."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from publications.checks.corpus import Corpus
from publications.checks.glossary import glossary_faults
from publications.checks.language_of_text import language_faults
from publications.checks.parity import parity_faults
from publications.checks.remembered_faults import RememberedFaults
from publications.checks.security import security_faults
from publications.checks.typography import typography_faults
from publications.faults import Fault
from publications.project import Project, load_project
from publications.reading.source_page import SourcePage, read_source_page

PAGE_CHECKS: tuple[Callable[[Corpus], Iterator[Fault]], ...] = (
    security_faults,
    parity_faults,
    language_faults,
    glossary_faults,
    typography_faults,
)
"""Checks whose faults of a page depend on that page's texts, the texts these follow, and data/ alone."""

# A few at a time, so that checks which take the same page apart find it still at hand.
_PART = 8
# Below this many changed pages, a second process would cost more than it saves.
_WORTH_A_PROCESS = 24

Faults = Mapping[str, tuple[Fault, ...]]
"""Page → its faults in all languages; "" → what is of no page."""


def each_page_faults(corpus: Corpus) -> Iterator[Fault]:
    """The faults of `PAGE_CHECKS`; for a page of which nothing has changed they are as they were."""
    remembered = RememberedFaults.read(corpus.project)
    pages: dict[str, list[SourcePage]] = {}
    for source in corpus.pages:
        pages.setdefault(source.page, []).append(source)
    known = {
        page: faults for page, texts in pages.items() if (faults := remembered.of(page, texts)) is not None
    }
    changed = [page for page in pages if page not in known]
    found = _worked_out(corpus.project, [pages[page] for page in changed])
    for faults in (*known.values(), *found.values()):
        yield from faults
    if not found.get("") and (changed or known.keys() != remembered.pages.keys()):
        remembered.write(pages, {**known, **{page: found.get(page, ()) for page in changed}})


@dataclass(frozen=True, slots=True)
class _Part:
    """Some pages to look at. files: each with its locale and page."""

    root: Path
    files: tuple[tuple[Path, str, str], ...]


def _worked_out(project: Project, pages: Sequence[Sequence[SourcePage]]) -> Faults:
    parts = [pages[start : start + _PART] for start in range(0, len(pages), _PART)]
    cores = os.cpu_count() or 1
    found: dict[str, tuple[Fault, ...]] = {}
    if len(pages) < _WORTH_A_PROCESS or cores == 1:
        for part in parts:
            _add(found, _faults(Corpus(project, (), tuple(text for texts in part for text in texts))))
        return found
    with ProcessPoolExecutor(max_workers=cores) as pool:
        for faults in pool.map(_look, [_part_of(project, part) for part in parts]):
            _add(found, faults)
    return found


def _part_of(project: Project, pages: Sequence[Sequence[SourcePage]]) -> _Part:
    files = tuple((text.file, text.locale, text.page) for texts in pages for text in texts)
    return _Part(project.root, files)


def _look(part: _Part) -> Faults:
    project = load_project(part.root)
    return _faults(Corpus(project, (), tuple(read_source_page(*file) for file in part.files)))


def _faults(corpus: Corpus) -> Faults:
    page_of = {source.path: source.page for source in corpus.pages}
    found: dict[str, tuple[Fault, ...]] = {}
    for check in PAGE_CHECKS:
        for fault in check(corpus):
            page = page_of.get(fault.path, "")
            found[page] = (*found.get(page, ()), fault)
    return found


def _add(found: dict[str, tuple[Fault, ...]], more: Faults) -> None:
    for page, faults in more.items():
        found[page] = (*found.get(page, ()), *faults)
