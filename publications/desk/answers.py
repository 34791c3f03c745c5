"""Answers: what a browser is told of a page that was written, or was not."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from publications.desk.saving import Outcome, Saved
from publications.desk.session import Session, Step
from publications.desk.steps import behind
from publications.desk.views import Views


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
