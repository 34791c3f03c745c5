"""Near misses: what was meant as a block, a link or a comment, and what readers would see as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it.token import Token

from publications.charts.block import NAME, closing_of
from publications.faults import Fault, Level
from publications.reading.attributes import LIST
from publications.reading.inline import text_of

_SPACED = re.compile(r"(!?\[[^\[\]\n]*\])\(([^()\n<>\"]*\S\s+[^()\n<>\"]*[^()\n<>\"\s])\s*\)")
_PARTED = re.compile(r"(!?\[[^\[\]\n]+\])[ \t]+(\([^()\s]*[./#][^()\s]*\))")
_TURNED = re.compile(r"\(([^()\n]+)\)\[((?:https?://|[\w./-]+\.md)[^\[\]\s]*)\]")
_UNCLOSED = re.compile(r"(!?\[[^\[\]\n]+\]\([^()\s]+)(?=\s|\Z)(?![^()\n]*\))")
_TIGHT = re.compile(r"(#{1,6})([^#\s].*)")
_BOLD = re.compile(r"\*\*[ \t]*([^*\n]*[^*\s])[ \t]*\*\*")
_OPEN_COMMENT = re.compile(r"<!--(?!.*?-->)", re.DOTALL)
_COMMAND = re.compile(r"\[TOC\]|-?-8<-.*")
_ROW = re.compile(r"\s*\|.*\|\s*")
# Without one of these nothing was meant.
_MAYBE = re.compile(r"[\[{<#|]|\*\*|8<")
_LINKS_AND_BOLD = (
    (_SPACED, "no link: an address has no spaces. Rename the file, or write:", r"\1(<\2>)"),
    (_PARTED, "no link. Write it without the space:", r"\1\2"),
    (_TURNED, "no link. Write the text first:", r"[\1](\2)"),
    (_UNCLOSED, "no link. Write:", r"\1)"),
    (_BOLD, "not bold: the stars stand right at the words. Write:", r"**\1**"),
)
"""What was meant, what it is not, and how it is written, by the groups that were found."""

_NOTHING = "{typed} does nothing here. Take it out."
_MARKDOWN_AND_TEXT = re.compile(r"<[A-Za-z][^<>]*\smarkdown\b[^<>]*>[^\S\n]*\S")


def near_misses(tokens: Sequence[Token], first_line: int) -> Iterator[Fault]:
    """Those of a body, whose file is still to be named. first_line: of the file, on which it begins."""
    charts: list[Token] = []
    for place, token in enumerate(tokens):
        line = first_line + (token.map[0] if token.map else 0)
        if token.type == "inline":
            if not _MAYBE.search(token.content):
                continue
            text = _unescaped_text(token)
            if not _MAYBE.search(text):  # they were those of links
                continue
            yield from _in_text(text, line)
            if tokens[place - 1].type == "paragraph_open":
                yield from _in_paragraph(text.split("\n"), token, line)
        elif token.type == "html_block":
            yield from _in_html(token.content, line)
        elif token.type == "slash_block_open":
            closing = closing_of(tokens[place:])
            charts += [closing] if closing else []
            yield from _no_block(token, line)
        elif token.type == "slash_block_close" and not any(token is closing for closing in charts):
            message = f"'{token.markup}' closes nothing. Take it out, or open a block above it: /// chart"
            yield _miss(line, message, token.markup, said=_NOTHING)


def _unescaped_text(token: Token) -> str:
    """The text without what its author escaped, who meant no Markdown."""
    children = token.children or []
    return "".join(text_of([child]) if child.type != "text_special" else "\\" for child in children)


def _in_text(text: str, line: int) -> Iterator[Fault]:
    for pattern, reason, better in _LINKS_AND_BOLD:
        for found in pattern.finditer(text):
            meant = found.expand(better)
            message = f"'{found[0]}' is {reason} {meant}"
            yield _miss(line + text.count("\n", 0, found.start()), message, found[0], meant)
    for found in LIST.finditer(text):
        message = (
            f"'{found[0]}' belongs to nothing. Put it right behind what it is about, or on the line below."
        )
        yield _miss(line + text.count("\n", 0, found.start()), message, found[0], said=_NOTHING)
    if comment := _OPEN_COMMENT.search(text):
        message = "'<!--' is never closed. Put --> where it ends."
        yield _miss(line + text.count("\n", 0, comment.start()), message, better="-->")


def _in_paragraph(lines: Sequence[str], token: Token, line: int) -> Iterator[Fault]:
    """Lines that would be a heading, or the rows of a table."""
    for at, text in enumerate(lines, start=line):
        if _COMMAND.fullmatch(text):
            message = (
                f"'{text[:40]}' is no command here: the chapters of a page are listed beside it. Take it out."
            )
            yield _miss(at, message, text, said=_NOTHING)
        if found := _TIGHT.fullmatch(text):
            meant = f"{found[1]} {found[2]}"
            yield _miss(at, f"'{text[:40]}' is no heading without a space. Write: {meant}", text, meant)
    rows = [text for text in token.content.split("\n") if _ROW.fullmatch(text)]
    if len(rows) > 1 and len(rows) == len(lines):
        cells = rows[0].strip().strip("|").replace("\\|", "").count("|") + 1
        rule = "|" + " --- |" * cells
        message = (
            f"these lines are no table: the second has to part {cells} cells from the rest. Write: {rule}"
        )
        yield _miss(line, message, better=rule)


def _in_html(html: str, line: int) -> Iterator[Fault]:
    if found := _OPEN_COMMENT.search(html):
        message = (
            "'<!--' is never closed, so that readers see nothing of what follows. Put --> where it ends."
        )
        lost = _miss(line + html.count("\n", 0, found.start()), message, better="-->")
        yield replace(lost, level=Level.ERROR)
    for shown in _MARKDOWN_AND_TEXT.finditer(html):
        tag = shown[0].rpartition(">")[0] + ">"
        message = f"what stands on the line of '{tag}' is no Markdown. Begin it on the next line."
        yield _miss(line + html.count("\n", 0, shown.start()), message, tag)


def _no_block(token: Token, line: int) -> Iterator[Fault]:
    if token.info.lower() != NAME:
        typed, known = f"{token.markup} {token.info}", f"{token.markup} {NAME}"
        yield _miss(line, f"there is no block '{typed}'. Known: {known}", typed, known)


def _miss(line: int, message: str, typed: str = "", better: str = "", said: str = "") -> Fault:
    return Fault("", line, message, Level.WARNING, "markdown", typed, (better,) if better else (), said)
