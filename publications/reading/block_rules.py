"""The blocks that the dialect has beyond GitHub's: admonitions, tabs, abbreviations, and Markdown within HTML."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock, html_block
from markdown_it.token import Token

_INDENT = 4
_CLASSES = r"[\w-]+(?:[ ]+[\w-]+)*"
_ADMONITION = re.compile(
    rf'(!!!|\?\?\?\+?)[ ]?(?P<info>(?P<classes>{_CLASSES})(?:[ ]+"(?P<title>.*?)")?)[ ]*'
)
_TAB = re.compile(r'(===[!+]?)[ ]+(?P<info>(?P<quote>["\'])(?P<title>.+)(?P=quote))[ ]*')
_ABBREVIATION = re.compile(r"\*\[(?P<label>[^\]\\]+)\]:[ ]+(?P<meaning>.+)")
_MARKDOWN_TAG = re.compile(
    r"<(?P<name>[A-Za-z][\w-]*)(?:\s(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)?\s"
    r"markdown(?:=(?:[\"']?(?:1|block|span)[\"']?))?(?=[\s>])(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>"
)


def admonition(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """`!!! note "Title"` is a box, `???` one that is folded, `???+` one that can be folded."""
    match = _matching(state, line, _ADMONITION)
    if not match or silent:
        return match is not None
    classes = " ".join(match["classes"].lower().split())
    title = match["classes"].split()[0].capitalize() if match["title"] is None else match["title"]
    folds = match[1] != "!!!"
    name, tag = ("admonition_mkdocs", "details") if folds else ("admonition", "div")
    token = _open(state, name, tag, match)
    token.attrs = {"class": classes if folds else f"admonition {classes}"}
    if match[1].endswith("+"):
        token.attrs["open"] = "open"
    heading = ("summary", title, "") if folds else ("p", title, "admonition-title")
    _box(state, (line, end), name, heading, token)
    return True


def tab(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """`=== "Title"`; without a script, each tab is a box of its own."""
    match = _matching(state, line, _TAB)
    if not match or silent:
        return match is not None
    token = _open(state, "content_tab_mkdocs", "div", match)
    token.attrs = {"class": "content-tab"}
    title = "p", match["title"], "content-tab-title"
    _box(state, (line, end), "content_tab_mkdocs", title, token)
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
    state.push("mkdocs_abbreviation_open", "p", 1).map = [line, after]
    inline = state.push("inline", "", 0)
    inline.content = "\n".join(f"*[{one['label']}]: {one['meaning']}" for one in found)
    inline.map, inline.children = [line, after], []
    state.push("mkdocs_abbreviation_close", "p", -1)
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
    return pattern.fullmatch(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])


def _open(state: StateBlock, name: str, tag: str, match: re.Match[str]) -> Token:
    token = state.push(f"{name}_open", tag, 1)
    token.markup, token.info = match[1], match["info"]
    return token


def _box(
    state: StateBlock,
    lines: tuple[int, int],
    name: str,
    title: tuple[str, str, str],
    token: Token,
) -> None:
    """The title (tag, words, class) and the indented lines below it."""
    start, end = lines
    after = _end_of_indent(state, start + 1, end)
    token.map = [start, after]
    tag, words, css_class = title
    if words:
        opening = state.push(f"{name}_title_open", tag, 1)
        opening.attrs, opening.map = {"class": css_class} if css_class else {}, [start, start + 1]
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = words, [start, start + 1], []
        state.push(f"{name}_title_close", tag, -1)
    outer = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax, state.blkIndent = "admonition", after, state.blkIndent + _INDENT
    state.md.block.tokenize(state, start + 1, after)
    state.parentType, state.lineMax, state.blkIndent = outer
    state.line = after
    state.push(f"{name}_close", token.tag, -1).markup = token.markup


def _end_of_indent(state: StateBlock, line: int, end: int) -> int:
    """The line after the last that is indented."""
    last = line
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent + _INDENT):
        line += 1
        last = last if state.isEmpty(line - 1) else line
    return last
