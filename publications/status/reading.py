"""One page, read from its files and compared with what its translations were made from."""

from __future__ import annotations

from collections.abc import Mapping

from publications.project import Project
from publications.status.at_hand import Answers, read_meanings
from publications.status.page_files import path_of
from publications.translation.comparison import PageComparison, compare_page
from publications.translation.same_meaning import SameMeanings
from publications.translation.status import PageStatus


def read_page_status(project: Project, page: str) -> PageStatus:
    """Where the translations of a page stand."""
    paths = ((code, path_of(project.root, page, code)) for code in project.codes)
    texts = {code: path.read_bytes().decode(errors="replace") for code, path in paths if path.is_file()}
    return compared(project, page, texts).status


def compared(
    project: Project, page: str, texts: Mapping[str, str], meanings: SameMeanings | None = None
) -> PageComparison:
    """A page whose texts are at hand, by locale. meanings: the edits that changed none, when they are known already."""
    said = read_meanings(project.root) if meanings is None else meanings
    answers = Answers(project.root, page, said)
    return compare_page(
        page,
        texts,
        locales=project.codes,
        source_text=answers.source_text,
        same_meaning=answers.same_meaning,
    )
