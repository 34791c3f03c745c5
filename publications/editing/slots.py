"""The slots of a page: the place of each block's text, found again in the lines that the block stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from itertools import pairwise

from publications.editing.slot import Slot, SlotKind, Stretch
from publications.editing.table_row import bars_in, with_escaped_bars
from publications.editing.whitespace import BLANKS
from publications.reading.block import Block, BlockKind
from publications.reading.front_values import FrontText
from publications.reading.frontmatter import Front
from publications.reading.passage import Lines
from publications.reading.reading import Reading

_OUTSIDE = re.compile(r"[\s>]*")
_PICTURES = (("![", "]", ""), ('alt="', '"', '"'), ("alt='", "'", "'"))


def slots_of(reading: Reading) -> tuple[Slot | None, ...]:
    """One for each of `reading.blocks`; None for a text that does not stand in the file as it is read.

    Such is a text within HTML that has tags in its middle: it can be edited in the file only.
    """
    return tuple(_Finder(reading).find())


@dataclass
class _Finder:
    """done: the place up to which each line was found already, since one line may have several pictures."""

    reading: Reading
    done: dict[int, int] = field(default_factory=dict)

    def find(self) -> Iterator[Slot | None]:
        self.lines = Lines(self.reading.text)
        front = iter([one for one in self.reading.front.texts if one.text])
        for block in self.reading.blocks:
            if block.kind is BlockKind.FRONT_MATTER:
                yield self._front(block, front)
            elif block.kind is BlockKind.ALT:
                yield self._alt(block)
            elif block.line in self._lines_of["html_block"]:
                yield self._html(block)
            elif block.kind is BlockKind.TABLE_ROW:
                yield self._row(block)
            elif block.line in self._lines_of["slash_block_open"]:
                yield self._option(block)
            else:
                yield self._placed(block, block.line + (block.line in self._lines_of["fence"]))

    @cached_property
    def _lines_of(self) -> dict[str, frozenset[int]]:
        """Lines of HTML, of the options of `///` blocks, and of code between fences."""
        found: dict[str, set[int]] = {"html_block": set(), "slash_block_open": set(), "fence": set()}
        for token in self.reading.tokens:
            if token.type in found and token.map:
                first, end = (self.reading.source.body_line + line for line in token.map)
                found[token.type].update(range(first + (token.type == "slash_block_open"), end))
        return {name: frozenset(lines) for name, lines in found.items()}

    def _front(self, block: Block, texts: Iterator[FrontText]) -> Slot | None:
        found = next(
            (one for one in texts if (one.key, one.line + 1) == (block.attribute("key"), block.line)), None
        )
        return self._value(block, found, self.lines.start(2)) if found else None

    def _option(self, block: Block) -> Slot | None:
        """A value of a `///` block, where it stands on the line of its key."""
        start, line = self._line(block.line)
        found = Front(line.strip()).texts
        if len(found) != 1 or found[0].text != block.typed[0] or block.line != block.end_line:
            return None
        return self._value(block, found[0], start + len(line) - len(line.lstrip()))

    def _value(self, block: Block, value: FrontText, first: int) -> Slot | None:
        """A value of YAML, unless it has a name (`&name`) by which another takes it. first: where its YAML begins."""
        start = first + value.start
        typed = self.reading.text[start : first + value.end].rstrip()
        if (value.style and not typed.startswith(value.style)) or typed.startswith(("&", "!")):
            return None
        return Slot(block, SlotKind.YAML, (Stretch(start, start + len(typed)),), value.style)

    def _placed(self, block: Block, number: int) -> Slot | None:
        stretches = []
        for at, words in enumerate(block.typed[0].split("\n"), start=number):
            start, line = self._line(at)
            typed = words if block.kind is BlockKind.CODE else words.strip(BLANKS)
            place = line.rfind(typed)
            if place < 0:
                return None
            stretches.append(Stretch(start + place, start + place + len(typed)))
        return Slot(block, SlotKind.LINES, tuple(stretches))

    def _html(self, block: Block) -> Slot | None:
        """A text from one tag to the next; the first of several that say the same is the one above."""
        stretches = []
        for at, words in enumerate(block.typed[0].split("\n"), start=block.line):
            start, line = self._line(at)
            text = re.compile(rf"(?:\A|>)[\s>]*({re.escape(escape(words.strip(), quote=False))})\s*(?=<|\Z)")
            found = text.search(line, self.done.get(at, 0))
            if not words.strip() or not found:
                return None
            self.done[at] = found.end()
            stretches.append(Stretch(start + found.start(1), start + found.end(1)))
        return Slot(block, SlotKind.HTML, tuple(stretches))

    def _alt(self, block: Block) -> Slot | None:
        start, line = self._line(block.line)
        first = self.done.get(block.line, 0)
        for before, after, quote in _PICTURES:
            typed = escape(block.typed[0]) if quote else block.typed[0]
            place = line.find(before + typed + after, first)
            if place >= 0:
                at = start + place + len(before)
                self.done[block.line] = place + 1
                kind = SlotKind.HTML if quote else SlotKind.LINES
                return Slot(block, kind, (Stretch(at, at + len(typed)),), quote)
        return None

    def _row(self, block: Block) -> Slot | None:
        start, line = self._line(block.line)
        cells = _cells(line)[: len(block.typed)]
        typed = [line[cell.start : cell.end].strip() for cell in cells]
        if typed != [with_escaped_bars(one) for one in block.typed[: len(cells)]] or any(
            block.typed[len(cells) :]
        ):
            return None
        stretches = tuple(Stretch(start + cell.start, start + cell.end) for cell in cells)
        return Slot(block, SlotKind.ROW, stretches) if stretches else None

    def _line(self, number: int) -> tuple[int, str]:
        start = self.lines.start(number)
        return start, self.reading.text[start : max(start, self.lines.start(number + 1) - 1)]


def _cells(line: str) -> Sequence[Stretch]:
    """What stands between the bars of a row, with the spaces around it."""
    bars = bars_in(line)
    outside = _OUTSIDE.match(line)
    first = outside.end() if outside else 0
    edges = [*([first - 1] if not bars or bars[0] != first else []), *bars]
    if bars and line[bars[-1] + 1 :].strip():
        edges.append(len(line))
    return [Stretch(left + 1, right) for left, right in pairwise(edges)]
