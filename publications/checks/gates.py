"""Gates: what mkdocs.yml asks of the translations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from publications.checks.config_lines import config_lines
from publications.faults import Fault
from publications.findings import SiteFindings
from publications.project import CONFIG
from publications.status.judgement import gate_faults


def broken_gates(site: SiteFindings) -> Iterator[Fault]:
    """Faults of the gates; what stands in mkdocs.yml is told with the line of its `gates`."""
    today = datetime.now().astimezone().date()
    for fault in gate_faults(site.project, site.statuses, today=today):
        if fault.path == CONFIG:
            yield replace(fault, line=config_lines(site.project).get("gates", 0))
        else:
            yield fault
