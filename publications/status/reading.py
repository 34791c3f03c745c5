"""The status of one page, read from its files."""

from __future__ import annotations

from publications.project import Project
from publications.status.at_hand import Answers, read_meanings
from publications.status.page_files import path_of
from publications.translation.comparison import page_status
from publications.translation.status import PageStatus


def read_page_status(project: Project, page: str) -> PageStatus:
    """Where the translations of a page stand."""
    answers = Answers(project.root, page, read_meanings(project.root))
    paths = ((code, path_of(project.root, page, code)) for code in project.codes)
    return page_status(
        page,
        {
            code: path.read_bytes().decode("utf-8-sig", errors="replace")
            for code, path in paths
            if path.is_file()
        },
        locales=project.codes,
        source_text=answers.source_text,
        same_meaning=answers.same_meaning,
    )
