"""An edit: new text for some blocks of a file, whose every other byte stays as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import zip_longest

from publications.editing.slot import BLANKS, ONE_LINE, Slot, SlotKind, with_escaped_bars
from publications.editing.yaml_values import yaml_value
from publications.reading.block import BlockKind
from publications.reading.encoding import as_lines
from publications.reading.passage import Lines

_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]+\]:|:)(?=[ \t])")
_CELLS = re.compile(r"\\.|\{\{[^{}\n]*\}\}|(?P<bar>[ \t]*\|[ \t]*)", re.DOTALL)
_SPACES = re.compile(r"[ \t]*\n[ \t\n]*")
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
        return Edit(slot.start, slot.end, _row(typed, slot, cells_of(markdown)))
    if slot.block.kind in ONE_LINE:
        return Edit(slot.start, slot.end, on_one_line(markdown))
    before = continuation(text, slot)
    first, *others = markdown.split("\n")
    lines = (before + line if line.strip(BLANKS) else before.rstrip(BLANKS) for line in others)
    edit = Edit(slot.start, slot.end, "\n".join((first, *lines)))
    return _fenced(text, edit, markdown) if slot.block.kind is BlockKind.CODE else edit


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
    return before if number else _MARKER.sub(lambda marker: " " * len(marker[0]), before)


def on_one_line(text: str) -> str:
    """The text with each run of spaces and line ends as one space; a no-break space is a letter like any other."""
    return _SPACES.sub(" ", text).strip(BLANKS)


def cells_of(markdown: str) -> list[str]:
    """The cells of a row without its outer bars."""
    cells, done = [], 0
    for found in _CELLS.finditer(markdown):
        if found["bar"]:
            cells.append(markdown[done : found.start()])
            done = found.end()
    return [*cells, markdown[done:]]


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


def _row(row: str, slot: Slot, cells: list[str]) -> str:
    """The inside of a row; each cell as wide as it was, if its new text is no longer."""
    parts = []
    for stretch, cell in zip_longest(slot.stretches, cells[: len(slot.stretches)]):
        typed = row[stretch.start - slot.start : stretch.end - slot.start]
        parts.append(_padded(typed, with_escaped_bars(on_one_line(cell or ""))))
    return "|".join(parts)


def _padded(typed: str, words: str) -> str:
    """The words in the room that a cell had, on the side on which they stood."""
    before = typed.strip(BLANKS)
    if words == before:
        return typed
    left = len(typed) - len(typed.lstrip(BLANKS)) if before else 1
    right = len(typed) - len(typed.rstrip(BLANKS)) if before else 1
    if left > right:
        return f" {words}".rjust(len(typed) - right) + " " * right
    right = 1 if right or words.endswith("\\") else 0  # which would take the bar for a text
    return " " * left + words.ljust(len(typed) - left - 1) + " " * right


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
