"""Segments as Markdown: words escaped wherever they would be read as something else, codes as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from publications.editing.edit import on_one_line
from publications.editing.escaping import WAYS, Way, with_escaped_starts
from publications.editing.segment import CodeName, Part, PartKind, Segment, numbered, parts_of
from publications.editing.slot import BETWEEN_CELLS, BLANKS, LITERAL, ONE_LINE, Slot, with_escaped_bars
from publications.reading.attributes import LIST
from publications.reading.block import BlockKind
from publications.reading.dialect import read_tokens

PARAGRAPHS = "\n\n"
"""Parts two blocks within one segment: who presses Enter in one makes it two."""

# Commands of other generators: what begins so is no text to `blocks`.
_COMMANDS = ("[TOC]", "--8<--", "-8<-")
# Words that become a code when they are read again, and are the same to a reader.
_MADE_OF_WORDS = frozenset({CodeName.FACT, CodeName.ADDRESS})
_BLANKS = re.compile(rf"[{BLANKS}]+")
_LINE_ENDS = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
# Such a line says what is meant by whatever stands above it.
_DEFINITION = re.compile(r"(?m)^[:~][ \t]")
_PARAGRAPH = ("paragraph_open", "inline", "paragraph_close")
_HEADING = ("heading_open", "inline", "heading_close")


def written_for(parts: Sequence[Part], slot: Slot) -> str:
    """The text that is read as these parts in a slot: Markdown, or what readers are shown where there is no Markdown."""
    if slot.is_literal:
        return on_one_line("".join(part.typed or part.words for part in parts))
    is_underlined = slot.block.kind is BlockKind.HEADING and slot.block.line < slot.block.end_line
    return written_segment(parts, slot.block.kind, begins_line=is_underlined)


def written_segment(parts: Sequence[Part], kind: BlockKind, *, begins_line: bool = False) -> str:
    """The Markdown that is read as these parts. Words that come with no `typed` are escaped where they need it.

    begins_line: nothing stands before a heading, which has a line below it instead.
    """
    if kind is BlockKind.CODE:
        return "".join(part.typed or part.words for part in parts).rstrip("\n")
    if kind in LITERAL:
        return on_one_line("".join(part.typed or part.words for part in parts))
    if kind is BlockKind.TABLE_ROW:
        return BETWEEN_CELLS.join(_written(cell, kind) for cell in _cells(parts))
    return _written(parts, kind, begins_line=begins_line)


def blocks_in(segment: Sequence[Part]) -> tuple[Segment, ...]:
    """The blocks that a segment was made into with empty lines, at least one; a code is never parted from its words."""
    found: list[list[Part]] = [[]]
    for part in segment:
        if part.kind is not PartKind.TEXT:
            found[-1].append(part)
            continue
        first, *others = re.split(r"\n\s*\n", part.words)
        found[-1].append(Part(PartKind.TEXT, "", first) if others else part)
        found += [[Part(PartKind.TEXT, "", words)] for words in others]
    kept = [numbered(_trimmed(parts)) for parts in found]
    return tuple(parts for parts in kept if parts) or ((),)


def _trimmed(parts: Sequence[Part]) -> Iterator[Part]:
    """Without the spaces and line ends at both ends."""
    last = len(parts) - 1
    for place, part in enumerate(parts):
        words = part.words
        if part.kind is PartKind.TEXT:
            words = words.lstrip(BLANKS) if place == 0 else words
            words = words.rstrip(BLANKS) if place == last else words
        if words == part.words:
            yield part
        elif words:
            yield Part(PartKind.TEXT, "", words)


def _cells(parts: Iterable[Part]) -> Sequence[Sequence[Part]]:
    cells: list[list[Part]] = [[]]
    for part in parts:
        if part.name is CodeName.CELL:
            cells.append([])
        else:
            cells[-1].append(part)
    return cells


def _written(parts: Sequence[Part], kind: BlockKind, *, begins_line: bool = False) -> str:
    """The text in the plainest way that is read as these parts."""
    tidy = tuple(_tidied(parts, is_one_line=kind in ONE_LINE))
    text = ""
    for way in WAYS:
        for with_starts in (begins_line, True):
            text = "".join(_pieces(tidy, way, with_starts=with_starts, is_cell=kind is BlockKind.TABLE_ROW))
            if _says(text, tidy, kind):
                return text
    return text


def _tidied(parts: Sequence[Part], *, is_one_line: bool) -> Iterator[Part]:
    """Without spaces at the ends of lines and of the whole, which Markdown would read as marks, or not at all."""
    last = len(parts) - 1
    for place, part in enumerate(parts):
        if part.kind is not PartKind.TEXT and not (is_one_line and part.name is CodeName.BREAK):
            yield part
            continue
        words = " " if part.name is CodeName.BREAK else part.words
        words = _LINE_ENDS.sub(" " if is_one_line else "\n", words)
        words = words.lstrip() if place == 0 else words
        is_last = place == last or parts[place + 1].name is CodeName.ATTRIBUTES
        words = words.rstrip() if is_last else words
        if words == part.words:
            yield part
        elif words:
            yield Part(PartKind.TEXT, "", words)


def _pieces(parts: Iterable[Part], way: Way, *, with_starts: bool, is_cell: bool) -> Iterator[str]:
    is_start = True
    for part in parts:
        piece = part.typed or way(part.words)
        if not part.typed and with_starts:
            piece = with_escaped_starts(piece, begins_line=is_start)
        if not part.typed and is_cell:
            piece = with_escaped_bars(piece)
        yield piece
        is_start = piece.endswith("\n") if piece else is_start


def _says(markdown: str, parts: Sequence[Part], kind: BlockKind) -> bool:
    """Whether the Markdown is read as these parts where it will stand, but for spaces at the ends of lines."""
    if len(LIST.findall(markdown)) != sum(len(LIST.findall(part.typed)) for part in parts):
        return False
    if markdown.startswith(_COMMANDS) or not _stands(markdown, kind):
        return False
    has_tail = any(part.name is CodeName.ATTRIBUTES for part in parts[-1:])
    read = parts_of(markdown, may_end_in_list=has_tail and kind in ONE_LINE)
    return _meaning(read) == _meaning(parts)


def _stands(markdown: str, kind: BlockKind) -> bool:
    """Whether it is one text of its kind, whole."""
    if kind in (BlockKind.TITLE, BlockKind.TABLE_ROW):
        return True
    if kind is BlockKind.HEADING:
        tokens = read_tokens(f"# {markdown}")
        return tuple(token.type for token in tokens) == _HEADING and tokens[1].content == markdown.strip()
    if kind is BlockKind.ALT:
        tokens = read_tokens(f"![{markdown}](x)")
        pictures = [(one.type, one.content) for token in tokens for one in token.children or ()]
        return pictures == [("image", markdown)]
    if _DEFINITION.search(markdown):
        return False
    tokens = read_tokens(markdown)
    is_one = tuple(token.type for token in tokens) == _PARAGRAPH
    return is_one and tokens[1].content.split() == markdown.split()


def _meaning(parts: Iterable[Part]) -> list[str]:
    """Words and codes in order, spaces drawn together."""
    told: list[str] = [""]
    for part in parts:
        if part.kind is PartKind.TEXT or part.name in _MADE_OF_WORDS:
            told[-1] += part.words if part.kind is PartKind.TEXT else part.typed
        else:
            told += [f"{part.kind} {part.typed.strip()}", ""]
    return [_BLANKS.sub(" ", one).strip(BLANKS) for one in told]
