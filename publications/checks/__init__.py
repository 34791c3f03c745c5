"""Checks: everything that must be right before publishing, of all languages in one run.

A check is a function from the corpus to faults. To add one, write it in the file of its noun and put it
into `CHECKS`; the order does not matter, for faults are sorted by file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from publications.checks.addresses import address_faults
from publications.checks.charts import chart_faults
from publications.checks.corpus import Corpus, read_corpus
from publications.checks.each_page import each_page_faults
from publications.checks.facts import fact_faults
from publications.checks.folders import folder_faults
from publications.checks.gates import broken_gates
from publications.checks.headings import heading_faults
from publications.checks.infographics import infographic_faults
from publications.checks.letters import letter_faults
from publications.checks.menus import menu_faults
from publications.checks.messages import message_faults
from publications.checks.names import name_faults
from publications.checks.originals import original_faults
from publications.checks.rules import weighed
from publications.checks.settings import setting_faults
from publications.checks.texts import text_faults
from publications.checks.versions import version_faults
from publications.faults import Fault, PublicationError
from publications.project import Project, load_project

__all__ = ["CHECKS", "Check", "Corpus", "check_project", "check_root"]

Check = Callable[[Corpus], Iterator[Fault]]

CHECKS: tuple[Check, ...] = (
    text_faults,
    setting_faults,
    original_faults,
    version_faults,
    heading_faults,
    address_faults,
    letter_faults,
    name_faults,
    folder_faults,
    fact_faults,
    infographic_faults,
    chart_faults,
    menu_faults,
    message_faults,
    each_page_faults,
    broken_gates,
)


def check_project(project: Project, checks: Sequence[Check] = CHECKS) -> tuple[Fault, ...]:
    """All faults of a project, sorted by file and line; whatever its files hold, none is an exception."""
    corpus = read_corpus(project)
    return tuple(sorted(set(weighed(corpus, (fault for check in checks for fault in check(corpus))))))


def check_root(root: Path, checks: Sequence[Check] = CHECKS) -> tuple[Fault, ...]:
    """The same, given the folder of mkdocs.yml; when that cannot be read, its faults are all there is to say."""
    try:
        project = load_project(root)
    except PublicationError as error:
        return tuple(replace(fault, rule=fault.rule or "configuration") for fault in error.faults)
    return check_project(project, checks)
