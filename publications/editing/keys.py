"""Keys of front matter, with the lines that belong to each."""

from __future__ import annotations

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
