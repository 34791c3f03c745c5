"""An edit: new text for some blocks of a file, whose every other byte stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from publications.editing.front_matter import yaml_value
from publications.editing.slot import ONE_LINE, Slot, SlotKind
from publications.editing.table_row import cells_of, row_of
from publications.editing.whitespace import BLANKS, on_one_line
from publications.reading.block import BlockKind
from publications.reading.encoding import as_lines
from publications.reading.passage import Lines

_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]+\]:|:)(?=[ \t])")
_LINE_END = re.compile(r"\r\n|\r|\n")
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})[^\n]*\n[^\n`~]*\Z")
_FENCE_WITHIN = r"(?m)^ {{0,3}}({}+)[ \t]*$"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Characters to take out, from `start` up to `end` of the text with line ends as on Unix, and what to put there."""

    start: int
    end: int
    text: str


def edit_of(text: str, slot: Slot, markdown: str) -> Edit:
    """The edit that gives a block another text. text: the file's, as `as_lines` gives it; markdown: as it is typed.

    Of a text that is no Markdown, `markdown` is that text. Its own text again changes nothing.
    """
    typed = text[slot.start : slot.end]
    if markdown == slot.markdown:
        return Edit(slot.start, slot.end, typed)
    if slot.kind is SlotKind.YAML:
        above = text[: slot.start] if slot.block.kind is BlockKind.FRONT_MATTER else ""
        return Edit(slot.start, slot.end, yaml_value(on_one_line(markdown), typed, slot.style, above))
    if slot.kind is SlotKind.HTML:
        return Edit(slot.start, slot.end, escape(on_one_line(markdown), quote=bool(slot.style)))
    if slot.kind is SlotKind.ROW:
        return Edit(slot.start, slot.end, row_of(typed, cells_of(markdown)))
    if slot.block.kind in ONE_LINE:
        return Edit(slot.start, slot.end, on_one_line(markdown))
    before = continuation(text, slot)
    first, *others = markdown.split("\n")
    lines = (before + line if line.strip(BLANKS) else before.rstrip(BLANKS) for line in others)
    edit = Edit(slot.start, slot.end, "\n".join((first, *lines)))
    return _fenced(text, edit, markdown) if slot.block.kind is BlockKind.CODE else edit


def least_edit(start: int, old: str, new: str) -> Edit:
    """The edit that makes a text another one, without what both begin and end with. start: where it stands in its file."""
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    return Edit(start + head, start + len(old) - tail, new[head : len(new) - tail])


def edited(original: str, edits: Iterable[Edit]) -> str:
    """The file's text after some edits that do not overlap. original: with its own line ends and byte order mark."""
    places = _Places(original)
    parts, done = [], 0
    for edit in sorted(edits):
        start, end = places.of(edit.start), places.of(edit.end)
        is_same = as_lines(original[start:end]) == edit.text
        parts += [original[done:start]]
        parts += [original[start:end] if is_same else edit.text.replace("\n", places.line_end(start))]
        done = end
    return "".join((*parts, original[done:]))


def continuation(text: str, slot: Slot) -> str:
    """What a further line of a block begins with: its second line's start, else blanks as wide as its marker."""
    number = 1 if len(slot.stretches) > 1 and slot.kind is SlotKind.LINES else 0
    at = slot.stretches[number].start
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return before if number else margin_below(before)


def margin_below(before: str) -> str:
    """What stands before a text on the lines below its first. before: what stands there on that one."""
    return _MARKER.sub(lambda marker: " " * len(marker[0]), before)


def _alike(first: str, second: str) -> int:
    """How many letters two texts have in common at their beginning."""
    pairs = zip(first, second, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second)))


def _fenced(text: str, edit: Edit, code: str) -> Edit:
    """The edit of a code whose new text has a line that would end it: its fences are made longer."""
    above = text.rfind("\n", 0, max(text.rfind("\n", 0, edit.start), 0))
    opening = _FENCE.search(text, above + 1, edit.start)
    within = re.findall(_FENCE_WITHIN.format(opening["fence"][0]), code) if opening else []
    longest = max(map(len, within), default=0)
    if not opening or longest < len(opening["fence"]):
        return edit
    fence = opening["fence"][0] * (longest + 1)
    closing = text.find(opening["fence"], edit.end)
    end = closing + len(opening["fence"]) if closing >= 0 else edit.end
    between = text[edit.end : closing] if closing >= 0 else "\n"
    return Edit(
        opening.start("fence"),
        end,
        fence + text[opening.end("fence") : edit.start] + edit.text + between + fence,
    )


class _Places:
    """Places of a text with line ends as on Unix, in the text as it was typed."""

    def __init__(self, original: str) -> None:
        self._original = original
        self._first = int(original.startswith("\ufeff"))
        text = original[self._first :]
        self._lines = Lines(text.replace("\r\n", "\n").replace("\r", "\n"))
        self._twice = [0]
        for end in _LINE_END.finditer(text):
            self._twice.append(self._twice[-1] + (end[0] == "\r\n"))

    def of(self, place: int) -> int:
        return self._first + place + self._twice[self._lines.number(place) - 1]

    def line_end(self, place: int) -> str:
        """How the line of a place in the file ends; the last one as the first does."""
        found = _LINE_END.search(self._original, place) or _LINE_END.search(self._original)
        return found[0] if found else "\n"
