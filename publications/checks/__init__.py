"""Checks: everything that must be right before publishing, of all languages in one run.

A check of pages is a function from some pages' texts to faults, a check of the site one from the findings of all
pages. To add one, write it in the file of its noun and put it into `PAGE_CHECKS` or `SITE_CHECKS`; the order does
not matter, for faults are sorted by file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from publications.checks.addresses import address_faults
from publications.checks.charts import chart_faults
from publications.checks.cms import cms_faults
from publications.checks.config_lines import address_style_faults
from publications.checks.corpus import Corpus
from publications.checks.facts import data_faults, fact_faults
from publications.checks.folders import folder_faults
from publications.checks.gates import broken_gates
from publications.checks.glossary import glossary_faults
from publications.checks.headings import heading_faults
from publications.checks.identity import identity_faults
from publications.checks.infographics import infographic_faults, layout_faults
from publications.checks.kinds import kind_faults, need_faults
from publications.checks.language_of_text import language_faults
from publications.checks.letters import letter_faults
from publications.checks.look_alikes import look_alike_faults
from publications.checks.markdown import extension_faults, markdown_faults
from publications.checks.menus import menu_faults, redirect_faults
from publications.checks.messages import message_faults
from publications.checks.names import file_name_faults, large_picture_faults, name_faults
from publications.checks.newsletters import newsletter_date_faults, newsletter_faults
from publications.checks.originals import original_faults, orphan_faults
from publications.checks.parity import parity_faults
from publications.checks.pasted import pasted_faults
from publications.checks.rules import level_faults, rule_faults, weighed
from publications.checks.security import picture_faults, security_faults
from publications.checks.settings import setting_faults
from publications.checks.texts import text_faults
from publications.checks.typography import typography_faults
from publications.checks.versions import version_faults
from publications.faults import Fault
from publications.findings import SiteFindings

PageCheck = Callable[[Corpus], Iterator[Fault]]
SiteCheck = Callable[[SiteFindings], Iterator[Fault]]

PAGE_CHECKS: tuple[PageCheck, ...] = (
    text_faults,
    setting_faults,
    need_faults,
    original_faults,
    version_faults,
    heading_faults,
    markdown_faults,
    pasted_faults,
    letter_faults,
    name_faults,
    fact_faults,
    infographic_faults,
    newsletter_faults,
    chart_faults,
    security_faults,
    look_alike_faults,
    parity_faults,
    language_faults,
    glossary_faults,
    typography_faults,
    rule_faults,
)
"""Checks whose faults of a page depend on its own texts and on what they ask of the project around them."""

SITE_CHECKS: tuple[SiteCheck, ...] = (
    address_faults,
    orphan_faults,
    file_name_faults,
    large_picture_faults,
    folder_faults,
    data_faults,
    identity_faults,
    kind_faults,
    layout_faults,
    newsletter_date_faults,
    address_style_faults,
    menu_faults,
    redirect_faults,
    message_faults,
    picture_faults,
    level_faults,
    extension_faults,
    broken_gates,
    cms_faults,
)
"""Checks that look at all pages together, or at what is no page."""


def site_faults(site: SiteFindings) -> tuple[Fault, ...]:
    """All faults of a project, sorted by file and line; those of its pages were found with them."""
    of_pages = (fault for findings in site.pages.values() for fault in findings.faults)
    waived = {text.path: text.waived for text in site.texts}
    of_site = weighed(site.project, (fault for check in SITE_CHECKS for fault in check(site)), waived)
    return tuple(sorted({*of_pages, *of_site}))
