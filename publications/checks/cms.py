"""The CMS: docs/admin is what the project makes it, where a site has one."""

from __future__ import annotations

from collections.abc import Iterator

from publications.cms.config import COMMAND
from publications.cms.desk import drifts, has_cms, lacks_script, script_folder
from publications.faults import Fault, Level, PublicationError
from publications.findings import SiteFindings

RULE = "cms"


def cms_faults(site: SiteFindings) -> Iterator[Fault]:
    """Files of docs/admin that are older than what they were made of."""
    if not has_cms(site.project):
        return
    try:
        stale = [drift.path for drift in drifts(site.project)]
    except PublicationError as error:
        yield from (
            Fault(fault.path, fault.line, fault.message, Level.WARNING, RULE) for fault in error.faults
        )
        return
    for path in stale:
        message = f"the editor in the browser does not know the project as it is now. Run: {COMMAND}"
        yield Fault(path, 0, message, Level.WARNING, RULE)
    if lacks_script(site.project):
        message = f"the editor in the browser is not there. It is fetched by: {COMMAND}"
        yield Fault(script_folder(), 0, message, Level.WARNING, RULE)
