"""Homecoming: a page with what came back in it, merged with what somebody edited in the meantime.

Three texts meet: the translation as it was sent, as it is now, and as it came back. A block that came back as it was sent
is no edit, so that a file which nobody touched changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from publications.agencies.codes import Shown, flat, in_lines, parts_in, plain
from publications.agencies.damage import Known, codes_by_number, damage_in
from publications.agencies.enclosed import Enclosed
from publications.agencies.page_texts import PageTexts
from publications.agencies.placing import Written, placed
from publications.agencies.recording import Stand, recorded
from publications.agencies.returned import ReturnedSheet, ReturnedUnit
from publications.agencies.unit import Progress, Unit
from publications.agencies.units import units_of
from publications.editing.merging import Conflict, merge
from publications.editing.segment import Part, PartKind
from publications.editing.writing_segments import written_for
from publications.reading.encoding import as_lines
from publications.translation.changes import Change

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Trouble:
    """A segment that stays as it was. id: of the segment; line: of the source as it was sent."""

    id: str
    line: int
    message: str


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
    home = _Home(sheet, PageTexts(enclosed), now)
    home.sort()
    return home.merged()


@dataclass
class _Home:
    sheet: ReturnedSheet
    texts: PageTexts
    now: str | None
    troubles: list[Trouble] = field(default_factory=list)
    written: list[Written] = field(default_factory=list)
    confirmed: list[Unit] = field(default_factory=list)
    unfinished: list[Unit] = field(default_factory=list)

    @cached_property
    def units(self) -> Sequence[Unit]:
        return units_of(self.texts)

    def sort(self) -> None:
        """Tell the edits from what came back as it was, and from what cannot be taken."""
        returned: dict[str, ReturnedUnit] = {}
        known = {unit.id for unit in self.units}
        for one in self.sheet.units:
            if one.id not in known:
                message = "is no segment of this page as it was sent: leave the file's segments as they are"
                self.troubles.append(Trouble(one.id, 0, message))
            returned.setdefault(one.id, one)
        for unit in self.units:
            if unit.id in returned:
                self._take(unit, returned[unit.id])
            else:
                message = "is missing in the file: its text was left as it is. Ask for the whole file"
                self._trouble(unit, message)

    def merged(self) -> Homecoming:
        """What the file says from now on."""
        base = self.texts.enclosed.own
        returned, lost = placed(self.texts, self.units, self.written)
        for unit in lost:
            self._trouble(unit, "has no place in the translation any more: write it in by hand")
        edits = len(self.written) - len(lost)
        conflicts: tuple[Conflict, ...] = ()
        if self.now is None:
            text = returned if edits else None
        elif as_lines(self.now) == as_lines(base):
            text = returned if edits else self.now
        elif not edits:
            text = self.now
        else:
            merged = merge(base, self.now, returned)
            text, conflicts = _as_typed(merged.text, self.now), merged.conflicts
        home = Homecoming(text, edits, len(self.unfinished), conflicts, (), tuple(self.troubles))
        return self._recorded(home, returned)

    def _take(self, unit: Unit, returned: ReturnedUnit) -> None:
        if returned.source is not None and _letters(returned.source) != _letters(unit.source.line):
            message = "its source was changed in the file, so its translation was left out. Give the source back its text"
            self._trouble(unit, message)
            return
        parts = tuple(_as_known(parts_in(plain(returned.target)), self._known(unit)))
        line = flat(parts)
        if line in ("", (unit.own or unit.source).line):
            self._unedited(unit, returned)
        elif damage := damage_in(parts, self._known(unit)):
            self._trouble(unit, f"{damage}. Its text was left as it is; mend the file, and import it again")
        else:
            self.written.append(Written(unit, _markdown(unit, line)))
            self.confirmed.append(unit)

    def _unedited(self, unit: Unit, returned: ReturnedUnit) -> None:
        """A name is typed as its source has it; whether it is one is told by `_gaps` where nobody says so."""
        is_typed = bool(plain(returned.target))
        if returned.is_confirmed and is_typed:
            self.confirmed.append(unit)
        elif unit.progress is Progress.CHANGED or (unit.progress is Progress.NEW and not is_typed):
            self.unfinished.append(unit)

    def _known(self, unit: Unit) -> Known:
        source = unit.source.body
        if unit.own is None or unit.progress is Progress.NEW:
            return Known(codes_by_number(source), frozenset(part.number for part in source if part.number))
        own = unit.own.body
        needed = {part.number for part in own} & {part.number for part in source} - {0}
        return Known(codes_by_number(source, own), frozenset(needed))

    def _trouble(self, unit: Unit, message: str) -> None:
        words = plain(unit.block.words)
        short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        self.troubles.append(Trouble(unit.id, unit.line, f"“{short}”: {message}"))

    def _recorded(self, home: Homecoming, returned: str) -> Homecoming:
        """With the version that the page follows, if it follows all of it, and its status."""
        is_touched = home.edits or any(unit.progress is not Progress.DONE for unit in self.confirmed)
        if home.text is None or home.conflicts or not is_touched:
            return home
        is_whole = not self.troubles and not self.unfinished
        stand = Stand(self.texts, returned, self.units, self.confirmed, is_whole=is_whole)
        found = recorded(home.text, stand)
        text = _as_typed(found.text, home.text) if found.version else home.text
        return replace(home, text=text, version=found.version, unfollowed=found.unfollowed)


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


def _as_typed(text: str, model: str) -> str:
    """A text with the line ends and the byte order mark of another."""
    lines = as_lines(text)
    if "\r\n" in model:
        lines = lines.replace("\n", "\r\n")
    return "\ufeff" + lines if model.startswith("\ufeff") else lines
