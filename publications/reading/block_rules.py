"""The blocks that the dialect has beyond GitHub's: admonitions, tabs, abbreviations, and Markdown within HTML."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock, html_block
from markdown_it.token import Token

_INDENT = 4
_CLASSES = r"[\w-]+(?:[ ]+[\w-]+)*"
_ADMONITION = re.compile(
    rf'(?P<marks>!!!|\?\?\?\+?)[ ]?(?P<info>(?P<classes>{_CLASSES})(?:[ ]+"(?P<title>.*?)")?)[ ]*'
)
_TAB = re.compile(r'(?P<marks>===[!+]?)[ ]+(?P<info>(?P<quote>["\'])(?P<title>.+)(?P=quote))[ ]*')
_ABBREVIATION = re.compile(r"\*\[(?P<label>[^\]\\]+)\]:[ ]+(?P<meaning>.+)")
_MARKDOWN_TAG = re.compile(
    r"<(?P<name>[A-Za-z][\w-]*)(?:\s(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)?\s"
    r"markdown(?:=(?:[\"']?(?:1|block|span)[\"']?))?(?=[\s>])(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>"
)


def admonition(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """`!!! note "Title"` and the indented lines below it are a box, with `???` one that is opened by a click.

    Without a title, it has the name of its class.
    """
    match = _matching(state, line, "!?", _ADMONITION)
    if not match or silent:
        return match is not None
    classes = match["classes"].lower().split()
    title = classes[0].capitalize() if match["title"] is None else match["title"]
    if match["marks"] == "!!!":
        opening = _box(state, (line, end), "admonition", "div", match)
        opening.attrs = {"class": " ".join(["admonition", *classes])}
        _content(state, opening, ("p", "admonition-title", title))
    else:
        opening = _box(state, (line, end), "admonition", "details", match)
        opening.attrs = {"class": " ".join(classes)}
        if match["marks"] == "???+":
            opening.attrs["open"] = ""
        _content(state, opening, ("summary", "", title))
    return True


def tab(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """`=== "Title"` and the indented lines below it are a box; several stand below one another."""
    match = _matching(state, line, "=", _TAB)
    if not match or silent:
        return match is not None
    opening = _box(state, (line, end), "tab", "div", match)
    opening.attrs = {"class": "tab"}
    _content(state, opening, ("p", "tab-title", match["title"]))
    return True


def abbreviations(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """`*[NGO]: Non-governmental organisation`, one or several lines of them."""
    match = _matching(state, line, "*", _ABBREVIATION)
    if not match or silent:
        return match is not None
    found: list[re.Match[str]] = []
    after = line
    while match:
        found.append(match)
        after += 1
        match = _matching(state, after, "*", _ABBREVIATION) if after < end else None
    token = state.push("abbreviations", "", 0)
    token.content = "\n".join(f"*[{one['label']}]: {one['meaning']}" for one in found)
    token.map, state.line = [line, after], after
    return True


def html(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """HTML as in CommonMark, but that the content of `<div markdown>` is Markdown on the next line already."""
    match = _matching(state, line, "<", _MARKDOWN_TAG)
    if not match:
        return html_block(state, line, end, silent)
    if not silent:
        token = state.push("html_block", "", 0)
        token.map, state.line = [line, line + 1], line + 1
        token.content = state.getLines(line, line + 1, state.blkIndent, keepLastLF=True)
    return True


def _matching(state: StateBlock, line: int, first: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The line as a pattern has it. first: the characters that it can begin with, which is asked of every line."""
    start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    if start >= end or state.src[start] not in first or state.is_code_block(line):
        return None
    return pattern.fullmatch(state.src, start, end)


def _box(state: StateBlock, lines: tuple[int, int], name: str, tag: str, match: re.Match[str]) -> Token:
    """The token that opens a box. lines: its first, and the one where its container ends."""
    start, end = lines
    opening = state.push(f"{name}_open", tag, 1)
    opening.markup, opening.info = match["marks"], match["info"]
    opening.map = [start, _end_of_indent(state, start + 1, end)]
    return opening


def _content(state: StateBlock, opening: Token, title: tuple[str, str, str]) -> None:
    """The title (tag, class, words), and the indented lines as blocks."""
    name, (start, after) = opening.type.removesuffix("_open"), opening.map or [0, 0]
    tag, css_class, words = title
    if words:
        heading = state.push(f"{name}_title_open", tag, 1)
        heading.attrs, heading.map = {"class": css_class} if css_class else {}, [start, start + 1]
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = words, [start, start + 1], []
        state.push(f"{name}_title_close", tag, -1)
    outer = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax, state.blkIndent = "admonition", after, state.blkIndent + _INDENT
    state.md.block.tokenize(state, start + 1, after)
    state.parentType, state.lineMax, state.blkIndent = outer
    state.line = after
    state.push(f"{name}_close", opening.tag, -1)


def _end_of_indent(state: StateBlock, line: int, end: int) -> int:
    """The line after the last that is indented."""
    last = line
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent + _INDENT):
        line += 1
        last = last if state.isEmpty(line - 1) else line
    return last
