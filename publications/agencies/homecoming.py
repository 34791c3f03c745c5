"""Homecoming: a page with what came back in it, merged with what somebody edited in the meantime.

Three texts meet: the translation as it was sent, as it is now, and as it came back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from publications.agencies.edits import Edits, Trouble
from publications.agencies.enclosed import Enclosed
from publications.agencies.page_texts import PageTexts
from publications.agencies.placing import placed
from publications.agencies.recording import Stand, recorded
from publications.agencies.returned import ReturnedSheet
from publications.agencies.unit import Progress
from publications.agencies.units import units_of
from publications.editing.merging import Conflict, merge
from publications.reading.encoding import as_lines, as_typed
from publications.translation.changes import Change


@dataclass(frozen=True, slots=True)
class Homecoming:
    """text: of the page from now on; `now` when nothing changes, None when there is nothing to make a file of.

    edits: how many blocks came back otherwise than they were sent; left: units that are still to be translated.
    unfollowed: changes of the source that were sent and of which the translation shows no trace; version: of the source
    that the page follows from now on, "" when that is not this one's to say.
    """

    text: str | None
    edits: int
    left: int
    conflicts: tuple[Conflict, ...] = ()
    unfollowed: tuple[Change, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    version: str = ""


def bring_home(sheet: ReturnedSheet, enclosed: Enclosed, now: str | None) -> Homecoming:
    """The page after all that came in. now: the file as it is, None when there is none."""
    texts = PageTexts(enclosed)
    units = units_of(texts)
    edits = Edits.of(units, sheet.units)
    returned, lost = placed(texts, units, edits.written)
    for unit in lost:
        edits.add_trouble(unit, "has no place in the translation any more: write it in by hand")
    count = len(edits.written) - len(lost)
    text, conflicts = _merged(enclosed.own, now, returned if count else None)
    troubles = tuple(edits.troubles)
    home = Homecoming(text, count, len(edits.unfinished), conflicts, troubles=troubles)
    is_whole = not edits.troubles and not edits.unfinished
    return _recorded(home, Stand(texts, returned, units, edits.confirmed, is_whole=is_whole))


def _merged(base: str, now: str | None, returned: str | None) -> tuple[str | None, tuple[Conflict, ...]]:
    """returned: None when nothing of it is an edit."""
    if now is None or returned is None:
        return (returned if now is None else now), ()
    if as_lines(now) == as_lines(base):
        return returned, ()
    merged = merge(base, now, returned)
    return as_typed(merged.text, now), merged.conflicts


def _recorded(home: Homecoming, stand: Stand) -> Homecoming:
    """With the version that the page follows, if it follows all of it, and its status."""
    is_touched = home.edits or any(unit.progress is not Progress.DONE for unit in stand.confirmed)
    if home.text is None or home.conflicts or not is_touched:
        return home
    found = recorded(home.text, stand)
    return replace(home, text=found.text, version=found.version, unfollowed=found.unfollowed)
