"""The checks of one block while it is typed: those that `pubs check` makes of its page, asked of the block alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from publications.checks import PAGE_CHECKS
from publications.checks.corpus import Corpus
from publications.checks.rules import LEVELS, weighed
from publications.faults import Fault
from publications.reading.block import Block, BlockKind
from publications.reading.front_edit import quoted
from publications.reading.reading import Reading
from publications.reading.source_page import SourcePage
from publications.surroundings import Inquiry, Surroundings
from publications.translation.version import version_of

# Of a page, and not of any block in it.
_OF_PAGES = frozenset({"headings", "tables"})
SHOWN_RULES = (frozenset(LEVELS) - _OF_PAGES) | {
    "fact",
    "look-alike",
    "markdown",
    "pasted",
    "undefined-reference",
}
"""The checks that are made of a block."""


@dataclass(frozen=True, slots=True)
class BlockTexts:
    """A block to be checked. source: the block that it translates, as typed, "" for an original's; waived: checks."""

    page: str
    block: Block
    locale: str
    markdown: str
    source_locale: str = ""
    source: str = ""
    waived: tuple[str, ...] = ()


def block_faults(around: Surroundings, texts: BlockTexts) -> tuple[Fault, ...]:
    """What is wrong with a block; lines count from 1 within it. It costs what the block is long, however long the page is."""
    front = _front(texts)
    source = _page(
        texts, texts.source_locale, ("---", *front(texts.source), "---", *_body(texts, texts.source))
    )
    record = (
        "translation:",
        f"  source: {texts.source_locale}",
        f"  version: {version_of(source.reading.text)}",
        "  status: translated",
    )
    head = ("---", *front(texts.markdown), *(record if texts.source_locale else ()), "---")
    own = _page(texts, texts.locale, (*head, *_body(texts, texts.markdown)))
    corpus = Corpus(Inquiry(around, texts.page), (source, own) if texts.source_locale else (own,))
    found = {fault for check in PAGE_CHECKS for fault in check(corpus)}
    kept = weighed(around.project, found, {own.path: texts.waived})
    first = 2 if texts.block.kind is BlockKind.FRONT_MATTER else own.body_line + 1
    return tuple(_within(sorted(kept), own.path, first, first + texts.markdown.count("\n")))


def _front(texts: BlockTexts) -> Callable[[str], tuple[str, ...]]:
    key = texts.block.attribute("key") if texts.block.kind is BlockKind.FRONT_MATTER else ""

    def lines(markdown: str) -> tuple[str, ...]:
        title = (f"title: {quoted('·')}",)
        if not key or "." in key:
            return title
        return (f"{key}: {quoted(markdown)}", *(() if key == "title" else title))

    return lines


def _body(texts: BlockTexts, markdown: str) -> tuple[str, ...]:
    """The block as a page of its own would have it."""
    kind, lines = texts.block.kind, markdown.split("\n")
    if kind is BlockKind.FRONT_MATTER:
        return ("", "·", "")
    if kind is BlockKind.HEADING:
        return ("", f"## {lines[0]}", "")
    if kind is BlockKind.LIST_ITEM:
        return ("", f"- {lines[0]}", *(f"  {line}" for line in lines[1:]), "")
    if kind is BlockKind.TABLE_ROW:
        bars = "|".join(["---"] * (markdown.count(" | ") + 1))
        return ("", f"| {markdown} |", f"|{bars}|", "")
    if kind is BlockKind.CODE:
        return ("", "````", *lines, "````", "")
    return ("", *lines, "")


def _page(texts: BlockTexts, locale: str, lines: tuple[str, ...]) -> SourcePage:
    path = f"docs/{locale}/{texts.page}"
    return SourcePage(path, locale, texts.page, Path(path), Reading.of("\n".join(lines)))


def _within(faults: list[Fault], path: str, first: int, last: int) -> Iterator[Fault]:
    for fault in faults:
        if fault.path == path and fault.rule in SHOWN_RULES and first <= fault.line <= last:
            yield replace(fault, line=fault.line - first + 1)
