"""Keys of front matter, with the lines that belong to each."""

from __future__ import annotations

from publications.editing.brought import Brought, lines_of
from publications.reading.block import Block
from publications.reading.reading import Reading


def key_of(block: Block) -> str:
    """The key whose value a block of front matter is: "title", or "image.alt"."""
    return block.attribute("key")


def lines_of_key(reading: Reading, key: str) -> tuple[int, int] | None:
    """The first and the last line of the file that a key of the first level has; None when it is not there."""
    top = [(entry.key, entry.line + 1) for entry in reading.entries if "." not in entry.key]
    ends = [*(line - 1 for _, line in top[1:]), reading.source.body_line - 2]
    return next(((line, end) for (name, line), end in zip(top, ends, strict=True) if name == key), None)


def brought_key(source: Reading, block: Block, before: Block | None, own: Reading) -> Brought:
    """The key of a block with its value, below the one that it follows in the source."""
    top, _, child = key_of(block).partition(".")
    parent = lines_of_key(own, top) if child else None
    first, last = (not parent and lines_of_key(source, top)) or (block.line, block.end_line)
    lines, offset = lines_of(source, first, last), block.line - first
    if own.source.body_line == 1:
        return Brought(0, ("---", *lines, "---", ""), 1 + offset)
    is_key = before is not None and before.kind is block.kind
    above = lines_of_key(own, key_of(before).partition(".")[0]) if before and is_key else None
    if parent and (not above or above[0] != parent[0]):
        above = parent[0], parent[0]
    return Brought(above[1] if above else 1, lines, offset)
