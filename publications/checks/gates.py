"""Gates: what mkdocs.yml asks of the translations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from publications.checks.config_lines import config_lines
from publications.checks.corpus import Corpus
from publications.faults import Fault
from publications.project import CONFIG
from publications.status.judgement import gate_faults


def broken_gates(corpus: Corpus) -> Iterator[Fault]:
    """Faults of the gates; what stands in mkdocs.yml is told with the line of its `gates`."""
    today = datetime.now().astimezone().date()
    for fault in gate_faults(corpus.project, today=today):
        if fault.path == CONFIG:
            yield replace(fault, line=config_lines(corpus.project).get("gates", 0))
        else:
            yield fault
