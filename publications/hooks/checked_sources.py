"""Before anything is built, every fault of every language is told, with its line and what to do.

MkDocs itself would stop at the first.
"""

from __future__ import annotations

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from publications.faults import Level
from publications.site import built

log = logging.getLogger("mkdocs.publications")  # below "mkdocs", so that --strict counts the warnings


def on_pre_build(config: MkDocsConfig) -> None:
    if not built.is_first_locale(config):
        return
    site = built.site_of(config)
    faults = site.faults
    for fault in faults:
        log.log(logging.getLevelName(fault.level.upper()), "%s", fault)
    errors = sum(fault.level is Level.ERROR and fault.path not in site.findings.withheld for fault in faults)
    if errors:
        raise PluginError(f"The build cannot go on: mend the {errors} error(s) above, then build again.")
