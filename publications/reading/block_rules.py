"""The blocks that the dialect has beyond GitHub's: admonitions, abbreviations, and Markdown within HTML."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock, html_block

_INDENT = 4
_CLASSES = r"[\w-]+(?:[ ]+[\w-]+)*"
_ADMONITION = re.compile(rf'!!![ ]?(?P<info>(?P<classes>{_CLASSES})(?:[ ]+"(?P<title>.*?)")?)[ ]*')
_ABBREVIATION = re.compile(r"\*\[(?P<label>[^\]\\]+)\]:[ ]+(?P<meaning>.+)")
_MARKDOWN_TAG = re.compile(
    r"<(?P<name>[A-Za-z][\w-]*)(?:\s(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)?\s"
    r"markdown(?:=(?:[\"']?(?:1|block|span)[\"']?))?(?=[\s>])(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>"
)


def admonition(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """`!!! note "Title"` and the indented lines below it are a box; without a title, it has the name of its class."""
    match = _matching(state, line, _ADMONITION)
    if not match or silent:
        return match is not None
    after = _end_of_indent(state, line + 1, end)
    opening = state.push("admonition_open", "div", 1)
    opening.markup, opening.info, opening.map = "!!!", match["info"], [line, after]
    opening.attrs = {"class": " ".join(["admonition", *match["classes"].lower().split()])}
    title = match["classes"].split()[0].capitalize() if match["title"] is None else match["title"]
    if title:
        _title(state, line, title)
    outer = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax, state.blkIndent = "admonition", after, state.blkIndent + _INDENT
    state.md.block.tokenize(state, line + 1, after)
    state.parentType, state.lineMax, state.blkIndent = outer
    state.line = after
    state.push("admonition_close", "div", -1)
    return True


def abbreviations(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """`*[NGO]: Non-governmental organisation`, one or several lines of them."""
    match = _matching(state, line, _ABBREVIATION)
    if not match or silent:
        return match is not None
    found: list[re.Match[str]] = []
    after = line
    while match:
        found.append(match)
        after += 1
        match = _matching(state, after, _ABBREVIATION) if after < end else None
    state.push("abbreviation_open", "p", 1).map = [line, after]
    inline = state.push("inline", "", 0)
    inline.content = "\n".join(f"*[{one['label']}]: {one['meaning']}" for one in found)
    inline.map, inline.children = [line, after], []
    state.push("abbreviation_close", "p", -1)
    state.line = after
    return True


def html(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """HTML as in CommonMark, but that the content of `<div markdown>` is Markdown on the next line already."""
    match = _matching(state, line, _MARKDOWN_TAG)
    if not match:
        return html_block(state, line, end, silent)
    if not silent:
        token = state.push("html_block", "", 0)
        token.map, state.line = [line, line + 1], line + 1
        token.content = state.getLines(line, line + 1, state.blkIndent, keepLastLF=True)
    return True


def _matching(state: StateBlock, line: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    if state.is_code_block(line):
        return None
    return pattern.fullmatch(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])


def _title(state: StateBlock, line: int, words: str) -> None:
    opening = state.push("admonition_title_open", "p", 1)
    opening.attrs, opening.map = {"class": "admonition-title"}, [line, line + 1]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = words, [line, line + 1], []
    state.push("admonition_title_close", "p", -1)


def _end_of_indent(state: StateBlock, line: int, end: int) -> int:
    """The line after the last that is indented."""
    last = line
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent + _INDENT):
        line += 1
        last = last if state.isEmpty(line - 1) else line
    return last
