"""The blocks of PyMdown's Blocks API (`/// chart | Title` … `///`) as markdown-it tokens.

A block opens with three or more slashes, a name and perhaps an argument after a bar; indented lines below
are its options (YAML); as many slashes alone close it. See the Blocks API of pymdown-extensions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

_FENCE = re.compile(r"(/{3,})[^\S\n]*(?:([A-Za-z][\w-]*)[^\S\n]*(?:\|[^\S\n]*(.*?))?)?[^\S\n]*")
_INDENT = 4
# What stands behind the bar of these is a selector or a number, no title.
_UNTITLED = frozenset({"html", "caption", "figure-caption", "table-caption"})


@dataclass(frozen=True, slots=True)
class SlashBlock:
    """An opened block. fence: its slashes; title: "" when it has none; options: YAML."""

    name: str
    fence: str
    title: str
    options: str


def read_slash_block(token: Token) -> SlashBlock:
    """What an opening fence says."""
    title = "" if token.info in _UNTITLED else token.meta["argument"]
    return SlashBlock(token.info, token.markup, title, token.content)


def slash_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule; fences stay flat tokens, whoever reads them pairs them by `token.markup`.

    `token.info` has the name, `token.meta["argument"]` the argument, `token.content` the options.
    """
    begin = state.bMarks[start] + state.tShift[start]
    fence = (
        _FENCE.fullmatch(state.src, begin, state.eMarks[start])
        if state.src.startswith("///", begin)
        else None
    )
    if fence is None or state.is_code_block(start):
        return False
    if silent:
        return True
    after = start + 1
    name = fence[2]
    while name and after < end and _is_option(state, after):
        after += 1
    token = state.push("slash_block_open" if name else "slash_block_close", "", 0)
    token.markup, token.info, token.map = fence[1], name or "", [start, after]
    token.meta = {"argument": fence[3] or ""}
    token.content = state.getLines(start + 1, after, state.blkIndent + _INDENT, keepLastLF=False)
    state.line = after
    return True


def _is_option(state: StateBlock, line: int) -> bool:
    return not state.isEmpty(line) and state.sCount[line] >= state.blkIndent + _INDENT
