"""What the dialect has within a line beyond GitHub's: attribute lists."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from publications.reading.attributes import LIST, LISTS, read_attributes

LIST_LINE = "list line"
"""In `meta` of what has an attribute list: how many lines below the first of its block the list stands."""

_CLOSING_MARKS = re.compile(r"[ \t]+#+\Z")
# What an attribute list can stand behind, beside what has an end.
_THINGS = frozenset({"image", "code_inline"})
_SHORT = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "td", "th"})


def attribute_list(state: StateInline, silent: bool) -> bool:
    """`{ #id .class key=value }`; what it belongs to is known when the whole line is."""
    match = LIST.match(state.src, state.pos, state.posMax)
    if match and not silent:
        state.push("attributes", "", 0).content = match[0]
        state.env["attributes"] = True
    state.pos = match.end() if match else state.pos
    return match is not None


def take_attributes(inline: Token, block: Token | None) -> None:
    """Take the attribute lists out of a text: they are the attributes of what stands before, or of its block.

    Where they stand is in its `meta`. A list that belongs to nothing is a text like any other.
    """
    kept: list[Token] = []
    lists: list[tuple[int, int]] = []
    line = 0
    children = inline.children or []
    for place, token in enumerate(children):
        line += token.type in ("softbreak", "hardbreak")
        if token.children:
            take_attributes(token, None)
        if token.type != "attributes":
            _keep(kept, token)
        elif owner := _owner(kept) or (place == len(children) - 1 and _of_block(block, kept)) or None:
            _add(owner, token.content, line)
            lists.append((at := int(token.meta["at"]), at + len(token.content)))
        else:
            token.type = "text"
            _keep(kept, token)
    inline.children = kept
    inline.meta[LISTS] = lists


def _owner(before: list[Token]) -> Token | None:
    last = before[-1] if before else None
    if last is None or last.type in _THINGS:
        return last
    if last.nesting >= 0:
        return None
    return next(
        (token for token in reversed(before) if token.nesting > 0 and token.level == last.level), None
    )


def _of_block(block: Token | None, before: list[Token]) -> Token | None:
    """The block, where the list stands on a line below its text, or at the end of a heading, term or cell."""
    last = before[-1] if before else None
    if block is None or last is None:
        return None
    if last.type in ("softbreak", "hardbreak"):
        before.pop()
        return block
    if block.tag not in _SHORT or last.type != "text" or not last.content.endswith((" ", "\t")):
        return None
    last.content = _CLOSING_MARKS.sub("", last.content.rstrip())
    if not last.content:
        before.pop()
    return block


def _add(owner: Token, attributes: str, line: int) -> None:
    owner.meta[LIST_LINE] = line
    for name, value in read_attributes(attributes):
        if name == "class":
            owner.attrJoin(name, value)
        else:
            owner.attrs[name] = value


def _keep(kept: list[Token], token: Token) -> None:
    """Neighbouring texts are one."""
    if kept and kept[-1].type == token.type == "text":
        kept[-1].content += token.content
    else:
        kept.append(token)
