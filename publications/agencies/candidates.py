"""Candidates: how a unit was translated before, from the memory that the desk's suggestions come from."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from publications.agencies.codes import Shown, shown
from publications.agencies.unit import Candidate, Progress, Unit
from publications.editing.reading_segments import segment_of_text
from publications.editing.segment import matched, words_of
from publications.translation.memory import Memory
from publications.translation.normal_form import normal_words

# The same words, and another address or fact in them: less than the same.
_MOST = 99.0


def candidates_for(unit: Unit, memory: Memory, file: str) -> tuple[Candidate, ...]:
    """What there is for a unit, the best first; none for one that is done. file: of its translation."""
    if unit.progress is Progress.DONE:
        return ()
    return *_earlier(unit, file), *_remembered(unit, memory)


def _earlier(unit: Unit, file: str) -> Iterator[Candidate]:
    """Its own translation, of what the source said before."""
    if unit.earlier and unit.own and unit.own_slot:
        before, now = (normal_words(words_of(text.body)) for text in (unit.earlier, unit.source))
        likeness = min(fuzz.ratio(before, now), _MOST)
        origin = f"{file}:{unit.own_slot.block.line}"
        yield Candidate(unit.earlier.body, unit.own.body, likeness, origin)


def _remembered(unit: Unit, memory: Memory) -> Iterator[Candidate]:
    for found in memory.suggest([unit.block]):
        before = found.remembered
        source, target = _beside(unit, before.source), _beside(unit, before.translation)
        is_known = unit.own is not None and target.line in (unit.own.line, unit.source.line)
        if target.line and not is_known:
            yield Candidate(source.body, target.body, found.likeness, f"{before.page}:{before.line}")


def _beside(unit: Unit, markdown: str) -> Shown:
    """A text of another place with the codes of this one."""
    return shown(matched(unit.source.body, segment_of_text(markdown, unit.block.kind)))
