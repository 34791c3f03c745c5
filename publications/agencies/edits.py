"""Edits: what of a page that came back is new, what is as it was sent, and what cannot be taken.

A block that came back as it was sent is no edit, so that a file which nobody touched changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from publications.agencies.codes import Shown, flat, in_lines, parts_in, plain
from publications.agencies.damage import Known, codes_by_number, damage_in
from publications.agencies.placing import Written
from publications.agencies.returned import ReturnedUnit
from publications.agencies.unit import Progress, Unit
from publications.editing.segment import Part, PartKind
from publications.editing.writing_segments import written_for
from publications.faults import in_short

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Trouble:
    """A segment that stays as it was. id: of the segment; line: of the source as it was sent."""

    id: str
    line: int
    message: str


@dataclass
class Edits:
    """written: new texts; confirmed: units that are edited, or that somebody stands for as they are; unfinished: all others."""

    troubles: list[Trouble] = field(default_factory=list)
    written: list[Written] = field(default_factory=list)
    confirmed: list[Unit] = field(default_factory=list)
    unfinished: list[Unit] = field(default_factory=list)

    @classmethod
    def of(cls, units: Sequence[Unit], returned: Sequence[ReturnedUnit]) -> Edits:
        """units: of the page as it was sent."""
        edits = cls()
        found: dict[str, ReturnedUnit] = {}
        known = {unit.id for unit in units}
        for one in returned:
            if one.id not in known:
                message = "is no segment of this page as it was sent: leave the file's segments as they are"
                edits.troubles.append(Trouble(one.id, 0, message))
            found.setdefault(one.id, one)
        for unit in units:
            if unit.id in found:
                edits._take(unit, found[unit.id])
            else:
                message = "is missing in the file: its text was left as it is. Ask for the whole file"
                edits.add_trouble(unit, message)
        return edits

    def add_trouble(self, unit: Unit, message: str) -> None:
        """message: what is wrong with it, and what to do."""
        words = in_short(plain(unit.block.words), _LONGEST)
        self.troubles.append(Trouble(unit.id, unit.line, f"“{words}”: {message}"))

    def _take(self, unit: Unit, returned: ReturnedUnit) -> None:
        if returned.source is not None and _letters(returned.source) != _letters(unit.source.line):
            message = "its source was changed in the file, so its translation was left out. Give the source back its text"
            self.add_trouble(unit, message)
            return
        known = _known(unit)
        parts = tuple(_as_known(parts_in(plain(returned.target)), known))
        line = flat(parts)
        if line in _as_sent(unit, returned):
            self._leave(unit, returned)
        elif damage := damage_in(parts, known):
            message = f"{damage}. Its text was left as it is; mend the file, and import it again"
            self.add_trouble(unit, message)
        else:
            self.written.append(Written(unit, _markdown(unit, line)))
            self.confirmed.append(unit)

    def _leave(self, unit: Unit, returned: ReturnedUnit) -> None:
        """A name is typed as its source has it; whether it is one is told by `_gaps` where nobody says so."""
        is_typed = bool(plain(returned.target))
        is_waiting = not is_typed or returned.is_confirmed is False
        if returned.is_confirmed and is_typed:
            self.confirmed.append(unit)
        elif unit.progress is Progress.CHANGED or (unit.progress is Progress.NEW and is_waiting):
            self.unfinished.append(unit)


def _as_sent(unit: Unit, returned: ReturnedUnit) -> Iterator[str]:
    """What says that nothing was translated; a copy of the source too, unless somebody stands for it."""
    yield ""
    yield (unit.own or unit.source).line
    if unit.progress is Progress.NEW and not returned.is_confirmed:
        yield unit.source.line


def _known(unit: Unit) -> Known:
    source = unit.source.body
    if unit.own is None or unit.progress is Progress.NEW:
        return Known(codes_by_number(source), frozenset(part.number for part in source if part.number))
    own = unit.own.body
    needed = {part.number for part in own} & {part.number for part in source} - {0}
    return Known(codes_by_number(source, own), frozenset(needed))


def _as_known(parts: Iterator[Part], known: Known) -> Iterator[Part]:
    """A tool that writes a single code as an opening one means the single one."""
    for part in parts:
        alone = (PartKind.ALONE, part.number)
        is_single = part.kind is PartKind.OPEN and (part.kind, part.number) not in known.codes
        yield replace(part, kind=PartKind.ALONE) if is_single and alone in known.codes else part


def _markdown(unit: Unit, line: str) -> str:
    """The Markdown of a block from its words, in the lines that its text had."""
    model: Shown = unit.own or unit.source
    codes = codes_by_number(unit.source.body, model.body)
    filled = [
        part if part.kind is PartKind.TEXT else codes[part.kind, part.number]
        for part in parts_in(in_lines(line, flat(model.body)))
    ]
    return written_for((*model.head, *filled, *model.tail), unit.own_slot or unit.slot)


def _letters(line: str) -> str:
    """A text without any space: tools indent what they save, also between two codes."""
    return "".join(line.split())
