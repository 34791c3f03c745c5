"""Every page of a project compared with its sources: on all cores when there is much, and never twice."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from publications.project import Project
from publications.status.at_hand import Answers, AtHand, read_meanings
from publications.status.known import Known, digest
from publications.status.page_files import pages_on_disk, path_of
from publications.status.remembered import Remembered
from publications.status.statuses import Statuses
from publications.translation.comparison import page_status
from publications.translation.status import PageStatus

# Below this many changed pages, a second process would cost more than it saves.
_WORTH_A_PROCESS = 80
_CHUNKS_PER_CORE = 4


def read_statuses(project: Project) -> Statuses:
    """Where every translation stands now. What an earlier run worked out and still holds is not read anew."""
    at_hand = AtHand.of(project.root)
    remembered = Remembered.read(project.root, project.codes)
    known: dict[str, Known] = {}
    changed: list[str] = []
    for page, locales in pages_on_disk(project).items():
        texts = {code: digest(path_of(project.root, page, code).read_bytes()) for code in locales}
        if found := remembered.of(page, texts, at_hand):
            known[page] = found
        else:
            changed.append(page)
    known |= _worked_out(_Job(project.root, project.codes, tuple(changed)))
    if changed or known.keys() != remembered.pages.keys():
        remembered.write(known, at_hand)
    return Statuses(project.codes, tuple(known[page].status for page in sorted(known)))


def read_page_status(project: Project, page: str) -> PageStatus:
    """Where the translations of one page stand."""
    return _work_out(_Job(project.root, project.codes, (page,)))[page].status


@dataclass(frozen=True, slots=True)
class _Job:
    root: Path
    locales: tuple[str, ...]
    pages: tuple[str, ...]

    def parts(self, number: int) -> Iterator[_Job]:
        """The same work for several processes: neighbours are often alike, so each takes every n-th page."""
        yield from (_Job(self.root, self.locales, self.pages[start::number]) for start in range(number))


def _worked_out(job: _Job) -> Mapping[str, Known]:
    cores = os.cpu_count() or 1
    if len(job.pages) < _WORTH_A_PROCESS or cores == 1:
        return _work_out(job)
    found: dict[str, Known] = {}
    with ProcessPoolExecutor(max_workers=cores) as pool:
        for part in pool.map(_work_out, job.parts(cores * _CHUNKS_PER_CORE)):
            found |= part
    return found


def _work_out(job: _Job) -> dict[str, Known]:
    meanings = read_meanings(job.root)
    return {
        page: _known(page, _texts(job, page), job.locales, Answers(job.root, page, meanings))
        for page in job.pages
    }


def _texts(job: _Job, page: str) -> dict[str, bytes]:
    paths = ((code, path_of(job.root, page, code)) for code in job.locales)
    return {code: path.read_bytes() for code, path in paths if path.is_file()}


def _known(page: str, texts: Mapping[str, bytes], locales: Sequence[str], answers: Answers) -> Known:
    status = page_status(
        page,
        {code: text.decode("utf-8-sig", errors="replace") for code, text in texts.items()},
        locales=locales,
        source_text=answers.source_text,
        same_meaning=answers.same_meaning,
    )
    digests = {code: digest(text) for code, text in texts.items()}
    return Known(digests, answers.sources, tuple(answers.meanings), status)
