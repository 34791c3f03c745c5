"""Answers: what a browser is told of a page that was written, or was not, and of what is wrong in it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from publications.desk.block_checks import BlockTexts, block_faults
from publications.desk.opened import Opened
from publications.desk.saving import Outcome, Saved
from publications.desk.session import Session, Step
from publications.desk.steps import behind
from publications.desk.views import Views
from publications.language.typography.page import MECHANICAL
from publications.telling import for_browser


def written(session: Session, views: Views, saved: Saved) -> dict[str, Any]:
    """The outcome, with what the page shows from then on; a step that was taken can be taken back."""
    opened = saved.opened
    answer: dict[str, Any] = {"outcome": saved.outcome, "markdown": saved.markdown, "now": saved.now}
    if saved.outcome is Outcome.CONFLICT:
        return answer
    if saved.outcome is Outcome.SAVED:
        session.remember(Step(opened.page, opened.locale, saved.previous, opened.original))
        session.note_change()
    return answer | {
        "keys": saved.keys,
        "progress": views.progress(opened),
        "rows": views.rows(opened) if saved.has_other_blocks else None,
        "behind": [asdict(one) for one in behind(opened)],
    }


def faults_in(session: Session, opened: Opened, key: str, markdown: str) -> list[dict[str, Any]]:
    """What is wrong with a row's text as it is typed."""
    row = opened.row(key)
    if row is None or not markdown.strip():
        return []
    source = opened.source_slot(row.source or row.old)
    texts = BlockTexts(
        page=opened.page,
        block=row.block,
        locale=opened.locale,
        markdown=markdown,
        source_locale=opened.source_locale if source else "",
        source=source.markdown if source else "",
        waived=opened.record.ignored_checks if opened.record else (),
    )
    return [
        {**for_browser(fault), "can_be_mended": fault.rule in MECHANICAL}
        for fault in block_faults(session.around, texts)
    ]
