"""The real pages that the tests edit, and texts that somebody may type into them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st

from publications.editing.reading_segments import segment_of
from publications.editing.segment import CodeName, Part, PartKind, Segment
from publications.editing.slot import Slot, SlotKind
from publications.editing.slots import slots_of
from publications.reading.block import Block, BlockKind
from publications.reading.reading import Reading

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path
    for folder in ("docs", "examples", "docs-guide", "tests/cases")
    for path in (ROOT / folder).rglob("*.md")
)
SIGNS = (
    *(
        "*",
        "_",
        "**",
        "[",
        "]",
        "](b.md)",
        "|",
        "{{",
        "}}",
        "#",
        " #",
        "1. ",
        "12) ",
        "- ",
        "+ ",
        "> ",
        "\\",
        "\\\\",
    ),
    *(
        "\u00a0",
        '"',
        "'",
        "''",
        ": ",
        ":",
        ":   ",
        "!!! note",
        "/// x",
        "///",
        "&amp;",
        "&",
        "<b>",
        "</b>",
        "<",
        "->",
    ),
    *(
        "<!-- c -->",
        "`",
        "```",
        "~~",
        "~",
        "{",
        "}",
        "[^1]",
        "[^1]: ",
        "*[A]: b",
        "[x]: y",
        "http://a.se/x",
        "a_b@c.se",
    ),
    *(
        "www.a.se",
        "---",
        "---\n",
        "===",
        "=",
        "%",
        "\n",
        "\n    ",
        "  \n",
        "  ",
        "\t",
        "\u2028",
        "\u0085",
        "\u200b",
    ),
    *(
        "true",
        "null",
        "no",
        "2021-05",
        "10 000",
        "[TOC]",
        "--8<--",
        "$",
        "(",
        ")",
        "@",
        "!",
        "\\n",
        "'s",
        "\u200f",
    ),
)
TYPED = st.lists(
    st.sampled_from(("ord", "Anna", "é", "مرحبا", "שלום", "\U0001f600", " ", *SIGNS)), min_size=1, max_size=8
).map("".join)
_BLANKS = re.compile(r"[ \t\r\n]+")


def examples(number: int) -> settings:
    """The same examples every time."""
    return settings(max_examples=number, deadline=None, derandomize=True, database=None)


@cache
def original(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


@cache
def reading_of(path: Path) -> Reading:
    return Reading.of(original(path))


@cache
def places(path: Path) -> tuple[tuple[int, Slot], ...]:
    """The blocks that can be edited, by their number on the page."""
    return tuple((at, slot) for at, slot in enumerate(slots_of(reading_of(path))) if slot)


@cache
def places_by_kind() -> dict[tuple[object, ...], list[tuple[Path, int, Slot]]]:
    """All places of all pages: kind of block, kind of slot and quoting → where there are such."""
    found: dict[tuple[object, ...], list[tuple[Path, int, Slot]]] = {}
    for path in PAGES:
        for at, slot in places(path):
            found.setdefault((slot.block.kind, slot.kind, slot.style, slot.block.path), []).append(
                (path, at, slot)
            )
    return found


def told(block: Block) -> tuple[object, ...]:
    """What a block is, wherever it stands."""
    return (
        block.kind,
        block.text,
        block.words,
        block.path,
        block.level,
        block.links,
        block.attributes,
        block.typed,
    )


def meaning(parts: Segment | list[Part]) -> list[str]:
    """What a reader gets of a segment: words, between codes as they were typed; runs of spaces are one."""
    found = [""]
    for part in parts:
        if part.kind is PartKind.TEXT:
            found[-1] += part.words
        elif part.name in (CodeName.FACT, CodeName.ADDRESS):
            found[-1] += part.typed
        else:
            found += [f"{part.name} {part.typed.strip()}" if part.name is not CodeName.CELL else "cell", ""]
    return [_BLANKS.sub(" ", one).strip() for one in found]


def typed_over(slot: Slot, words: str) -> list[Part]:
    """The segment of a slot with other words; a row has them in its first cell, and attributes of the block stay."""
    text = Part(PartKind.TEXT, "", words)
    old = segment_of(slot)
    if slot.kind is SlotKind.ROW:
        cell = next((at for at, part in enumerate(old) if part.name is CodeName.CELL), len(old))
        kept = [part for part in old[:cell] if part.name is CodeName.ATTRIBUTES]
        return [text, *kept, *old[cell:]]
    tail = [part for part in old[-1:] if part.name is CodeName.ATTRIBUTES]
    return [text, *tail] if slot.block.kind is not BlockKind.CODE else [text]
