"""What a reader is told of a translation's state: how it was made, and whether its source has changed since."""

from __future__ import annotations

from dataclasses import dataclass

from publications.status.statuses import Statuses
from publications.translation.change_kind import ChangeKind
from publications.translation.status import State, TranslationStatus


@dataclass(frozen=True, slots=True)
class TranslationView:
    """A translation that is shown.

    changed, blocks: how many parts of the source have changed since, of how many.
    is_outdated: readers may be told something that is no longer so; is_waiting: its source may be.
    """

    source_locale: str
    state: State
    changed: int
    blocks: int
    is_outdated: bool
    is_waiting: bool


def translation_view(statuses: Statuses, page: str, locale: str) -> TranslationView | None:
    """The state of a page's text in a locale; None for an original, and for what nothing is known of."""
    own = statuses.of(page, locale)
    if own is None or not own.source:
        return None
    return TranslationView(
        source_locale=own.source,
        state=own.state,
        changed=min(own.blocks_to_do, own.blocks),
        blocks=own.blocks,
        is_outdated=_is_outdated(own),
        is_waiting=own.state is State.WAITING,
    )


def _is_outdated(own: TranslationStatus) -> bool:
    """A mended misspelling or a moved link changes nothing for readers; another number does."""
    if own.state is State.TOUCH_UP:
        return any(change.kind is ChangeKind.NUMBER for change in own.changes)
    return own.state is State.OUTDATED
