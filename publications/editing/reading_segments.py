"""A block's Markdown as its segment: the parser says what each part is, and where it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token

from publications.editing.segment import CodeName, Part, PartKind, Segment, numbered
from publications.editing.slot import Slot
from publications.editing.table_row import BETWEEN_CELLS
from publications.reading.attributes import LISTS
from publications.reading.block import BlockKind
from publications.reading.dialect import read_inline_token
from publications.reading.facts_in_text import FACT

_NAMES = {
    "strong": CodeName.STRONG,
    "em": CodeName.EMPHASIS,
    "s": CodeName.STRUCK,
    "link": CodeName.LINK,
    "fact": CodeName.FACT,
    "image": CodeName.PICTURE,
    "code_inline": CodeName.CODE,
    "footnote_ref": CodeName.FOOTNOTE,
    "html_inline": CodeName.TAG,
    "hardbreak": CodeName.BREAK,
}
# Whose attributes a list at the end of a text gives; elsewhere it stands on a line of its own.
_TAGS = {BlockKind.HEADING: "h1", BlockKind.TERM: "dt", BlockKind.TABLE_ROW: "td"}
# What parts a list from its block's text.
_BEFORE_LIST = re.compile(r"(?:[ \t]+#+|(?:(?<!\\)\\|[ \t]*)\n)?[ \t]*\Z")


def segment_of(slot: Slot) -> Segment:
    """The segment of a block. All that was typed is in its parts, in order."""
    return numbered(parts_in(slot))


def segment_of_text(markdown: str, kind: BlockKind) -> Segment:
    """The same of a text that stands in no file, such as one from a memory; of a table's row with bars between its cells."""
    cells = markdown.split(BETWEEN_CELLS) if kind is BlockKind.TABLE_ROW else [markdown]
    return numbered(_parts_of_cells(cells, kind))


def parts_in(slot: Slot) -> Iterator[Part]:
    """The parts of a block, not joined or numbered yet: a sign that was typed otherwise than it is read is one of its own."""
    block = slot.block
    if block.kind is BlockKind.CODE:
        yield _text(block.typed[0])
    elif slot.is_literal:
        yield from _literal_parts(slot.markdown)
    else:
        yield from _parts_of_cells(slot.texts, block.kind)


def _parts_of_cells(cells: Iterable[str], kind: BlockKind) -> Iterator[Part]:
    for place, text in enumerate(cells):
        if place:
            yield Part(PartKind.ALONE, BETWEEN_CELLS, "|", CodeName.CELL)
        yield from parts_of(text, kind)


def parts_of(markdown: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Iterator[Part]:
    """The same of a text. kind: of its block."""
    inline = read_inline_token(markdown, tag=_TAGS.get(kind, "p"), labels=True)
    end = _end_of_text(markdown, inline.meta.get(LISTS, ()))
    tokens = inline.children or []
    starts = [*(int(token.meta["at"]) for token in tokens), end]
    number = 0
    while number < len(tokens):
        token, start = tokens[number], starts[number]
        if token.markup == "autolink" and token.nesting > 0:
            number += 2  # its words, and what closes it
            about = str(token.attrs.get("href", ""))
            yield Part(PartKind.ALONE, markdown[start : starts[number + 1]], about, CodeName.ADDRESS)
        elif typed := markdown[start : starts[number + 1]]:
            yield from _parts(token, typed)
        number += 1
    if end < len(markdown):
        yield Part(PartKind.ALONE, markdown[end:], markdown[end:].strip(), CodeName.ATTRIBUTES)


def _end_of_text(markdown: str, lists: Sequence[tuple[int, int]]) -> int:
    """Where the list of the block begins, with what parts it from the text; a list of anything else stands right behind that."""
    start, end = lists[-1] if lists else (0, 0)
    if not lists or end < len(markdown.rstrip()) or markdown[start - 1] not in " \t\n":
        return len(markdown)
    before = _BEFORE_LIST.search(markdown, 0, start)
    return before.start() if before else start


def _parts(token: Token, typed: str) -> Iterator[Part]:
    if token.type == "softbreak":
        yield Part(PartKind.TEXT, typed, "\n")
    elif token.type == "text" and typed.startswith(token.content):
        yield _text(token.content)
        if typed != token.content:  # what is not read of it, such as the marks that close a heading
            yield Part(PartKind.TEXT, typed.removeprefix(token.content), "")
    elif token.type in ("text", "text_special"):
        yield Part(PartKind.TEXT, typed, token.content)
    else:
        yield _code(token, typed)


def _code(token: Token, typed: str) -> Part:
    name = _NAMES.get(token.type.removesuffix("_open").removesuffix("_close"), CodeName.TAG)
    about = str(token.attrs.get("href") or token.attrs.get("src") or token.content or typed)
    if name is CodeName.FACT:
        about = str(token.meta["id"])
    if token.type == "html_inline":
        if typed.startswith("<!--"):
            return Part(PartKind.ALONE, typed, typed[4:-3].strip(), CodeName.NOTE)
        # What a tag opens may be closed in another block.
        return Part(PartKind.ALONE, typed, typed, CodeName.TAG)
    kind = (PartKind.CLOSE, PartKind.ALONE, PartKind.OPEN)[token.nesting + 1]
    return Part(kind, typed, about, name)


def _literal_parts(text: str) -> Iterator[Part]:
    """Words and facts; all else is no code in a text that is no Markdown."""
    done = 0
    for fact in FACT.finditer(text):
        if done < fact.start():
            yield _text(text[done : fact.start()])
        yield Part(PartKind.ALONE, fact[0], fact[1].partition("|")[0].strip(), CodeName.FACT)
        done = fact.end()
    if done < len(text):
        yield _text(text[done:])


def _text(typed: str) -> Part:
    return Part(PartKind.TEXT, typed, typed)
